import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedTimetable } from '#shared/rules/timetableChange'
import type { ServicePeriod, VisitTimetable } from '#shared/rules/visitTimetable'
import { byWeekday, nextPeriod, periodIssues, periodsOf, type TypedPeriod, typedPeriods } from './periods'

const typed = (from: string, to: string, desks = '2'): TypedPeriod => ({
  from,
  to,
  access: 'appointment',
  desks,
})
const problems = (periods: readonly TypedPeriod[]) =>
  periodIssues(periods, 3).map(({ index, field, problem }) => `${index} ${field} ${problem}`)

describe('the periods of a day', () => {
  it('are right when they follow each other', () => {
    expect(problems([])).toEqual([])
    expect(problems([typed('9', '12'), typed('12.00', '15.30', '3')])).toEqual([])
    expect(problems([typed('13', '15'), typed('9', '12')])).toEqual([])
  })

  it('are wrong by the field', () => {
    expect(problems([typed('', '12')])).toEqual(['0 from timeFormat'])
    expect(problems([typed('9', 'kolme')])).toEqual(['0 to timeFormat'])
    expect(problems([typed('9.10', '12')])).toEqual(['0 from offQuarter'])
    expect(problems([typed('12', '9')])).toEqual(['0 to periodEndsFirst'])
    expect(problems([typed('12', '12')])).toEqual(['0 to periodEndsFirst'])
    expect(problems([typed('9', '12', 'x')])).toEqual(['0 desks numberFormat'])
    expect(problems([typed('9', '12', '0')])).toEqual(['0 desks numberFormat'])
    expect(problems([typed('9', '12', '4')])).toEqual(['0 desks moreDesksThanThere'])
  })

  it('that overlap are told of at the one that begins later', () => {
    expect(problems([typed('9', '12'), typed('11.45', '15')])).toEqual(['1 from periodsOverlap'])
    expect(problems([typed('11.45', '15'), typed('9', '12')])).toEqual(['0 from periodsOverlap'])
    expect(problems([typed('9', '12'), typed('9', '12')])).toEqual(['1 from periodsOverlap'])
  })
})

const time = fc
  .integer({ min: 0, max: 96 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  )
const period = fc.record<ServicePeriod>({
  from: time,
  to: time,
  access: fc.constantFrom('walkIn', 'appointment'),
  desks: fc.integer({ min: 1, max: 5 }),
})

describe('what the page finds wrong', () => {
  const timetable = {
    weeks: [],
    exceptions: [],
    rules: { desks: 3 },
  } as unknown as VisitTimetable

  it('is what the desk refuses, no more and no less', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 4 }), (periods) => {
        const change = { kind: 'day', day: '2026-12-01', note: 'x', periods } as const
        const refused = !changedTimetable(timetable, change, '2026-11-25').ok
        expect(periodIssues(typedPeriods(periods, 'fi'), 3).length > 0).toBe(refused)
      }),
    )
  })

  it('and what stands in the fields is what was put there', () => {
    fc.assert(
      fc.property(
        fc.array(period, { maxLength: 4 }),
        fc.constantFrom('fi', 'sv', 'en'),
        (periods, language) => {
          expect(periodsOf(typedPeriods(periods, language))).toEqual(periods)
        },
      ),
    )
  })
})

it('a period that is added follows the last one', () => {
  expect(nextPeriod([], 3)).toEqual({ from: '', to: '', access: 'appointment', desks: '3' })
  expect(nextPeriod([typed('9', '12')], 3)).toEqual(typed('12', ''))
})

it('every weekday has its own', () => {
  expect(byWeekday((day) => day.length)).toMatchObject({ monday: 6, wednesday: 9, sunday: 6 })
})
