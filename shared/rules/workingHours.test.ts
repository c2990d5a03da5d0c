import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { finnishHolidays, shippedTimetable } from '../../tests/support/timetable'
import { addDays, HELSINKI, helsinkiDay } from './localDay'
import type { VisitTimetable } from './visitTimetable'
import {
  type DeadlineKind,
  dueAfter,
  isWorkingTime,
  shippedDeadlines,
  type WorkingPeriod,
  type WorkingWeek,
  type WorkingWorld,
  workingSpans,
} from './workingHours'

const at = (text: string) => DateTime.fromISO(text, { zone: HELSINKI }).toJSDate()
const said = (moment: Date) => DateTime.fromJSDate(moment, { zone: HELSINKI }).toFormat('yyyy-MM-dd HH:mm')

const mornings: readonly WorkingPeriod[] = [{ from: '09:00', to: '12:00' }]
const weekOf = (workday: readonly WorkingPeriod[], weekend: readonly WorkingPeriod[] = []): WorkingWeek => ({
  monday: workday,
  tuesday: workday,
  wednesday: workday,
  thursday: workday,
  friday: workday,
  saturday: weekend,
  sunday: weekend,
})
const worldOf = (
  week: WorkingWeek = weekOf(mornings),
  timetable: Partial<VisitTimetable> = {},
  deadlines: Partial<WorkingWorld['deadlines']> = {},
): WorkingWorld => ({
  week,
  hours: { timetable: { ...shippedTimetable, ...timetable }, holidays: finnishHolidays },
  deadlines: { ...shippedDeadlines, ...deadlines },
})

/** The deadline, and the days that do not count with their reasons, as one reads them. */
function due(kind: DeadlineKind, madeAt: string, world = worldOf()) {
  const { startsOn, dueAt, because } = dueAfter(kind, at(madeAt), world)
  const reasons = because.slice(1).map(({ why, day, name }) => [day, why, name].filter(Boolean).join(' '))
  return { startsOn, due: said(dueAt), reasons }
}

describe('a deadline', () => {
  it('of three weekdays is counted from the day, or from the next one when the day is over', () => {
    expect(due('minorDefect', '2026-11-23T10:00')).toEqual({
      startsOn: '2026-11-23',
      due: '2026-11-26 12:00',
      reasons: [],
    })
    expect(due('minorDefect', '2026-11-23T07:00').due).toBe('2026-11-26 12:00')
    expect(due('minorDefect', '2026-11-23T11:59').due).toBe('2026-11-26 12:00')
    expect(due('minorDefect', '2026-11-23T12:00')).toEqual({
      startsOn: '2026-11-24',
      due: '2026-11-27 12:00',
      reasons: ['2026-11-23 madeAfterHours'],
    })
    expect(due('minorDefect', '2026-11-27T22:00')).toEqual({
      startsOn: '2026-11-30',
      due: '2026-12-03 12:00',
      reasons: ['2026-11-27 madeAfterHours', '2026-11-28 weekend', '2026-11-29 weekend'],
    })
  })

  it('skips Christmas Eve and Christmas by their names, and counts the eve when the lead opens it', () => {
    const christmas = [
      '2026-12-25 holiday christmasDay',
      '2026-12-26 holiday boxingDay',
      '2026-12-27 weekend',
    ]
    expect(due('minorDefect', '2026-12-23T10:00')).toEqual({
      startsOn: '2026-12-23',
      due: '2026-12-30 12:00',
      reasons: ['2026-12-24 eve christmasEve', ...christmas],
    })
    expect(due('minorDefect', '2026-12-24T10:00')).toEqual({
      startsOn: '2026-12-28',
      due: '2026-12-31 12:00',
      reasons: ['2026-12-24 eve christmasEve', ...christmas],
    })
    const open = worldOf(undefined, { rules: { ...shippedTimetable.rules, closedEves: [] } })
    expect(due('minorDefect', '2026-12-23T10:00', open)).toMatchObject({
      due: '2026-12-29 12:00',
      reasons: christmas,
    })
  })

  it('skips Ascension Day, and the day that the lead closes with the note', () => {
    expect(due('message', '2026-05-13T10:00')).toEqual({
      startsOn: '2026-05-13',
      due: '2026-05-15 12:00',
      reasons: ['2026-05-14 holiday ascension'],
    })
    const closed = { exceptions: [{ day: '2026-11-25', periods: [], note: 'koulutus' }] }
    expect(due('message', '2026-11-24T10:00', worldOf(undefined, closed))).toMatchObject({
      due: '2026-11-26 12:00',
      reasons: ['2026-11-25 exception koulutus'],
    })
  })

  it('in hours goes on where working time does, over nights and weekends', () => {
    expect(due('callBack', '2026-11-23T09:00').due).toBe('2026-11-23 12:00')
    expect(due('callBack', '2026-11-23T10:30').due).toBe('2026-11-24 10:30')
    expect(due('callBack', '2026-11-27T11:59')).toMatchObject({
      startsOn: '2026-11-27',
      due: '2026-11-30 11:59',
      reasons: ['2026-11-28 weekend', '2026-11-29 weekend'],
    })
  })

  it('knows the last minute of a day and its end', () => {
    const late = worldOf(weekOf([{ from: '09:00', to: '24:00' }]))
    expect(due('callBack', '2026-11-23T23:59', late).due).toBe('2026-11-24 11:59')
    expect(due('callBack', '2026-11-24T00:00', late).due).toBe('2026-11-24 12:00')
    expect(due('message', '2026-11-23T23:59', late)).toMatchObject({
      startsOn: '2026-11-23',
      due: '2026-11-25 00:00',
    })
    const minute = worldOf(weekOf([{ from: '00:00', to: '23:59' }]))
    expect(due('message', '2026-11-23T23:59', minute)).toMatchObject({
      startsOn: '2026-11-24',
      due: '2026-11-25 23:59',
    })
  })

  it('has the hour less in March and the hour more in October', () => {
    const nights = worldOf(weekOf([{ from: '02:00', to: '05:00' }], [{ from: '02:00', to: '05:00' }]))
    expect(due('callBack', '2026-03-29T02:00', nights).due).toBe('2026-03-30 03:00')
    expect(due('callBack', '2026-10-25T02:00', nights).due).toBe('2026-10-25 04:00')
    expect(due('callBack', '2026-11-23T02:00', nights).due).toBe('2026-11-23 05:00')
  })

  it('without any working time in the week is the moment itself, and ends', () => {
    expect(due('message', '2026-11-23T10:00', worldOf(weekOf([])))).toEqual({
      startsOn: '2026-11-23',
      due: '2026-11-23 10:00',
      reasons: [],
    })
  })

  it('says of a weekday without hours that it has none', () => {
    const world = worldOf({ ...weekOf(mornings), tuesday: [] })
    expect(due('message', '2026-11-23T10:00', world)).toMatchObject({
      due: '2026-11-25 12:00',
      reasons: ['2026-11-24 noHours'],
    })
  })
})

describe('working time', () => {
  it('begins at its first minute and is over at its last', () => {
    const world = worldOf()
    expect(
      ['08:59', '09:00', '11:59', '12:00'].map((time) => isWorkingTime(at(`2026-11-23T${time}`), world)),
    ).toEqual([false, true, true, false])
    expect(isWorkingTime(at('2026-12-24T10:00'), world)).toBe(false)
    expect(isWorkingTime(at('2026-11-28T10:00'), world)).toBe(false)
  })
})

const time = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
const anyPeriod = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 2 })
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map(([from = 0, to = 0]) => ({ from: time(from), to: time(to) }))
const anyDay = fc.array(anyPeriod, { maxLength: 2 })
const anyWeek = fc
  .record({
    monday: anyDay,
    tuesday: anyDay,
    wednesday: anyDay,
    thursday: anyDay,
    friday: anyDay,
    saturday: anyDay,
    sunday: anyDay,
  })
  .filter((week) => week.monday.length > 0)
// Every moment from the changes of the clocks to Christmas, in minutes.
const anyMoment = fc
  .integer({ min: Date.parse('2026-03-20') / 60_000, max: Date.parse('2027-01-10') / 60_000 })
  .map((minutes) => new Date(minutes * 60_000))
const anyWorld = fc
  .record({
    week: anyWeek,
    closed: fc.constantFrom<VisitTimetable['rules']['closedEves']>([], ['christmasEve'], ['midsummerEve']),
    unit: fc.constantFrom('hours' as const, 'days' as const),
    amount: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ week, closed, unit, amount }) =>
    worldOf(
      week,
      { rules: { ...shippedTimetable.rules, closedEves: closed } },
      { message: { unit, amount } },
    ),
  )

const daysBetween = (from: string, to: string) => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

describe('any deadline', () => {
  it('is in working time or at its end, and explains every day that does not count, and no other', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, madeAt) => {
        const { startsOn, dueAt, because } = dueAfter('message', madeAt, world)
        // The end of a day that ends at midnight is that day's.
        const dueOn = helsinkiDay(new Date(dueAt.getTime() - 1))
        const spans = [dueOn, helsinkiDay(dueAt)].flatMap((day) => workingSpans(day, world))
        expect(spans.some(({ from, to }) => from <= dueAt && dueAt <= to)).toBe(true)
        expect(dueAt >= madeAt).toBe(true)
        const { unit, amount } = world.deadlines.message
        const left = (day: string) => workingSpans(day, world).filter(({ to }) => to > madeAt)
        const explained = because.flatMap(({ day }) => day ?? [])
        const last = unit === 'hours' && amount === 0 ? startsOn : dueOn
        expect(explained).toEqual(
          daysBetween(helsinkiDay(madeAt), last < startsOn ? startsOn : last).filter(
            (day) => left(day).length === 0,
          ),
        )
        if (unit === 'days') {
          const counted = daysBetween(startsOn, dueOn).filter((day) => workingSpans(day, world).length > 0)
          expect(counted.length - 1).toBe(amount)
          expect(dueAt).toEqual(workingSpans(dueOn, world).at(-1)?.to)
          return
        }
        const worked = daysBetween(helsinkiDay(madeAt), helsinkiDay(dueAt))
          .flatMap((day) => workingSpans(day, world))
          .map(({ from, to }) => Math.min(+to, +dueAt) - Math.max(+from, +madeAt))
          .reduce((sum, lasts) => sum + Math.max(0, lasts), 0)
        expect(worked).toBe(amount * 3_600_000)
      }),
      { numRuns: 300 },
    )
  })

  it('of what was made later is never earlier', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, fc.integer({ min: 0, max: 5000 }), (world, madeAt, later) => {
        const after = new Date(madeAt.getTime() + later * 60_000)
        expect(dueAfter('message', after, world).dueAt >= dueAfter('message', madeAt, world).dueAt).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
