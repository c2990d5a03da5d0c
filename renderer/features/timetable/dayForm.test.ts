import { describe, expect, it } from 'vitest'
import type { ExceptionalDay } from '#shared/rules/visitTimetable'
import { type Kept, threeWay } from '../../components/threeWay'
import { type DayValues, dayComparing, dayIn, newDay } from './dayForm'

const day = '2026-12-05'
const closed: ExceptionalDay = { day, periods: [], note: 'Koulutus' }
const open: ExceptionalDay = {
  day,
  periods: [{ from: '10:00', to: '12:00', access: 'appointment', desks: 2 }],
  note: 'Lyhyt päivä',
}
const read = (...days: ExceptionalDay[]) => dayIn(days, day, 'fi')
const form = (base: DayValues | null, typed: Partial<DayValues>): Kept<DayValues> => ({
  base,
  values: { ...(base ?? newDay), ...typed },
  chosen: {},
})
const rows = (kept: Kept<DayValues>, now: DayValues | null) =>
  threeWay(kept, now, dayComparing).changed.map(({ field, mine }) => [field, mine !== null])

describe('an exceptional day while somebody else changes it', () => {
  it('is read as it is typed, and is none on another day', () => {
    expect(read(closed)).toEqual({ hours: { closed: true, periods: [] }, note: 'Koulutus' })
    expect(dayIn([closed], '2026-12-06', 'fi')).toBeNull()
    expect(dayIn([closed], null, 'fi')).toBeNull()
  })

  it('is compared by hours and by why', () => {
    expect(rows(form(read(closed), { note: 'Koulutuspäivä' }), read(open))).toEqual([
      ['hours', false],
      ['note', true],
    ])
    expect(rows(form(read(closed), {}), read(closed))).toEqual([])
    const opened = {
      closed: false,
      periods: [{ from: '10', to: '12', access: 'appointment', desks: '2' }],
    } as const
    expect(rows(form(read(closed), { hours: opened, note: 'Lyhyt päivä ' }), read(open))).toEqual([])
  })

  it('that is new is all typed: one that somebody else adds to the same day is asked about', () => {
    expect(rows(form(null, { note: 'Muutto' }), null)).toEqual([])
    expect(rows(form(null, { note: 'Muutto' }), read(closed))).toEqual([['note', true]])
    expect(rows(form(null, { note: 'Muutto' }), read(open))).toEqual([
      ['hours', true],
      ['note', true],
    ])
  })

  it('that was taken away is asked about as a whole', () => {
    expect(threeWay(form(read(closed), { note: 'Muutto' }), null, dayComparing)).toMatchObject({
      gone: true,
      open: 1,
    })
  })
})
