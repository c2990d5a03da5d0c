import { describe, expect, it } from 'vitest'
import type { TaskSettings } from '#shared/contract/tasks'
import { deadlineKinds, periodsOf, settingsOf, typedSettings, weekdays, wrongSettings } from './settingsForm'

const settings: TaskSettings = {
  version: 3,
  week: Object.fromEntries(
    weekdays.map((day) => [day, day === 'sunday' ? [] : [{ from: '09:00', to: '12:00' }]]),
  ) as TaskSettings['week'],
  deadlines: Object.fromEntries(
    deadlineKinds.map((kind) => [kind, { unit: kind === 'callBack' ? 'hours' : 'days', amount: 3 }]),
  ) as TaskSettings['deadlines'],
  urgentMinutes: 45,
  caller: { right: 3, wrong: 1 },
}

describe('the settings of tasks', () => {
  it('are given back as they were read', () => {
    const typed = typedSettings(settings)
    expect(typed['week-monday']).toBe('9.00–12.00')
    expect(wrongSettings(typed)).toEqual([])
    expect(settingsOf(typed, 3)).toEqual(settings)
  })
  it.each([
    ['', []],
    ['9-12', [{ from: '09:00', to: '12:00' }]],
    [
      '9–12, 13.30–24',
      [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '24:00' },
      ],
    ],
    ['9', null],
    ['9–', null],
    ['9–12–13', null],
    ['25–26', null],
    ['1-2,2-3,3-4,4-5,5-6,6-7', null],
  ])('%j is working from and to %j', (typed, periods) => {
    expect(periodsOf(typed)).toEqual(periods)
  })
  it('name what is wrong', () => {
    const typed = { ...typedSettings(settings), 'week-monday': 'aamu', 'amount-asOy': '61', callerRight: '1' }
    expect(wrongSettings(typed)).toEqual([
      { field: 'week-monday', problem: 'periods' },
      { field: 'amount-asOy', problem: 'amount' },
      { field: 'callerRight', problem: 'choice' },
    ])
  })
})
