import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index'
import type { TimetableView } from '#shared/contract/timetable'
import { threeWay } from '../../components/threeWay'
import { byWeekday } from './periods'
import {
  fromValues,
  ruleComparing,
  rulesOf,
  ruleValues,
  type TypedRules,
  typedRules,
  wrongNumbers,
} from './rulesForm'

const rules: TimetableView['rules'] = {
  minutes: {
    portalIdentification: 15,
    lease: 30,
    rentPayment: 15,
    termination: 30,
    powerOfAttorney: 30,
    keys: 15,
    residentChanges: 15,
    other: 30,
  },
  closedEves: ['christmasEve'],
  bookableDays: 60,
  desks: 3,
  reminderHours: 0,
  asOyWeek: byWeekday((day) => (day === 'monday' ? [{ from: '09:00', to: '15:00' }] : [])),
}
const typed = typedRules(rules, 'fi')

describe('the rules in their fields', () => {
  it('are what they were, and what the desk takes', async () => {
    expect(rulesOf(typed)).toEqual(rules)
    const input = { version: 1, change: { kind: 'rules', rules: rulesOf(typed) } }
    const found = await contract.timetable.save['~orpc'].inputSchema?.['~standard'].validate(input)
    expect(found?.issues).toBeUndefined()
  })

  it('are wrong when a number is none, or too small or large', () => {
    expect(wrongNumbers(typed)).toEqual([])
    expect(wrongNumbers({ ...typed, bookableDays: '0', desks: '51', reminderHours: '1,5' })).toEqual([
      'bookableDays',
      'desks',
      'reminderHours',
    ])
    expect(wrongNumbers({ ...typed, reminderHours: '0', desks: ' 4 ' })).toEqual([])
  })
})

describe('when somebody else has changed the rules meanwhile', () => {
  const now = typedRules(
    { ...rules, desks: 5, minutes: { ...rules.minutes, lease: 45 }, closedEves: [], bookableDays: 30 },
    'en',
  )
  const merged = (mine: TypedRules) =>
    threeWay(
      { base: ruleValues(typed), values: ruleValues(mine), chosen: {} },
      ruleValues(now),
      ruleComparing,
    )

  it('what was typed here stays, and the rest is as they made it', () => {
    const mine = { ...typed, bookableDays: '90', minutes: { ...typed.minutes, keys: '30' } }
    const { values, changed } = merged(mine)
    expect(fromValues(values)).toEqual({
      ...now,
      bookableDays: '90',
      minutes: { ...now.minutes, keys: '30' },
    })
    expect(changed.map(({ field, mine: own }) => [field, own !== null])).toEqual([
      ['minutes-lease', false],
      ['closedEves', false],
      ['bookableDays', true],
      ['desks', false],
    ])
  })

  it('nothing typed is what holds now, in whatever language it was opened', () => {
    expect(fromValues(merged(typed).values)).toEqual(now)
    expect(merged({ ...typed, asOyWeek: { ...typed.asOyWeek, monday: [] } }).changed).toHaveLength(4)
  })

  it('every rule is compared', () => {
    expect([...ruleComparing.fields].sort()).toEqual(Object.keys(ruleValues(typed)).sort())
  })
})
