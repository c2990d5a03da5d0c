import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VisitView } from '#shared/contract/visits'
import type { ServicePeriod, VisitTimetable } from '#shared/rules/visitTimetable'
import { momentAt } from './days'
import { type Cell, type DayHours, layoutOf, type Moving } from './layout'

const wednesday = '2026-11-25'
const at = (day: string, time: string) => {
  const [hour, minute] = time.split(':').map(Number)
  return momentAt(day, (hour ?? 0) * 60 + (minute ?? 0))
}
const none = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }

const timetableOf = (
  periods: readonly ServicePeriod[],
  asOy: readonly { from: string; to: string }[] = [],
): VisitTimetable => ({
  weeks: [{ fromOn: null, hours: { ...none, wednesday: periods } }],
  exceptions: [],
  rules: {
    minutes: {
      portalIdentification: 15,
      lease: 30,
      rentPayment: 15,
      termination: 30,
      powerOfAttorney: 30,
      keys: 15,
      residentChanges: 15,
      other: 45,
    },
    closedEves: [],
    bookableDays: 60,
    desks: 4,
    reminderHours: 24,
    asOyWeek: { ...none, wednesday: asOy },
  },
})

const hoursOf = (periods: readonly ServicePeriod[], day = wednesday): DayHours => ({
  day,
  closedBecause: periods.length === 0 ? 'weekday' : null,
  holiday: null,
  note: null,
  periods: periods.map((period) => ({ ...period, from: at(day, period.from), to: at(day, period.to) })),
})

let visits = 0
const visitAt = (from: string, to: string, lane: number, more: Partial<VisitView> = {}) =>
  ({
    id: `visit-${++visits}`,
    team: lane === 0 ? 'asoy' : 'service',
    state: 'booked',
    day: wednesday,
    startsAt: at(wednesday, from),
    endsAt: at(wednesday, to),
    lane,
    reason: 'lease',
    ...more,
  }) as VisitView

const morning: ServicePeriod = { from: '09:00', to: '12:00', access: 'appointment', desks: 2 }
const calendar = (
  periods: readonly ServicePeriod[],
  booked: readonly VisitView[] = [],
  more: Partial<Parameters<typeof layoutOf>[0]> = {},
) =>
  layoutOf({
    days: [hoursOf(periods)],
    visits: booked,
    timetable: timetableOf(periods),
    now: at(wednesday, '08:00'),
    lastDay: '2027-01-22',
    may: () => true,
    moving: null,
    ...more,
  })

const cellAt = (layout: ReturnType<typeof layoutOf>, lane: number | null, time: string): Cell => {
  const [hour, minute] = time.split(':').map(Number)
  const row = layout.minutes.indexOf((hour ?? 0) * 60 + (minute ?? 0))
  const cell = layout.columns.find((column) => column.lane === lane)?.cells[row]
  if (cell === undefined) throw new Error(`no cell at ${lane} ${time}`)
  return cell
}

describe('the rows', () => {
  it('are the open hours and a quarter of an hour around them', () => {
    const { minutes } = calendar([morning])
    expect(minutes[0]).toBe(8 * 60 + 45)
    expect(minutes.at(-1)).toBe(12 * 60)
  })

  it('hold a visit that is outside the hours', () => {
    const { minutes } = calendar([morning], [visitAt('13:00', '13:30', 1)])
    expect(minutes.at(-1)).toBe(13 * 60 + 30)
  })

  it('are none on a day without hours and visits', () => {
    const layout = calendar([])
    expect(layout.minutes).toEqual([])
    expect(layout.columns).toEqual([{ day: wednesday, lane: null, cells: [] }])
  })

  it('do not go beyond midnight', () => {
    const { minutes } = calendar([{ from: '00:00', to: '24:00', access: 'appointment', desks: 1 }])
    expect(minutes[0]).toBe(0)
    expect(minutes.at(-1)).toBe(23 * 60 + 45)
  })
})

describe('the columns', () => {
  it('are the desks that are open, and those that have a visit', () => {
    const lanes = (booked: readonly VisitView[]) =>
      calendar([morning], booked).columns.map(({ lane }) => lane)
    expect(lanes([])).toEqual([1, 2])
    expect(lanes([visitAt('09:00', '09:30', 4)])).toEqual([1, 2, 3, 4])
    expect(lanes([visitAt('13:00', '13:30', 0)])).toEqual([1, 2, 0])
    expect(lanes([visitAt('13:00', '13:30', 4, { state: 'cancelled' })])).toEqual([1, 2])
  })

  it('have the As Oy team last when it has hours, without the public ones', () => {
    const layout = calendar([morning], [], {
      timetable: timetableOf([morning], [{ from: '11:00', to: '13:00' }]),
    })
    expect(layout.columns.map(({ lane }) => lane)).toEqual([1, 2, 0])
    expect(cellAt(layout, 0, '11:45').kind).toBe('closed')
    expect(cellAt(layout, 0, '12:00').kind).toBe('free')
  })

  it('are one without desks on a day of walk-ins', () => {
    const layout = calendar([{ ...morning, access: 'walkIn' }])
    expect(layout.columns.map(({ lane }) => lane)).toEqual([null])
    expect(cellAt(layout, null, '09:00')).toEqual({ kind: 'walkIn', first: true })
    expect(cellAt(layout, null, '09:15')).toEqual({ kind: 'walkIn', first: false })
    expect(cellAt(layout, null, '08:45')).toEqual({ kind: 'closed' })
  })
})

describe('a step', () => {
  it('is free when it is open, ahead, and nobody has it', () => {
    const layout = calendar([morning], [visitAt('09:30', '10:00', 1)], { now: at(wednesday, '09:15') })
    expect(cellAt(layout, 1, '09:15').kind).toBe('open')
    expect(cellAt(layout, 1, '09:30')).toMatchObject({ kind: 'visit', rows: 2 })
    expect(cellAt(layout, 1, '09:45').kind).toBe('covered')
    expect(cellAt(layout, 1, '10:00')).toEqual({
      kind: 'free',
      startsAt: at(wednesday, '10:00'),
      usable: true,
    })
    expect(cellAt(layout, 2, '09:30').kind).toBe('free')
  })

  it('is not free beyond the last day, or for those who do not book for the team', () => {
    expect(cellAt(calendar([morning], [], { lastDay: '2026-11-24' }), 1, '10:00').kind).toBe('open')
    expect(cellAt(calendar([morning], [], { may: () => false }), 1, '10:00').kind).toBe('open')
  })

  it('is free only at the desks that are open then', () => {
    const layout = calendar([morning, { from: '12:00', to: '13:00', access: 'appointment', desks: 1 }])
    expect(cellAt(layout, 1, '12:00').kind).toBe('free')
    expect(cellAt(layout, 2, '12:00').kind).toBe('closed')
  })

  it('after one who did not come belongs to whoever booked it', () => {
    const layout = calendar(
      [morning],
      [visitAt('09:00', '09:45', 1, { state: 'noShow' }), visitAt('09:15', '09:30', 1)],
    )
    expect(cellAt(layout, 1, '09:00')).toMatchObject({ kind: 'visit', rows: 1 })
    expect(cellAt(layout, 1, '09:15')).toMatchObject({ kind: 'visit', rows: 1 })
    expect(cellAt(layout, 1, '09:15')).toMatchObject({ visit: { state: 'booked' } })
  })
})

describe('while a visit is being moved', () => {
  const own = visitAt('10:00', '10:30', 1)
  const other = visitAt('11:00', '11:30', 1)
  const moving: Moving = { visit: own, minutes: 30 }
  const layout = calendar([morning], [own, other], { moving })

  it('it fits where all of it is open and free, its own time counted as free', () => {
    const usable = (lane: number, time: string) => cellAt(layout, lane, time)
    expect(usable(1, '09:45')).toMatchObject({ kind: 'free', usable: true })
    expect(usable(1, '10:15')).toMatchObject({ kind: 'free', usable: true })
    expect(usable(1, '10:30')).toMatchObject({ kind: 'free', usable: true })
    expect(usable(1, '10:45')).toMatchObject({ kind: 'free', usable: false })
    expect(usable(1, '11:45')).toMatchObject({ kind: 'free', usable: false })
    expect(usable(2, '11:30')).toMatchObject({ kind: 'free', usable: true })
  })

  it('no other visit can be chosen', () => {
    expect(cellAt(layout, 1, '10:00')).toMatchObject({ kind: 'visit', usable: true, rows: 1 })
    expect(cellAt(layout, 1, '11:00')).toMatchObject({ kind: 'visit', usable: false })
  })

  it('it stays with its team', () => {
    const asOy = visitAt('12:00', '12:30', 0)
    const mixed = calendar([morning], [asOy], {
      timetable: timetableOf([morning], [{ from: '12:00', to: '13:00' }]),
      moving: { visit: asOy, minutes: 30 },
    })
    expect(cellAt(mixed, 1, '09:00')).toMatchObject({ kind: 'free', usable: false })
    expect(cellAt(mixed, 0, '12:30')).toMatchObject({ kind: 'free', usable: true })
  })
})

describe('every column', () => {
  it('has as many steps as there are rows, each covered one under a visit that reaches it', () => {
    const quarter = fc.integer({ min: 32, max: 60 })
    const booking = fc.record({
      start: quarter,
      length: fc.integer({ min: 1, max: 4 }),
      lane: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(booking, { maxLength: 12 }), (bookings) => {
        const text = (minute: number) =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const layout = calendar(
          [morning],
          bookings.map(({ start, length, lane }) =>
            visitAt(text(start * 15), text((start + length) * 15), lane),
          ),
        )
        for (const { cells } of layout.columns) {
          expect(cells.length).toBe(layout.minutes.length)
          const height = cells.reduce(
            (sum, cell) => sum + (cell.kind === 'visit' ? cell.rows : cell.kind === 'covered' ? 0 : 1),
            0,
          )
          expect(height).toBe(cells.length)
        }
      }),
    )
  })
})
