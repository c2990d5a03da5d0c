import { setImmediate as turn } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskParts } from '#core/access/procedure'
import { createSessions } from '#core/access/sessions'
import { writeHere } from '#core/presence/here'
import { type Presence, startPresence } from '#core/presence/presence'
import { StoreError } from '#core/store/errors'
import type { Change, Store } from '#core/store/store'
import { testNow } from '../support/desk'
import { type Opened, onBothEngines, openStore } from '../support/engines'

/** Somebody who works here. */
async function addPerson(store: Store, username: string): Promise<string> {
  const id = uuidv7()
  await store.write((tx) =>
    tx.db.insert(store.tables.staff).values({
      id,
      username,
      name: username,
      roles: ['counter'],
      passwordHash: '',
      mustChangePassword: false,
      disabledAt: null,
      failedSignIns: 0,
      lastFailureAt: null,
      lockedOutUntil: null,
      lastSignInAt: null,
      createdAt: testNow,
      version: 1,
    }),
  )
  return id
}

const rowsOf = (store: Store) => store.read((db) => db.select().from(store.tables.presence))
const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000)

onBothEngines('what a program writes of its pages', (engine) => {
  let opened: Opened<Store>
  beforeEach(async () => {
    opened = await openStore(engine)
  })
  afterEach(() => opened.cleanUp())

  it('is announced when it is new, and not when they are only still there', async () => {
    const store = opened.value
    const staffId = await addPerson(store, 'aino')
    const program = { programId: 'one', deskName: 'Tiski 1' }
    const place = { id: uuidv7(), staffId, since: testNow, locked: false, residentId: null }
    const heard: Change[] = []
    store.onChange((change) => heard.push(change))
    const write = async (here: Parameters<typeof writeHere>[3], seconds: number) => {
      heard.length = 0
      await store.write((tx) => writeHere(tx, store.tables, program, here, later(seconds)))
      return { heard: [...heard], rows: await rowsOf(store) }
    }
    const changed = [{ topic: 'presence', id: null }]
    const row = { ...place, ...program }
    expect(await write([place], 0)).toEqual({ heard: changed, rows: [{ ...row, seenAt: later(0) }] })
    expect(await write([place], 15)).toEqual({ heard: [], rows: [{ ...row, seenAt: later(15) }] })
    const locked = { ...place, locked: true }
    expect(await write([locked], 30)).toEqual({
      heard: changed,
      rows: [{ ...row, locked: true, seenAt: later(30) }],
    })
    // Another program took it for vanished.
    await store.write((tx) => tx.db.delete(store.tables.presence))
    expect((await write([locked], 45)).rows).toHaveLength(1)
    expect(await write([], 60)).toEqual({ heard: changed, rows: [] })
    expect(await write([], 75)).toEqual({ heard: [], rows: [] })
  })

  it('leaves the rows of other programs alone', async () => {
    const store = opened.value
    const staffId = await addPerson(store, 'aino')
    const place = () => ({ id: uuidv7(), staffId, since: testNow, locked: false, residentId: null })
    const here = [place()]
    const write = (programId: string, places: Parameters<typeof writeHere>[3], seconds: number) =>
      store.write((tx) =>
        writeHere(tx, store.tables, { programId, deskName: programId }, places, later(seconds)),
      )
    await write('one', here, 0)
    await write('two', [place()], 15)
    await write('two', [], 30)
    expect(await rowsOf(store)).toEqual([{ ...here[0], programId: 'one', deskName: 'one', seenAt: later(0) }])
  })
})

describe('the heartbeat', () => {
  let opened: Opened<Store>
  let store: Store
  let staffId: string
  let presence: Presence
  let sessions: ReturnType<typeof createSessions>
  let away: boolean
  let writes: number
  let reported: unknown[]
  let tell: (change: Change) => void
  const started = performance.now()
  const now = () => new Date(testNow.getTime() + performance.now() - started)

  beforeEach(async () => {
    opened = await openStore('sqlite')
    store = opened.value
    staffId = await addPerson(store, 'aino')
    away = false
    writes = 0
    reported = []
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    sessions = createSessions(now)
    const link = {
      ...store,
      state: () => ({ state: away ? 'lost' : 'ready' }),
      write: (work: Parameters<Store['write']>[0]) => {
        writes += 1
        return away ? Promise.reject(new StoreError('unreachable')) : store.write(work)
      },
      onChange: (listener: typeof tell) => {
        tell = listener
        return () => undefined
      },
    }
    const report = (error: unknown) => void reported.push(error)
    const parts = { store: link, sessions, clock: now, deskName: 'Tiski 1', report }
    presence = startPresence(parts as unknown as DeskParts)
  })
  afterEach(async () => {
    away = false
    await presence.stop()
    vi.useRealTimers()
    await opened.cleanUp()
  })

  /** Lets so much time pass; what began in it has ended. */
  async function pass(seconds: number): Promise<void> {
    vi.advanceTimersByTime(seconds * 1000)
    for (let turns = 0; turns < 200; turns += 1) await turn()
  }
  const signIn = () => {
    const roles = ['counter'] as const
    const who = {
      staffId,
      name: 'Aino',
      username: 'aino',
      roles,
      mustChangePassword: false,
      passwordHash: '',
    }
    sessions.begin('page', who)
  }
  /** A page of a program that is no more, last seen now. */
  const leaveBehind = () =>
    store.write((tx) =>
      tx.db.insert(store.tables.presence).values({
        id: uuidv7(),
        programId: 'gone',
        deskName: 'gone',
        staffId,
        locked: false,
        residentId: null,
        since: now(),
        seenAt: now(),
      }),
    )
  const gone = async () => (await rowsOf(store)).filter(({ programId }) => programId === 'gone').length === 0

  it('is one write in fifteen seconds while somebody is signed in, and none before and after', async () => {
    await pass(60)
    expect(writes).toBe(0)
    signIn()
    await pass(0)
    expect(writes).toBe(1)
    await pass(15)
    await pass(15)
    expect(writes).toBe(3)
    sessions.end('page')
    await pass(0)
    expect(writes).toBe(4)
    expect(await rowsOf(store)).toEqual([])
    await pass(60)
    expect(writes).toBe(4)
  })

  it('removes who has vanished when two minutes have passed, and not before', async () => {
    signIn()
    await leaveBehind()
    for (let beats = 0; beats < 8; beats += 1) await pass(15)
    expect(await gone()).toBe(false)
    await pass(15)
    expect(await gone()).toBe(true)
    expect(await rowsOf(store)).toHaveLength(1)
  })

  it('waits for a database that is away, and tells it once', async () => {
    signIn()
    await pass(0)
    away = true
    for (let beats = 0; beats < 4; beats += 1) await pass(15)
    expect(reported).toHaveLength(1)
    away = false
    const before = writes
    tell({ topic: 'database', id: null })
    await pass(0)
    expect(writes).toBe(before + 1)
    away = true
    await pass(15)
    expect(reported).toHaveLength(2)
  })

  it('gives the others time to come back when the database was away for everybody', async () => {
    signIn()
    await leaveBehind()
    await pass(0)
    away = true
    for (let beats = 0; beats < 12; beats += 1) await pass(15)
    away = false
    tell({ topic: 'database', id: null })
    await pass(0)
    await pass(15)
    expect(await gone()).toBe(false)
    await pass(15)
    expect(await gone()).toBe(true)
  })
})
