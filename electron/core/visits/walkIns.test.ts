import { describe, expect, it } from 'vitest'
import { momentOf } from '#shared/rules/visitHours'
import type { ServicePeriod } from '#shared/rules/visitTimetable'
import { holidayNames, hoursWorld } from '../timetable/kept'
import { accessAt, walkInsAt } from './walkIns'

const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
const period = (from: string, to: string, access: ServicePeriod['access'] = 'walkIn'): ServicePeriod => ({
  from,
  to,
  access,
  desks: 1,
})

/** A timetable with these hours on Tuesdays and these exceptional days, and nothing else. */
function world(
  tuesday: readonly ServicePeriod[],
  days: Readonly<Record<string, readonly ServicePeriod[]>> = {},
) {
  const exceptions = Object.entries(days).map(([day, periods]) => ({ day, periods, note: 'Poikkeus' }))
  const rules = { closedEves: ['midsummerEve', 'christmasEve'] } as never
  return hoursWorld({ weeks: [{ fromOn: null, hours: { ...closed, tuesday } }], exceptions, rules })
}
const at = momentOf

describe('when walk-ins may come', () => {
  it('takes openings without a break for one', () => {
    const split = world([period('09:00', '11:00'), period('11:00', '12:30'), period('13:00', '15:00')])
    expect(walkInsAt(at('2026-11-24', '10:00'), split)).toEqual({
      now: true,
      until: at('2026-11-24', '12:30'),
      next: { from: at('2026-11-24', '13:00'), to: at('2026-11-24', '15:00') },
    })
    expect(walkInsAt(at('2026-11-24', '12:30'), split)).toMatchObject({ now: false, until: null })
    expect(walkInsAt(at('2026-11-24', '09:00'), split).now).toBe(true)
    expect(walkInsAt(at('2026-11-24', '08:59'), split).next?.from).toEqual(at('2026-11-24', '09:00'))
  })

  it('goes past holidays, eves and closed days, and comes to days that are open by exception', () => {
    // 24 December 2024 was a Tuesday, so was Christmas Eve; 31 December and 7 January follow.
    const tuesdays = [period('09:00', '15:00')]
    const christmas = at('2024-12-17', '15:00')
    expect(walkInsAt(christmas, world(tuesdays)).next?.from).toEqual(at('2024-12-31', '09:00'))
    const without = world(tuesdays, { '2024-12-31': [] })
    expect(walkInsAt(christmas, without).next?.from).toEqual(at('2025-01-07', '09:00'))
    const sunday = world(tuesdays, { '2024-12-22': [period('10:00', '11:00')] })
    expect(walkInsAt(christmas, sunday).next).toEqual({
      from: at('2024-12-22', '10:00'),
      to: at('2024-12-22', '11:00'),
    })
    expect(holidayNames.publicHoliday('2024-12-25')).not.toBeNull()
  })

  it('says nothing of what is more than two months ahead', () => {
    const only = (day: string) => world([], { [day]: [period('09:00', '15:00')] })
    const now = at('2026-11-24', '10:00')
    expect(walkInsAt(now, only('2027-01-23')).next?.from).toEqual(at('2027-01-23', '09:00'))
    expect(walkInsAt(now, only('2027-01-24')).next).toBeNull()
  })

  it('tells by the clock on the wall, also when clocks change', () => {
    const days = { '2027-03-28': [period('02:00', '05:00')], '2027-10-31': [period('02:00', '05:00')] }
    const spring = walkInsAt(at('2027-03-28', '02:30'), world([], days))
    expect(spring.until!.getTime() - at('2027-03-28', '02:00').getTime()).toBe(2 * 3_600_000)
    const autumn = walkInsAt(at('2027-10-31', '02:30'), world([], days))
    expect(autumn.until!.getTime() - at('2027-10-31', '02:00').getTime()).toBe(4 * 3_600_000)
  })
})

it('says how the office is open', () => {
  const mixed = world([period('09:00', '12:00', 'appointment'), period('12:00', '15:00')])
  const told = ['08:59', '09:00', '11:59', '12:00', '15:00'].map((time) =>
    accessAt(at('2026-11-24', time), mixed),
  )
  expect(told).toEqual([null, 'appointment', 'appointment', 'walkIn', null])
})
