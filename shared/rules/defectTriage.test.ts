import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { type DefectKind, defectKinds } from './defectKinds'
import { shippedUrgentMinutes, type TriageWorld, triage, urgencies } from './defectTriage'
import { eveClosures } from './holidayNames'
import { eveClosure, publicHoliday } from './holidays'
import { HELSINKI, helsinkiDay } from './localDay'
import type { VisitTimetable } from './visitTimetable'
import { isWorkingTime, shippedDeadlines } from './workingHours'

const nine = [{ from: '09:00', to: '12:00' }]
const none: readonly [] = []
const week = (periods: typeof nine | typeof none) => ({
  monday: periods,
  tuesday: periods,
  wednesday: periods,
  thursday: periods,
  friday: periods,
  saturday: none,
  sunday: none,
})
const timetable = (exceptions: VisitTimetable['exceptions'] = []): VisitTimetable => ({
  weeks: [{ fromOn: null, hours: week(none) as never }],
  exceptions,
  rules: { closedEves: [...eveClosures] } as unknown as VisitTimetable['rules'],
})
const world: TriageWorld = {
  urgentMinutes: shippedUrgentMinutes,
  week: week(nine),
  deadlines: shippedDeadlines,
  hours: { timetable: timetable(), holidays: { publicHoliday, eve: eveClosure } },
}
const at = (text: string) => DateTime.fromISO(text, { zone: HELSINKI }).toJSDate()
const told = (kind: DefectKind, when: string) => {
  const { startsOn, dueAt, because } = triage(kind, at(when), world)
  const due = DateTime.fromJSDate(dueAt, { zone: HELSINKI }).toFormat("yyyy-MM-dd'T'HH:mm")
  return { startsOn, due, why: because.slice(1).map(({ why, day }) => `${why} ${day}`) }
}

describe('how soon a defect is looked at', () => {
  it('is at once for what the source calls urgent, and for nothing else', () => {
    expect(defectKinds.filter((kind) => urgencies[kind] === 'urgent')).toEqual([
      'waterLeak',
      'blockedDrain',
      'electrical',
    ])
    expect(defectKinds.filter((kind) => urgencies[kind] === 'cleaning')).toEqual(['cleaning'])
  })

  it.each([
    // Monday within hours: Tuesday, Wednesday, Thursday.
    ['2026-11-23T09:00', '2026-11-23', '2026-11-26T12:00', []],
    ['2026-11-23T11:59', '2026-11-23', '2026-11-26T12:00', []],
    // The closing minute is outside: counted from Tuesday.
    ['2026-11-23T12:00', '2026-11-24', '2026-11-27T12:00', ['madeAfterHours 2026-11-23']],
    ['2026-11-23T23:59', '2026-11-24', '2026-11-27T12:00', ['madeAfterHours 2026-11-23']],
    // Midnight is the new day, before whose hours it came.
    ['2026-11-24T00:00', '2026-11-24', '2026-11-27T12:00', []],
    // Ascension is a Thursday.
    [
      '2026-05-12T10:00',
      '2026-05-12',
      '2026-05-18T12:00',
      ['holiday 2026-05-14', 'weekend 2026-05-16', 'weekend 2026-05-17'],
    ],
    [
      '2026-12-23T10:00',
      '2026-12-23',
      '2026-12-30T12:00',
      ['eve 2026-12-24', 'holiday 2026-12-25', 'holiday 2026-12-26', 'weekend 2026-12-27'],
    ],
    [
      '2026-12-24T10:00',
      '2026-12-28',
      '2026-12-31T12:00',
      ['eve 2026-12-24', 'holiday 2026-12-25', 'holiday 2026-12-26', 'weekend 2026-12-27'],
    ],
    // Over both changes of the clock.
    ['2026-03-27T10:00', '2026-03-27', '2026-04-01T12:00', ['weekend 2026-03-28', 'weekend 2026-03-29']],
    ['2026-10-23T10:00', '2026-10-23', '2026-10-28T12:00', ['weekend 2026-10-24', 'weekend 2026-10-25']],
  ])('is three weekdays for a minor one of %s', (when, startsOn, due, why) => {
    expect(told('window', when)).toEqual({ startsOn, due, why })
    expect(told('cleaning', when)).toEqual({ startsOn, due, why })
  })

  const moment = fc.date({
    min: new Date('2024-01-01T00:00:00Z'),
    max: new Date('2034-01-01T00:00:00Z'),
    noInvalidDate: true,
  })

  it('is so many minutes after it was reported for an urgent one, on every day and at every hour', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom('waterLeak', 'electrical'), fc.nat(480), (now, kind, minutes) => {
        const set = { ...world, urgentMinutes: minutes }
        const { dueAt, startsOn, because } = triage(kind as DefectKind, now, set)
        expect(dueAt.getTime() - now.getTime()).toBe(minutes * 60_000)
        expect({ startsOn, because }).toEqual({ startsOn: helsinkiDay(now), because: [] })
      }),
    )
  })
  it('is exactly three working days after the day it is counted from, which is today or the next one', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const { dueAt, startsOn, because } = triage('window', now, world)
        const works = (day: string) => isWorkingTime(at(`${day}T10:00`), world)
        const days: string[] = []
        for (let day = startsOn; day <= helsinkiDay(dueAt); ) {
          days.push(day)
          day = DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd')
        }
        expect(days.filter(works)).toHaveLength(4)
        expect(works(startsOn) && works(helsinkiDay(dueAt))).toBe(true)
        if (isWorkingTime(now, world)) expect(startsOn).toBe(helsinkiDay(now))
        const skipped = because.map(({ day }) => day).filter((day) => day !== null)
        expect(skipped).toEqual(skipped.toSorted())
        expect(days.filter((day) => !works(day)).every((day) => skipped.includes(day))).toBe(true)
      }),
    )
  })
  it('skips a day that the lead closed, with the lead’s note', () => {
    const closed = timetable([{ day: '2026-11-25', periods: [], note: 'koulutus' }])
    const { dueAt, because } = triage('window', at('2026-11-23T10:00'), {
      ...world,
      hours: { ...world.hours, timetable: closed },
    })
    expect(helsinkiDay(dueAt)).toBe('2026-11-27')
    expect(because).toContainEqual({ why: 'exception', day: '2026-11-25', name: 'koulutus', amount: null })
  })
})
