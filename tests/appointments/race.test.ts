import { randomInt } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import type { TimetableChange } from '#shared/contract/timetable'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines, temporaryFolder } from '../support/engines'
import { startProcess } from '../support/otherProcess'
import {
  type BookingOutcome,
  type BookingTry,
  type BookSlotsInput,
  type RoundOutcome,
  tryAll,
} from '../support/processes/bookSlots'
import { opening } from '../support/timetable'
import { at, type Counter, openCounter, wednesday } from '../visits/counter'
import { booking, thursday } from './bookings'

const many = 16
/** A Friday on which all sixteen desks are open. */
const friday = '2026-11-27'

/** A booking of a clerk for a time, at any desk unless one is asked for. */
const wish = (startsAt: Date, lane: number | null = null, reason: 'keys' | 'lease' = 'keys'): BookingTry => ({
  booking: booking({ lane, reason, email: 'a@b.fi' }),
  startsAt: startsAt.toISOString(),
})
const slots = ['12:00', '12:15', '12:30', '12:45', '13:00', '13:15'].map((time) => at(thursday, time))

/** Each round: what each of the sixteen tries. */
const rounds: readonly (readonly (readonly BookingTry[])[])[] = [
  // One desk of one time.
  Array.from({ length: many }, () => [wish(at(wednesday, '09:00'), 2)]),
  // One time, of three desks.
  Array.from({ length: many }, () => [wish(at(wednesday, '10:00'))]),
  // A list of times at one desk, from anywhere in it, some for half an hour.
  Array.from({ length: many }, (_, clerk) => {
    const from = randomInt(slots.length)
    const inOrder = [...slots.slice(from), ...slots.slice(0, from)]
    return inOrder.map((startsAt) => wish(startsAt, 1, clerk % 4 === 0 ? 'lease' : 'keys'))
  }),
  // There is a desk for everyone.
  Array.from({ length: many }, () => [wish(at(friday, '09:00'))]),
]

const inputOf = (
  { key, postgresUrl, now }: TestDesk,
  dataDir: string,
  desk: number,
  rest: Partial<BookSlotsInput> = {},
): BookSlotsInput => ({
  dataDir,
  key: key.toString('hex'),
  postgresUrl,
  deskName: `Tiski ${desk}`,
  now: now().toISOString(),
  password,
  usernames: [],
  rounds: [],
  ...rest,
})

onBothEngines('sixteen clerks who book the same time', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  const usernames: string[] = []
  const pages: DeskClient[] = []
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    for (let clerk = 0; clerk < many; clerk += 1) {
      const page = await counter.colleague('counter')
      pages.push(page)
      usernames.push((await page.staff.session())!.username)
    }
    const { timetable } = await counter.page.timetable.read()
    const { version, rules } = timetable
    const periods = [opening('09:00', '10:00', 'appointment', many)]
    const changes: TimetableChange[] = [
      { kind: 'rules', rules: { ...rules, desks: many } },
      { kind: 'day', day: friday, periods, note: 'Kaikki tiskit' },
    ]
    for (const [index, change] of changes.entries())
      await counter.page.timetable.save({ version: version + index, change })
  })
  afterAll(() => opened.cleanUp())

  /** The rounds, each at once: from four programs on PostgreSQL, from sixteen pages of the one that holds the folder. */
  async function race(): Promise<BookingOutcome[][]> {
    if (engine === 'sqlite') {
      const outcomes: BookingOutcome[][] = []
      for (const tries of rounds)
        outcomes.push(
          (
            await Promise.all(
              pages.map((page, index) => tryAll({ name: `Kollega ${index + 1}`, page }, tries[index]!)),
            )
          ).flat(),
        )
      return outcomes
    }
    const folders = await Promise.all(Array.from({ length: 4 }, temporaryFolder))
    const go = rounds.map((_, index) => join(folders[0]!.value, `go-${index}`))
    const programs = folders.map(({ value }, index) => {
      const own = <Value>(all: readonly Value[]) => all.slice(index * 4, index * 4 + 4)
      const input = inputOf(counter.desk, value, index + 2, {
        usernames: own(usernames),
        rounds: rounds.map((tries, round) => ({ go: go[round]!, tries: own(tries) })),
      })
      return startProcess('bookSlots', input)
    })
    try {
      for (const program of programs) expect(await program.next()).toEqual({ open: true })
      const outcomes: BookingOutcome[][] = []
      for (const file of go) {
        await writeFile(file, '')
        const said = await Promise.all(programs.map((program) => program.next<RoundOutcome>()))
        expect(said.flatMap(({ reported }) => reported)).toEqual([])
        outcomes.push(said.flatMap((each) => each.outcomes))
      }
      return outcomes
    } finally {
      for (const program of programs) await program.kill()
      for (const folder of folders) await folder.cleanUp()
    }
  }

  it('have each desk of it once, and who comes second is told who was first and what is free', async () => {
    const [desk, time, list, everyone] = (await race()) as [
      BookingOutcome[],
      BookingOutcome[],
      BookingOutcome[],
      BookingOutcome[],
    ]
    const winners = (of: readonly BookingOutcome[]) => of.filter(({ error }) => error === null)
    const losers = (of: readonly BookingOutcome[]) => of.filter(({ error }) => error !== null)
    for (const outcomes of [desk, time, list])
      for (const { error } of losers(outcomes)) expect(error).toBe('SLOT_TAKEN')

    expect(winners(desk).map(({ lane }) => lane)).toEqual([2])
    for (const { takenBy, next } of losers(desk)) {
      expect(takenBy).toBe(winners(desk)[0]!.clerk)
      // The same time at another desk is free.
      expect(next[0]).toBe(at(wednesday, '09:00').toISOString())
    }

    expect(
      winners(time)
        .map(({ lane }) => lane)
        .sort(),
    ).toEqual([1, 2, 3])
    const three = winners(time).map(({ clerk }) => clerk)
    for (const { takenBy, next } of losers(time)) {
      expect(three).toContain(takenBy)
      expect(next[0]).toBe(at(wednesday, '10:15').toISOString())
    }

    expect(list).toHaveLength(many * slots.length)
    const listed = new Set(winners(list).map(({ clerk }) => clerk))
    for (const { takenBy } of losers(list)) expect(listed).toContain(takenBy)

    expect(
      winners(everyone)
        .map(({ lane }) => lane)
        .sort((a, b) => a! - b!),
    ).toEqual(Array.from({ length: many }, (_, index) => index + 1))

    // What is written is what was told: every step of a desk's time once, and a message for each who has one.
    const all = [desk, time, list, everyone].flat()
    const steps = await counter.sql(
      `SELECT visit_slot.lane, visit.starts_at, visit.reason FROM visit_slot JOIN visit ON visit.id = visit_slot.visit_id`,
    )
    const [visits] = await counter.sql('SELECT count(*) AS n FROM visit')
    expect(Number(visits!.n)).toBe(winners(all).length)
    const needed = steps.filter(({ reason }) => reason === 'lease').length / 2
    expect(steps.length - needed).toBe(winners(all).length)
    const [messages] = await counter.sql(
      `SELECT count(*) AS n FROM outbox_message WHERE kind = 'confirmation'`,
    )
    expect(Number(messages!.n)).toBe(winners(all).length)
    const { visits: shown } = await counter.page.appointments.calendar({ from: thursday, days: 1 })
    const taken = shown.flatMap(({ startsAt, endsAt }) => {
      const steps = (endsAt!.getTime() - startsAt!.getTime()) / 900_000
      return Array.from({ length: steps }, (_, index) => startsAt!.getTime() + index * 900_000)
    })
    expect(new Set(taken).size).toBe(taken.length)
    expect(slots.every((slot) => taken.includes(slot.getTime()))).toBe(true)
  })

  it('move their own visits there: one does', async () => {
    const to = at(wednesday, '11:00')
    const own = await Promise.all(
      pages.map(async (page, index) => {
        const startsAt = new Date(at(friday, '09:15').getTime() + (index % 3) * 900_000)
        return (await page.appointments.book(booking({ startsAt }))).visit
      }),
    )
    const moves = await Promise.allSettled(
      pages.map((page, index) => {
        const { id, version } = own[index]!
        return page.appointments.move({ id, version, startsAt: to, lane: 3 })
      }),
    )
    const done = moves.flatMap((move, index) => (move.status === 'fulfilled' ? [index] : []))
    expect(done).toHaveLength(1)
    for (const move of moves)
      if (move.status === 'rejected')
        expect(move.reason).toMatchObject({
          code: 'SLOT_TAKEN',
          data: { takenBy: `Kollega ${done[0]! + 1}` },
        })
    const steps = await counter.sql('SELECT visit_id FROM visit_slot')
    for (const { id } of own) expect(steps.filter(({ visit_id }) => visit_id === id)).toHaveLength(1)
  })
})

describe('a program on a folder that another has open', () => {
  it('is told so, and books nothing', async () => {
    const { value: desk, cleanUp } = await openTestDesk('sqlite')
    const program = startProcess('bookSlots', inputOf(desk, desk.dataDir, 2))
    expect(await program.next()).toEqual({ refused: 'inUse' })
    await program.kill()
    await cleanUp()
  })
})
