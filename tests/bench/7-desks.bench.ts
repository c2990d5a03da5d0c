import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openServer } from '../support/server'
import { makeTemplate, template } from '../support/template'
import { messagePort } from '../transport/transports'
import { signIn } from './benchDesk'
import { addressForDesks, asOwnerOf, openFullOffice, openOfficeDesk } from './fullOffice'
import { percentile, remark, report } from './report'

/** What a page waits for, so that it reads once what belongs together; see renderer/app/changes.ts. Milliseconds. */
const togetherMs = 15
const changes = 100

/**
 * How long it takes from the call of a change at one desk until the page of another, which was told of it, has read it. Both
 * programs are in this process: what one does the other waits for, which at two computers it would not.
 */
async function seenElsewhere(
  other: DeskClient,
  change: (at: number) => Promise<unknown>,
  topic: string,
  isSeen: (at: number) => Promise<boolean>,
): Promise<number[]> {
  const stop = new AbortController()
  const told = (await other.system.changes(undefined, { signal: stop.signal }))[Symbol.asyncIterator]()
  const samples: number[] = []
  for (let at = 0; at < changes; at += 1) {
    const began = performance.now()
    const changing = change(at)
    for (let seen = false; !seen; ) {
      const { value, done } = await told.next()
      if (done) throw new Error('nothing is told any more')
      if (value.topic !== topic) continue
      await pause(togetherMs)
      seen = await isSeen(at)
    }
    samples.push(performance.now() - began)
    await changing
  }
  stop.abort()
  await told.return?.()
  return samples
}

it('a change at one desk is seen at another', async () => {
  const office = await openFullOffice()
  const programs = [
    await openOfficeDesk(office.value, 'Tiski 1'),
    await openOfficeDesk(office.value, 'Tiski 2'),
  ] as const
  const [one, other] = [await messagePort.connect(programs[0]), await messagePort.connect(programs[1])]
  await signIn(one.client)
  await signIn(other.client)
  const number = { residentId: null, person: null, reason: 'keys', language: 'fi' } as const
  const numbers = await seenElsewhere(
    other.client,
    () => one.client.visits.giveNumber({ ...number, additionalInformation: '' }),
    'visit',
    async (at) => (await other.client.visits.day({ day: null })).visits.length > at,
  )
  const id = (await one.client.residents.search({ text: 'virtanen' })).hits[0]!.id
  const notes = await seenElsewhere(
    other.client,
    (at) => one.client.residents.addNote({ id, text: `Muistiinpano ${at}` }),
    'resident',
    async (at) => {
      const reads = [
        other.client.residents.timeline({ id, page: 0 }),
        other.client.residents.read({ id }),
      ] as const
      const [{ events }] = await Promise.all(reads)
      return events.some(({ detail }) => detail.text === `Muistiinpano ${at}`)
    },
  )
  for (const { close } of [one, other]) await close()
  for (const program of programs) await program.close()
  await office.cleanUp()
  for (const [what, samples] of [
    ['a number given at one desk, seen in the queue of another', numbers],
    ['a note written at one desk, seen on the page of another', notes],
  ] as const) {
    expect(samples).toHaveLength(changes)
    for (const share of [0.5, 0.95]) {
      const aim = share === 0.95 ? '≤ 300 ms' : ''
      const name = `${what}, p${share * 100}`
      report({ name, unit: 'ms', ours: percentile(samples, share), baseline: null, aim })
    }
  }
})

const desks = 16
const minute = 60_000
/** How often the lead's list of desks is read again; see renderer/features/presence/DesksPage.tsx. Milliseconds. */
const listMs = 5_000

/** What a page of somebody at the counter asks by itself, as often as the renderer does. Gives how to close it. */
function leaveOpen(page: DeskClient, position: number): () => Promise<void> {
  const stop = new AbortController()
  const { signal } = stop
  const listening = async () => {
    for await (const _ of await page.system.changes(undefined, { signal }));
  }
  const board = async () => {
    for await (const _ of await page.visits.board(undefined, { signal }));
  }
  const every = async (ms: number, read: () => Promise<unknown>) => {
    // Nobody opened their page at the same moment as another.
    await pause((ms * position) / desks, undefined, { signal })
    for (; !signal.aborted; await pause(ms, undefined, { signal })) await read()
  }
  const work = [
    listening(),
    every(minute, () => page.system.status({})),
    every(minute, () => page.visits.day({ day: null })),
    // One of the desks has the board open too, and at one sits the lead who looks at who is here.
    ...(position === 0 ? [board()] : []),
    ...(position === 1 ? [every(listMs, () => page.presence.list())] : []),
  ]
  return async () => {
    stop.abort()
    await Promise.allSettled(work)
  }
}

it('sixteen desks at which nobody does anything', { timeout: 300_000 }, async () => {
  // A server of its own: counting would slow the others down.
  const server = await openServer(['-c', 'shared_preload_libraries=pg_stat_statements'])
  await makeTemplate(server.url)
  await asOwnerOf(server.url, 'postgres', 'CREATE EXTENSION pg_stat_statements')
  await asOwnerOf(server.url, 'postgres', `CREATE DATABASE office TEMPLATE ${template}`)
  const closing: (() => Promise<unknown>)[] = []
  for (let position = 0; position < desks; position += 1) {
    const desk = await openOfficeDesk(addressForDesks(server.url, 'office'), `Tiski ${position + 1}`, 'goes')
    const { client, close } = await messagePort.connect(desk)
    await signIn(client)
    await client.presence.at({ residentId: null })
    closing.push(leaveOpen(client, position), close, () => desk.close())
  }
  await asOwnerOf(server.url, 'postgres', 'SELECT pg_stat_statements_reset()')
  await pause(minute)
  // Every statement that was run, those that begin and end transactions too.
  const ofOffice = `FROM pg_stat_statements JOIN pg_database ON oid = dbid WHERE datname = 'office'`
  const counted = await asOwnerOf<{ query: string; calls: number }>(
    server.url,
    'postgres',
    `SELECT query, calls::int ${ofOffice} ORDER BY calls DESC`,
  )
  const [open] = await asOwnerOf<{ connections: number }>(
    server.url,
    'postgres',
    `SELECT count(*)::int AS connections FROM pg_stat_activity WHERE datname = 'office'`,
  )
  for (const close of closing) await close()
  await server.stop()
  const queries = counted.reduce((sum, { calls }) => sum + calls, 0)
  expect(queries).toBeGreaterThan(desks)
  report({
    name: `${desks} idle desks, statements on the server`,
    unit: '/min',
    ours: queries,
    baseline: null,
    aim: '',
  })
  remark(`${desks} idle desks hold ${open?.connections} connections.`)
})
