import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { password } from '../support/desk'
import { engines } from '../support/engines'
import { doWork, type LoadOutcome, type Work } from '../support/processes/deskUnderLoad'
import { at, tuesday } from '../visits/counter'
import { desks, friday, type LoadedOffice, openLoadedOffice, shuffled } from './office'

const quarter = 15 * 60_000
const waiting = 200
const kills = 20
const betweenKillsMs = 1_500
/** Of the 512 slots of the day. */
const slots = Array.from({ length: 500 }, (_, index) => ({
  startsAt: new Date(at(friday, '08:00').getTime() + Math.floor(index / desks) * quarter).toISOString(),
  lane: (index % desks) + 1,
}))

const say = (text: string) => process.stdout.write(`  ${text}\n`)
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const tallied = (outcomes: readonly Pick<LoadOutcome, 'told'>[]) => {
  const all: Record<string, number> = {}
  for (const { told } of outcomes)
    for (const [name, n] of Object.entries(told)) all[name] = (all[name] ?? 0) + n
  return all
}

/** Sixteen desks do the same piece of work at once: programs on PostgreSQL, pages of the one program on SQLite. */
async function together(office: LoadedOffice, what: (desk: number) => Work): Promise<LoadOutcome[]> {
  const { counter, server, usernames } = office
  if (server) {
    const programs = await office.programs((desk) => [what(desk)])
    const outcomes = await (await programs.go())()
    await programs.end()
    return outcomes
  }
  const works = usernames.map(async (username, desk) => {
    const page = (commandKey?: string) =>
      createRouterClient(counter.desk.desk.router, {
        context: { clientId: username, commandKey },
      }) as DeskClient
    await page().staff.signIn({ username, password })
    const outcome = await doWork(page, { deskName: username, deskNo: desk + 1 }, what(desk))
    return { ...outcome, reported: [] }
  })
  return Promise.all(works)
}

describe.each(engines)('sixteen desks on %s', (engine) => {
  it('book 500 slots that each of them wants: 500 winners, the rest told by name', async () => {
    const { value: office, cleanUp } = await openLoadedOffice(engine)
    const began = performance.now()
    const outcomes = await together(office, (desk) => ({ kind: 'book', slots: shuffled(slots, desk) }))
    const seconds = (performance.now() - began) / 1000
    const won = outcomes.flatMap(({ done }) => done)
    expect(won).toHaveLength(slots.length)
    expect(new Set(won).size).toBe(slots.length)
    expect(tallied(outcomes)).toEqual({ SLOT_TAKEN: slots.length * (desks - 1) })
    expect(outcomes.flatMap(({ reported }) => reported)).toEqual([])
    const [rows] = await office.counter.sql('SELECT count(*) AS visits FROM visit')
    expect(Number(rows?.visits)).toBe(slots.length)
    say(
      `${engine}: ${slots.length * desks} tries in ${seconds.toFixed(1)} s, longest ${Math.max(...outcomes.map(({ longestMs }) => longestMs)).toFixed(0)} ms`,
    )
    await cleanUp()
  })

  it('call 200 who wait: each visit once', async () => {
    const { value: office, cleanUp } = await openLoadedOffice(engine)
    const { counter } = office
    await counter.setClock(tuesday, '10:00')
    const ids: string[] = []
    for (let number = 0; number < waiting; number += 1) ids.push((await counter.walkIn()).id)
    const outcomes = await together(office, () => ({ kind: 'call' }))
    expect(outcomes.flatMap(({ done }) => done).toSorted()).toEqual(ids.toSorted())
    expect(outcomes.flatMap(({ reported }) => reported)).toEqual([])
    expect(tallied(outcomes)).toEqual({})
    say(`${engine}: served by each desk ${outcomes.map(({ done }) => done.length).join(' ')}`)
    await cleanUp()
  })
})

it(`a PostgreSQL that is killed and started ${kills} times loses nothing and does nothing twice`, async () => {
  const { value: office, cleanUp } = await openLoadedOffice('postgres')
  const { counter } = office
  const server = office.server!
  const residentId = Object.values(counter.ids)[0]!
  const stop = join(tmpdir(), `heka-desk-stop-${process.pid}`)
  const programs = await office.programs((desk) => [
    { kind: 'note', residentId, stop },
    { kind: 'book', slots: [slots[desk]!] },
  ])
  const finished = await programs.go()
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(betweenKillsMs * (0.5 + Math.random()))
    await server.kill()
    await pause(300 * Math.random())
    await server.start()
  }
  await pause(betweenKillsMs)
  await writeFile(stop, '')
  const outcomes = await finished()
  await rm(stop)
  // Every desk is back: its next act is answered.
  const began = performance.now()
  const after = await (await programs.go())()
  const backMs = performance.now() - began
  expect(after.map(({ done }) => done.length)).toEqual(Array.from({ length: desks }, () => 1))
  await programs.end()
  const acknowledged = outcomes.flatMap(({ done }) => done)
  const rows = await counter.sql(`SELECT detail ->> 'text' AS text FROM timeline_event WHERE kind = 'note'`)
  const kept = rows.map(({ text }) => String(text))
  expect(acknowledged.length).toBeGreaterThan(kills * desks)
  // Nothing twice, nothing lost; and nothing but what was acknowledged, for each was asked for until it was answered.
  expect(kept.toSorted()).toEqual(acknowledged.toSorted())
  const told = tallied(outcomes)
  expect(
    Object.keys(told).filter((name) => !['DATABASE_LOST', 'STORE_FAILED', 'BUSY'].includes(name)),
  ).toEqual([])
  const longest = Math.max(...outcomes.map(({ longestMs }) => longestMs))
  say(
    `${acknowledged.length} notes acknowledged through ${kills} kills, ${sum(Object.values(told))} tries unanswered (${JSON.stringify(told)}), longest act ${(longest / 1000).toFixed(1)} s, all back in ${backMs.toFixed(0)} ms`,
  )
  await cleanUp()
})
