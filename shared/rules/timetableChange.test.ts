import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { opening, shippedTimetable, week, withRules } from '../../tests/support/timetable'
import { changedTimetable, type TimetableChange } from './timetableChange'
import { weekOn } from './visitHours'
import type { ServicePeriod, VisitTimetable } from './visitTimetable'

const today = '2026-11-24'
const made = (change: TimetableChange, timetable = shippedTimetable) => {
  const changed = changedTimetable(timetable, change, today)
  if (!changed.ok) throw new Error(changed.refusal)
  return changed.value
}
const refusal = (change: TimetableChange, timetable = shippedTimetable) => {
  const changed = changedTimetable(timetable, change, today)
  return changed.ok ? null : changed.refusal
}
const wednesdays = (fromOn: string, ...periods: ServicePeriod[]) =>
  ({ kind: 'week', fromOn, hours: week({ wednesday: periods }) }) as const
const dayOf = (day: string, ...periods: ServicePeriod[]) =>
  ({ kind: 'day', day, periods, note: 'Syy' }) as const
const withDesks = (desks: number) => ({ kind: 'rules', rules: { ...shippedTimetable.rules, desks } }) as const

describe('a change of the timetable', () => {
  it('adds a week in its place, puts its periods in order, and replaces the one of the same day', () => {
    const once = made(wednesdays('2027-01-01', opening('13:00', '14:00'), opening('09:00', '12:00')))
    const twice = made(wednesdays('2026-12-01', opening('10:00', '11:00')), once)
    expect(twice.weeks.map(({ fromOn }) => fromOn)).toEqual([null, '2026-12-01', '2027-01-01'])
    expect(twice.weeks[2]!.hours.wednesday.map(({ from }) => from)).toEqual(['09:00', '13:00'])
    const again = made(wednesdays('2027-01-01'), twice)
    expect(again.weeks.map(({ hours }) => hours.wednesday.length)).toEqual([1, 1, 0])
    expect(again.weeks[0]).toEqual(shippedTimetable.weeks[0])
    const without = made({ kind: 'withoutWeek', fromOn: '2026-12-01' }, again)
    expect(without.weeks.map(({ fromOn }) => fromOn)).toEqual([null, '2027-01-01'])
  })

  it('adds an exceptional day in its place, replaces it, and takes it away', () => {
    const once = made(dayOf('2026-12-24', opening('12:00', '13:00'), opening('09:00', '10:00')))
    const twice = made(dayOf('2026-12-01'), once)
    expect(twice.exceptions).toEqual([
      { day: '2026-12-01', periods: [], note: 'Syy' },
      { day: '2026-12-24', periods: [opening('09:00', '10:00'), opening('12:00', '13:00')], note: 'Syy' },
    ])
    expect(made(dayOf('2026-12-24'), twice).exceptions[1]!.periods).toEqual([])
    expect(made({ kind: 'withoutDay', day: '2026-12-01' }, twice)).toEqual(once)
  })

  it('is not of the past, and not of what is not there', () => {
    expect(refusal(wednesdays('2026-11-23'))).toBe('dayPast')
    expect(refusal(wednesdays(today))).toBeNull()
    expect(refusal(dayOf('2026-11-23'))).toBe('dayPast')
    expect(refusal(dayOf(today))).toBeNull()
    expect(refusal({ kind: 'withoutWeek', fromOn: '2026-12-01' })).toBe('weekNotFound')
    expect(refusal({ kind: 'withoutDay', day: '2026-12-01' })).toBe('dayNotFound')
    const before = {
      ...shippedTimetable,
      weeks: [...shippedTimetable.weeks, { fromOn: '2026-11-01', hours: week() }],
      exceptions: [{ day: '2026-11-01', periods: [], note: 'Syy' }],
    }
    expect(refusal({ kind: 'withoutWeek', fromOn: '2026-11-01' }, before)).toBe('dayPast')
    expect(refusal({ kind: 'withoutDay', day: '2026-11-01' }, before)).toBe('dayPast')
  })

  it.each([
    ['end before they begin', [opening('12:00', '09:00')], 'periodEndsFirst'],
    ['take no time', [opening('09:00', '09:00')], 'periodEndsFirst'],
    ['begin when the day is over', [opening('24:00', '24:00')], 'periodEndsFirst'],
    ['overlap', [opening('09:00', '12:00'), opening('11:45', '13:00', 'walkIn')], 'periodsOverlap'],
    [
      'overlap, the later one first',
      [opening('11:45', '13:00'), opening('09:00', '12:00')],
      'periodsOverlap',
    ],
    ['are in another', [opening('09:00', '15:00'), opening('10:00', '11:00')], 'periodsOverlap'],
    ['are twice', [opening('09:00', '10:00'), opening('09:00', '10:00')], 'periodsOverlap'],
    ['have more desks than there are', [opening('09:00', '10:00', 'walkIn', 4)], 'moreDesksThanThere'],
    ['touch', [opening('09:00', '12:00'), opening('12:00', '24:00', 'walkIn')], null],
  ] as const)('has no periods that %s', (_what, periods, expected) => {
    expect(refusal(wednesdays('2026-12-01', ...periods))).toBe(expected)
    expect(refusal(dayOf('2026-12-01', ...periods))).toBe(expected)
    if (expected === 'moreDesksThanThere') return
    const asOyWeek = { ...shippedTimetable.rules.asOyWeek, sunday: periods }
    expect(refusal({ kind: 'rules', rules: { ...shippedTimetable.rules, asOyWeek } })).toBe(expected)
  })

  it('to fewer desks makes them fewer in the week that ships', () => {
    const fewer = made(withDesks(2))
    const { wednesday } = fewer.weeks[0]!.hours
    expect(wednesday).toEqual([opening('09:00', '12:00', 'appointment', 2)])
    expect(fewer.rules.desks).toBe(2)
    expect(made(withDesks(5)).weeks).toEqual(shippedTimetable.weeks)
  })

  it('to fewer desks is refused while what the lead chose, now or later, has more', () => {
    const three = opening('09:00', '12:00')
    const two = opening('09:00', '12:00', 'appointment', 2)
    expect(refusal(withDesks(2), made(dayOf('2026-12-09', three)))).toBe('moreDesksThanThere')
    expect(refusal(withDesks(2), made(wednesdays('2026-12-01', three)))).toBe('moreDesksThanThere')
    expect(refusal(withDesks(2), made(wednesdays(today, three)))).toBe('moreDesksThanThere')
    expect(refusal(withDesks(2), made(wednesdays('2026-12-01', two)))).toBeNull()
    expect(refusal(withDesks(2), made(dayOf('2026-12-09', two)))).toBeNull()
  })

  it('to fewer desks does not look at what is over', () => {
    const three = opening('09:00', '12:00')
    const over = {
      ...withRules({ desks: 3 }),
      weeks: [
        shippedTimetable.weeks[0]!,
        { fromOn: '2026-01-01', hours: week({ wednesday: [three] }) },
        { fromOn: '2026-10-01', hours: week({ wednesday: [opening('09:00', '12:00', 'appointment', 1)] }) },
      ],
      exceptions: [{ day: '2026-11-23', periods: [three], note: 'Syy' }],
    }
    const fewer = made(withDesks(1), over)
    expect(fewer.weeks.slice(1)).toEqual(over.weeks.slice(1))
    expect(fewer.rules.desks).toBe(1)
    // A week of the past that would hold again.
    const onlyToday = made(wednesdays(today, opening('09:00', '12:00', 'appointment', 1)), {
      ...over,
      weeks: over.weeks.slice(0, 2),
    })
    const { weeks } = made(withDesks(1), onlyToday)
    const again = { ...onlyToday, weeks, rules: { ...onlyToday.rules, desks: 1 } }
    expect(refusal({ kind: 'withoutWeek', fromOn: today }, again)).toBe('moreDesksThanThere')
    expect(refusal({ kind: 'withoutWeek', fromOn: today }, onlyToday)).toBeNull()
  })

  const dayText = fc.integer({ min: 10, max: 30 }).map((day) => `2026-11-${day}`)
  const hour = fc.integer({ min: 8, max: 16 }).map((each) => `${String(each).padStart(2, '0')}:00`)
  const periods = fc.array(
    fc.record({
      from: hour,
      to: hour,
      access: fc.constantFrom('walkIn', 'appointment'),
      desks: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 3 },
  )
  const someChange: fc.Arbitrary<TimetableChange> = fc.oneof(
    fc.record({
      kind: fc.constant('week'),
      fromOn: dayText,
      hours: periods.map((wednesday) => week({ wednesday })),
    }),
    fc.record({ kind: fc.constant('day'), day: dayText, periods, note: fc.constant('Syy') }),
    fc.record({ kind: fc.constant('withoutWeek'), fromOn: dayText }),
    fc.record({ kind: fc.constant('withoutDay'), day: dayText }),
    fc.integer({ min: 1, max: 5 }).map(withDesks),
  )

  it('after any others keeps the timetable whole, and itself unchanged when it is refused', () => {
    fc.assert(
      fc.property(fc.array(someChange, { maxLength: 30 }), (changes) => {
        let timetable: VisitTimetable = shippedTimetable
        for (const change of changes) {
          const before = structuredClone(timetable)
          const changed = changedTimetable(timetable, change, today)
          expect(timetable).toEqual(before)
          if (!changed.ok) continue
          timetable = changed.value
          const { weeks, exceptions, rules } = timetable
          const begin = weeks.map(({ fromOn }) => fromOn ?? '')
          expect(begin).toEqual([...new Set(begin)].sort())
          expect(begin[0]).toBe('')
          const days = exceptions.map(({ day }) => day)
          expect(days).toEqual([...new Set(days)].sort())
          const open = [
            ...weeks.filter((each) => each === weekOn(today, weeks) || (each.fromOn ?? '') > today),
          ].flatMap(({ hours }) => Object.values(hours))
          for (const day of [...open, ...exceptions.map((each) => each.periods)]) {
            expect(Math.max(0, ...day.map(({ desks }) => desks))).toBeLessThanOrEqual(rules.desks)
            for (const [index, { from, to }] of day.entries()) {
              expect(from < to).toBe(true)
              expect(from >= (day[index - 1]?.to ?? '')).toBe(true)
            }
          }
        }
      }),
    )
  })
})
