import { describe, expect, it } from 'vitest'
import type { DatedWeek } from '#shared/rules/visitTimetable'
import { threeWay } from '../../components/threeWay'
import { byWeekday, samePeriods, type TypedWeek, typedPeriods } from './periods'
import { weekComparing, weekNow } from './weekForm'

const open = (from: string, to: string) => [{ from, to, access: 'appointment' as const, desks: 3 }]
const week = (fromOn: string | null, monday: string, friday = '16:00'): DatedWeek => ({
  fromOn,
  hours: byWeekday((day) =>
    day === 'monday' ? open('09:00', monday) : day === 'friday' ? open('09:00', friday) : [],
  ),
})
const typed = ({ hours }: DatedWeek): TypedWeek => byWeekday((day) => typedPeriods(hours[day], 'fi'))
const shipped = week(null, '16:00')
const opened = typed(shipped)
const on = '2027-01-07'
const now = (before: readonly DatedWeek[], after: readonly DatedWeek[], from = opened) =>
  weekNow(on, from, { before, now: after }, 'fi')

describe('a week while somebody else changes the hours', () => {
  it('is as it was opened while the hours of its first day are', () => {
    expect(now([shipped], [shipped])).toEqual(opened)
    expect(now([shipped], [shipped, week('2027-02-01', '12:00')])).toEqual(opened)
  })

  it('differs on the days that are different from its first day on', () => {
    const theirs = week('2027-01-01', '12:00')
    const after = now([shipped], [shipped, theirs])
    expect(after).toEqual(typed(theirs))
    const mine = { ...opened, monday: typedPeriods(open('10:00', '16:00'), 'fi') }
    const { changed, values } = threeWay({ base: opened, values: mine, chosen: {} }, after, weekComparing)
    expect(changed.map(({ field, mine: own }) => [field, own !== null])).toEqual([['monday', true]])
    expect(values).toEqual(mine)
  })

  it('has a day that they closed closed, unless it was typed in', () => {
    const theirs: DatedWeek = { fromOn: on, hours: { ...shipped.hours, friday: [] } }
    const mine = { ...opened, monday: [] }
    const found = threeWay(
      { base: opened, values: mine, chosen: {} },
      now([shipped], [shipped, theirs]),
      weekComparing,
    )
    expect(found).toMatchObject({ open: 0, values: { monday: [], friday: [] } })
  })

  it('that began from another week than its first day’s is told only of what changed there', () => {
    const coming = week('2027-01-01', '12:00')
    expect(now([shipped, coming], [shipped, coming])).toEqual(opened)
    const later = week('2027-01-01', '12:00', '14:00')
    expect(now([shipped, coming], [shipped, later])).toEqual({ ...opened, friday: typed(later).friday })
  })
})

describe('hours', () => {
  it('are the same however they are typed', () => {
    const period = { access: 'walkIn', desks: '2' } as const
    const a = { ...period, from: '9', to: '12.00' }
    const b = { ...period, from: '13:00', to: '16' }
    expect(
      samePeriods(
        [a, b],
        [
          { ...b, from: '13' },
          { ...a, from: '09.00', desks: ' 2' },
        ],
      ),
    ).toBe(true)
    expect(samePeriods([a], [{ ...a, desks: '3' }])).toBe(false)
    expect(samePeriods([a], [{ ...a, from: 'yhdeksän' }])).toBe(false)
    expect(samePeriods([a], [a, b])).toBe(false)
  })
})
