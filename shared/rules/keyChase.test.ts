import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eveClosure, publicHoliday } from './holidays'
import {
  type FiguredHandoff,
  figuresOfWeeks,
  isReminderDay,
  isWorkingDay,
  nextReminderDay,
  workingDayFrom,
} from './keyChase'
import { addDays, type LocalDay, mondayOf } from './localDay'

/** As it ships: holidays, and both eves, are closed. */
const isClosed = (day: LocalDay) => publicHoliday(day) !== null || eveClosure(day) !== null
const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2026-01-01', n))
const settings = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 })

describe('working days', () => {
  it.each([
    ['an ordinary Tuesday', '2026-11-24', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['Christmas Eve, a Thursday', '2026-12-24', false],
    ['Christmas Day, a Friday', '2026-12-25', false],
    ['the Monday after Christmas', '2026-12-28', true],
    ['Epiphany, a Wednesday', '2027-01-06', false],
    ['Ascension Day, a Thursday', '2026-05-14', false],
    ['the Friday after it', '2026-05-15', true],
    ['Midsummer Eve', '2026-06-19', false],
    ['the Monday after the clocks went forward', '2026-03-30', true],
    ['the Sunday on which they go back', '2026-10-25', false],
  ])('%s', (_, day, works) => {
    expect(isWorkingDay(day, isClosed)).toBe(works)
    expect(workingDayFrom(day, isClosed) === day).toBe(works)
  })

  it('an eve that the lead has opened is one', () => {
    expect(isWorkingDay('2026-12-24', (day) => publicHoliday(day) !== null)).toBe(true)
  })

  it('the next one is the first that is one', () => {
    fc.assert(
      fc.property(days, (day) => {
        const next = workingDayFrom(day, isClosed)
        expect(isWorkingDay(next, isClosed)).toBe(true)
        for (let each = day; each < next; each = addDays(each, 1))
          expect(isWorkingDay(each, isClosed)).toBe(false)
      }),
    )
  })
})

describe('the day of the next reminder', () => {
  const next = (dueOn: LocalDay, reminders = 0, remindedOn: LocalDay | null = null) =>
    nextReminderDay({ dueOn, reminders, remindedOn }, [1, 5], isClosed)

  it.each([
    // The due day, and when the first reminder goes: a working day after it.
    ['2026-11-24', '2026-11-25'],
    ['2026-11-27', '2026-11-30'],
    ['2026-12-23', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
    ['2026-05-13', '2026-05-15'],
    ['2026-03-27', '2026-03-30'],
    ['2026-10-24', '2026-10-26'],
    ['2026-11-28', '2026-11-30'],
  ])('of what was due on %s is %s', (dueOn, day) => {
    expect(next(dueOn)).toBe(day)
  })

  it('keeps the days between two, also when the first went late, and ends', () => {
    expect(next('2026-11-24', 1, '2026-11-25')).toBe('2026-12-01')
    expect(next('2026-11-24', 1, '2026-12-10')).toBe('2026-12-16')
    expect(next('2026-11-24', 2, '2026-12-01')).toBeNull()
    expect(nextReminderDay({ dueOn: '2026-11-24', reminders: 0, remindedOn: null }, [], isClosed)).toBeNull()
  })

  it('is after the due day and the reminder before it, and a working day', () => {
    fc.assert(
      fc.property(days, settings, fc.nat(5), fc.nat(40), (dueOn, wanted, reminders, later) => {
        const remindedOn = reminders === 0 ? null : addDays(dueOn, later)
        const day = nextReminderDay({ dueOn, reminders, remindedOn }, wanted, isClosed)
        if (reminders >= wanted.length) {
          expect(day).toBeNull()
          return
        }
        expect(day! > dueOn).toBe(true)
        if (remindedOn) expect(day! > remindedOn).toBe(true)
        expect(isWorkingDay(day!, isClosed)).toBe(true)
      }),
    )
  })

  it('sends each once, on working days only, whatever days the program was shut', () => {
    fc.assert(
      fc.property(days, settings, fc.integer({ min: 2, max: 9 }), (dueOn, wanted, nth) => {
        let reminders = 0
        let remindedOn: LocalDay | null = null
        for (let ahead = 0; ahead < 200; ahead += 1) {
          const today = addDays(dueOn, ahead)
          const isShut = Number(today.slice(8)) % nth === 0
          if (isShut || !isReminderDay({ dueOn, reminders, remindedOn }, wanted, today, isClosed)) continue
          expect(isWorkingDay(today, isClosed)).toBe(true)
          expect(today > (remindedOn ?? dueOn)).toBe(true)
          reminders += 1
          remindedOn = today
        }
        expect(reminders).toBe(wanted.length)
      }),
    )
  })
})

describe('the figures of weeks', () => {
  const at = (day: LocalDay) => new Date(`${day}T12:00:00Z`)
  const handoff = (change: Partial<FiguredHandoff>): FiguredHandoff => ({
    madeAt: at('2026-11-10'),
    dueOn: '2026-11-12',
    cameAt: null,
    endedAt: null,
    cancelled: false,
    ...change,
  })
  const week = (monday: LocalDay) => ({
    monday,
    from: new Date(`${monday}T00:00:00Z`),
    to: new Date(`${addDays(monday, 7)}T00:00:00Z`),
  })
  const weeks = ['2026-11-09', '2026-11-16', '2026-11-23'].map(week)
  const of = (handoffs: readonly FiguredHandoff[], cases: Parameters<typeof figuresOfWeeks>[2] = []) =>
    figuresOfWeeks(weeks, handoffs, cases, { graceDays: 1, today: '2026-11-24' })

  it('say what was made, open, late and settled by the end of each', () => {
    const shown = of([
      handoff({}),
      handoff({ cameAt: at('2026-11-17'), endedAt: at('2026-11-17') }),
      handoff({ madeAt: at('2026-11-20'), dueOn: '2026-11-23' }),
      handoff({ endedAt: at('2026-11-18'), cancelled: true }),
    ])
    expect(shown).toEqual([
      { monday: '2026-11-09', made: 3, open: 3, late: 3, missing: 0, settled: 0 },
      { monday: '2026-11-16', made: 1, open: 2, late: 1, missing: 0, settled: 1 },
      // The week goes on: what was due yesterday has a day of grace until today.
      { monday: '2026-11-23', made: 0, open: 2, late: 1, missing: 0, settled: 0 },
    ])
  })

  it('count a hand-off of which two keys are missing once, until both cases are closed', () => {
    const one = { handoffId: 'a', openedAt: at('2026-11-12'), closedAt: null }
    const shown = of(
      [handoff({ cameAt: at('2026-11-12') })],
      [one, { ...one, closedAt: at('2026-11-18') }, { ...one, handoffId: 'b', closedAt: at('2026-11-20') }],
    )
    expect(shown.map(({ missing, late }) => [missing, late])).toEqual([
      [2, 0],
      [1, 0],
      [1, 0],
    ])
  })

  it('never have more late than open, and of everything made as much as is open or has ended', () => {
    const some = fc.array(
      fc.record({
        madeOn: days,
        wait: fc.nat(60),
        came: fc.option(fc.nat(60)),
        ended: fc.option(fc.nat(90)),
      }),
      { maxLength: 20 },
    )
    const first = mondayOf('2026-01-01')
    const all = Array.from({ length: 620 }, (_, n) => week(addDays(first, 7 * n)))
    fc.assert(
      fc.property(some, fc.nat(10), (given, graceDays) => {
        const handoffs = given.map(({ madeOn, wait, came, ended }) =>
          handoff({
            madeAt: at(madeOn),
            dueOn: addDays(madeOn, wait),
            cameAt: came === null ? null : at(addDays(madeOn, came)),
            endedAt: ended === null ? null : at(addDays(madeOn, ended)),
          }),
        )
        const shown = figuresOfWeeks(all, handoffs, [], { graceDays, today: addDays(first, 7 * 620) })
        for (const { open, late } of shown) expect(late).toBeLessThanOrEqual(open)
        const sum = (what: 'made' | 'settled') => shown.reduce((total, each) => total + each[what], 0)
        expect(sum('made')).toBe(handoffs.length)
        expect(sum('made') - sum('settled')).toBe(shown.at(-1)!.open)
      }),
      { numRuns: 20 },
    )
  })
})
