import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { minutesOn, someAsking, someDay } from '../../tests/support/slotOracle'
import { finnishHolidays, opening, shippedTimetable, week } from '../../tests/support/timetable'
import { HELSINKI } from './localDay'
import {
  closureOf,
  dayClosure,
  type HoursWorld,
  momentOf,
  openingsOf,
  openStepsOf,
  servicePeriods,
  weekOn,
} from './visitHours'
import type { VisitTimetable } from './visitTimetable'

const at = (text: string) => DateTime.fromISO(text, { zone: HELSINKI }).toJSDate()
const worldOf = (timetable: Partial<VisitTimetable> = {}): HoursWorld => ({
  timetable: { ...shippedTimetable, ...timetable },
  holidays: finnishHolidays,
})
const because = (day: string, world = worldOf()) => dayClosure(day, world)?.because ?? null

describe('a time on the wall', () => {
  it('is a moment in winter and in summer, and 24:00 is the next midnight', () => {
    expect(momentOf('2026-11-25', '09:15')).toEqual(new Date('2026-11-25T07:15:00Z'))
    expect(momentOf('2026-06-10', '09:15')).toEqual(new Date('2026-06-10T06:15:00Z'))
    expect(momentOf('2026-12-31', '24:00')).toEqual(at('2027-01-01T00:00'))
    expect(momentOf('2026-10-25', '24:00')).toEqual(at('2026-10-26T00:00'))
  })

  it('is the jump itself in the hour that March loses, and the first of two in October', () => {
    const jump = new Date('2026-03-29T01:00:00Z')
    for (const time of ['03:00', '03:30', '03:45', '04:00'])
      expect(momentOf('2026-03-29', time)).toEqual(jump)
    expect(momentOf('2026-10-25', '03:00')).toEqual(new Date('2026-10-25T00:00:00Z'))
    expect(momentOf('2026-10-25', '03:45')).toEqual(new Date('2026-10-25T00:45:00Z'))
    expect(momentOf('2026-10-25', '04:00')).toEqual(new Date('2026-10-25T02:00:00Z'))
  })

  it('is where the clock first comes to it, on any day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 95 }), (day, quarter) => {
        const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
        const first = minutesOn(day).find(({ wall }) => wall >= time)
        expect(momentOf(day, time).getTime()).toBe(first?.at)
      }),
    )
  })
})

describe('the week that holds', () => {
  const later = { fromOn: '2026-12-01', hours: week({ monday: [opening('09:00', '12:00')] }) }
  const latest = { fromOn: '2027-01-01', hours: week() }
  const [shipped] = shippedTimetable.weeks

  it('is the latest that has begun, in whatever order they are kept', () => {
    for (const weeks of [
      [shipped!, later, latest],
      [latest, later, shipped!],
    ]) {
      expect(weekOn('2026-11-30', weeks)).toBe(shipped)
      expect(weekOn('2026-12-01', weeks)).toBe(later)
      expect(weekOn('2026-12-31', weeks)).toBe(later)
      expect(weekOn('2027-01-01', weeks)).toBe(latest)
    }
    expect(weekOn('2026-11-30', [later])).toBeUndefined()
    expect(because('2026-12-07', worldOf({ weeks: [shipped!, later] }))).toBeNull()
    expect(because('2026-12-08', worldOf({ weeks: [shipped!, later] }))).toBe('weekday')
  })
})

describe('a closed day', () => {
  it('is closed by its weekday, a holiday, an eve or the lead', () => {
    expect(because('2026-11-23')).toBe('weekday')
    expect(because('2026-11-25')).toBeNull()
    expect(dayClosure('2027-01-06', worldOf())).toEqual({
      because: 'holiday',
      holiday: 'epiphany',
      note: null,
    })
    expect(dayClosure('2027-05-06', worldOf())).toMatchObject({ because: 'holiday', holiday: 'ascension' })
    expect(dayClosure('2026-12-24', worldOf())).toEqual({
      because: 'eve',
      holiday: 'christmasEve',
      note: null,
    })
    expect(because('2026-06-19')).toBe('eve')
    const exceptions = [{ day: '2026-11-25', periods: [], note: 'Koulutus' }]
    expect(dayClosure('2026-11-25', worldOf({ exceptions }))).toEqual({
      because: 'exception',
      holiday: null,
      note: 'Koulutus',
    })
  })

  it('is Ascension on a Thursday every year', () => {
    for (let year = 2026; year <= 2040; year += 1) {
      const days = Array.from({ length: 366 }, (_, ahead) =>
        DateTime.utc(year).plus({ days: ahead }).toFormat('yyyy-MM-dd'),
      )
      const found = days.filter((day) => finnishHolidays.publicHoliday(day) === 'ascension')
      expect(found.map((day) => DateTime.fromISO(day).weekday)).toEqual([4])
    }
  })

  it('is opened by hours of its own, also a holiday, an eve or a Saturday', () => {
    for (const day of ['2027-01-06', '2026-12-24', '2026-11-28']) {
      const world = worldOf({ exceptions: [{ day, periods: [opening('10:00', '12:00')], note: 'Auki' }] })
      expect(because(day, world)).toBeNull()
      expect(servicePeriods(day, world)).toEqual([opening('10:00', '12:00')])
      expect(servicePeriods(day, worldOf())).toEqual([])
    }
  })

  it('is closed to the As Oy team too, unless it is only the weekday', () => {
    const closed = worldOf({ exceptions: [{ day: '2026-11-25', periods: [], note: 'Koulutus' }] })
    expect(openStepsOf('2026-11-25', 'asoy', closed).size).toBe(0)
    expect(openStepsOf('2027-01-06', 'asoy', worldOf()).size).toBe(0)
    expect(openStepsOf('2026-11-23', 'asoy', worldOf()).size).toBe(24)
    expect(openStepsOf('2026-11-25', 'asoy', worldOf()).size).toBe(12)
  })
})

describe('split hours', () => {
  const split = [opening('13:00', '15:00', 'walkIn'), opening('09:00', '11:00'), opening('11:00', '12:00')]
  const world = worldOf({ weeks: [{ fromOn: null, hours: week({ wednesday: split }) }] })
  const why = (time: string) => closureOf('2026-11-25', at(`2026-11-25T${time}`), 'service', world)

  it('are openings in order, and appointments only where they are given', () => {
    expect(openingsOf('2026-11-25', world).map(({ from, access }) => [from, access])).toEqual([
      [at('2026-11-25T09:00'), 'appointment'],
      [at('2026-11-25T11:00'), 'appointment'],
      [at('2026-11-25T13:00'), 'walkIn'],
    ])
    expect(openStepsOf('2026-11-25', 'service', world).size).toBe(12)
  })

  it('tell the break from the hours without appointments', () => {
    expect(why('08:59')).toBeNull()
    expect(why('12:00')).toBeNull()
    expect(why('12:59')).toBeNull()
    expect(why('13:00')).toMatchObject({ because: 'walkInOnly' })
    expect(why('14:59')).toMatchObject({ because: 'walkInOnly' })
    expect(why('15:00')).toBeNull()
  })
})

describe('the openings of any day', () => {
  it('follow one another without overlapping, also when clocks change', () => {
    fc.assert(
      fc.property(someAsking, ({ day, world }) => {
        const openings = openingsOf(day, world)
        for (const [index, { from, to }] of openings.entries()) {
          expect(from < to).toBe(true)
          expect(index === 0 || openings[index - 1]!.to <= from).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
