import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { waitUntil } from '../support/atOnce'
import { tuesday } from '../visits/counter'
import { type LoadedOffice, shuffled, slotsOf, tallied } from './office'

interface Killing {
  readonly desks: number
  readonly slots: number
  readonly waiting: number
  readonly kills: number
}

/** What was seen while the server was killed again and again. */
export interface Killed {
  readonly acknowledged: number
  readonly told: Readonly<Record<string, number>>
  /** How long after each return of the server each desk was answered again; milliseconds. */
  readonly backMs: readonly number[]
  readonly longestMs: number
}

/** A desk that is not back by then is not by itself. Milliseconds. */
const patienceMs = 60_000

/** What is reported of a server that has gone, or is there again and not ready yet. */
const lostServer = /StoreError (unreachable|recovering)\b/

/**
 * Kills an office's server and starts it again, so many times, while every desk writes, books and serves as fast as it can.
 * Each time all desks must be back by themselves. In the end there must be what was acknowledged, once, and nothing else.
 */
export async function killUnderLoad(office: LoadedOffice, much: Killing): Promise<Killed> {
  const { counter } = office
  const server = office.server!
  const proxy = office.proxy!
  await counter.setClock(tuesday, '10:00')
  for (let number = 0; number < much.waiting; number += 1) await counter.walkIn()
  const residentId = Object.values(counter.ids)[0]!
  const slots = slotsOf(much.desks, much.slots)
  const folder = await mkdtemp(join(tmpdir(), 'heka-desk-stop-'))
  const stop = join(folder, 'stop')
  const desks = await office.open((desk) => ({
    kind: 'everything',
    residentId,
    slots: shuffled(slots, desk),
    stop,
  }))
  const ended = desks.work()
  ended.catch(() => undefined)
  const backMs: number[] = []
  for (let kill = 0; kill < much.kills; kill += 1) {
    await pause(1_500 * Math.random())
    // Once for certain something is done of which nobody hears: time enough for it to be on the disk.
    await proxy.muteAtCommand()
    await pause(50 * Math.random())
    await server.kill()
    await pause(500 * Math.random())
    await server.start()
    const returned = Date.now()
    const firstSince = () => desks.acknowledged.map((all) => all.find(({ at }) => at > returned)?.at)
    await waitUntil(async () => firstSince().every((at) => at !== undefined), patienceMs)
    const first = firstSince()
    expect(first, `after kill ${kill + 1}`).not.toContain(undefined)
    backMs.push(...first.map((at) => at! - returned))
  }
  await writeFile(stop, '')
  const outcomes = await ended
  await rm(folder, { recursive: true })

  const reported = [...outcomes.flatMap((outcome) => outcome.reported), ...counter.desk.reported.splice(0)]
  expect(reported.map(String).filter((error) => !lostServer.test(error))).toEqual([])
  const acknowledged = desks.acknowledged.flat()
  await expectExactly(office, (did) =>
    acknowledged.flatMap((each) => (each.did === did ? [each.what] : [])).toSorted(),
  )
  const told = tallied(outcomes)
  // Nobody is shown a deadlock, a failed statement or another word for a lost server.
  expect(Object.keys(told).filter((name) => !['DATABASE_LOST', 'SLOT_TAKEN'].includes(name))).toEqual([])
  const longestMs = Math.max(...outcomes.map((outcome) => outcome.longestMs))
  return { acknowledged: acknowledged.length, told, backMs, longestMs }
}

/** Each command was repeated until it was answered: what the database holds is what was acknowledged, neither more nor less. */
async function expectExactly(
  { counter }: LoadedOffice,
  acknowledged: (did: 'booked' | 'called' | 'finished' | 'noted') => string[],
): Promise<void> {
  const column = async (query: string) =>
    (await counter.sql(query)).map(({ value }) => String(value)).toSorted()
  expect(await column(`SELECT detail ->> 'text' AS value FROM timeline_event WHERE kind = 'note'`)).toEqual(
    acknowledged('noted'),
  )
  for (const did of ['called', 'finished'] as const)
    expect(await column(`SELECT visit_id AS value FROM visit_event WHERE what = '${did}'`)).toEqual(
      acknowledged(did),
    )
  const booked = await counter.sql(
    `SELECT starts_at, lane, person_name FROM visit WHERE kind = 'appointment'`,
  )
  expect(
    booked
      .map(
        ({ starts_at, lane, person_name }) => `${(starts_at as Date).toISOString()} ${lane} ${person_name}`,
      )
      .toSorted(),
  ).toEqual(acknowledged('booked'))
  expect(await counter.page.audit.verify()).toMatchObject({ intact: true })
}
