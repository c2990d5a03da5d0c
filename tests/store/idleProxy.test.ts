import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { StoreError } from '#core/store/errors'
import { openPostgres } from '#core/store/postgres'
import type { DeskClient } from '#shared/contract/index'
import { countOf, signInAt } from '../commands/keyed'
import { waitUntil } from '../support/atOnce'
import { openTestDesk } from '../support/desk'
import { type Opened, officePostgres } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { openProxy } from './proxy'

/** Sooner than anything on the way would, so that a desk meets it again and again. */
const afterMs = 300

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})
async function use<Value>(opening: Promise<Opened<Value>>): Promise<Value> {
  const { value, cleanUp } = await opening
  cleanUps.push(cleanUp)
  return value
}

/** A desk that has not noticed yet that its connection is gone cannot say how it is. */
const stateOf = (page: DeskClient) =>
  page.system.status().then(
    ({ database }) => database.state,
    () => 'unanswered',
  )
/** Waits until a page's database is in a state. */
async function untilState(page: DeskClient, state: string): Promise<void> {
  let seen = ''
  await waitUntil(async () => {
    seen = await stateOf(page)
    return seen === state
  }, 20_000)
  expect(seen).toBe(state)
}

it('a proxy that ends idle connections loses no command, does none twice and keeps no change from a page', async () => {
  const postgresUrl = await use(officePostgres())
  const proxy = await use(openProxy(postgresUrl))
  const desk = await use(openTestDesk('postgres', { postgresUrl: proxy.url }))
  const other = await use(openTestDesk('postgres', { postgresUrl, deskName: 'Tiski 2' }))
  await other.administrator()
  const there = await signInAt(other, 'aino')
  const here = await signInAt(desk, 'aino')

  proxy.dropIdle({ afterMs, how: 'ended' })
  const rounds = 4
  let settings = await there.page.system.readSettings()
  for (let round = 1; round <= rounds; round += 1) {
    const before = proxy.dropped()
    await waitUntil(async () => proxy.dropped() > before)
    const wanted = { ...settings, lockAfterMinutes: 20 + round }
    const send = here.withKey(randomUUID())
    const save = () => nameOf(send.system.saveSettings(wanted))
    for (let told = await save(); told !== 'done'; told = await save()) expect(told).toBe('DATABASE_LOST')
    settings = await there.page.system.readSettings()
    expect(settings).toMatchObject({ lockAfterMinutes: 20 + round })
  }
  expect(await countOf(desk, `audit WHERE action = 'system.saveSettings' AND outcome = 'done'`)).toBe(rounds)

  const stop = new AbortController()
  const heard: string[] = []
  const changes = await here.page.system.changes(undefined, { signal: stop.signal })
  const listening = (async () => {
    for await (const { topic } of changes) heard.push(topic)
  })()
  // It listens to nothing when the other changes something.
  await untilState(here.page, 'lost')
  await there.page.system.saveSettings({ ...settings, lockAfterMinutes: 30 })
  heard.length = 0
  await waitUntil(async () => heard.includes('settings'))
  expect(heard).toContain('settings')
  stop.abort()
  await listening

  proxy.dropIdle(null)
  await untilState(here.page, 'ready')
  expect(await here.page.audit.verify()).toMatchObject({ intact: true })
  for (const error of desk.reported) expect(String(error)).toMatch(/StoreError unreachable/)
})

it('a connection that was forgotten on the way is given up by name, and the next is a new one', async () => {
  const postgresUrl = await use(officePostgres())
  const proxy = await use(openProxy(postgresUrl))
  const store = await openPostgres({ client: { connectionString: proxy.url, query_timeout: 1_000 } })
  cleanUps.push(() => store.close())
  const { setting } = store.tables
  await store.read((db) => db.select().from(setting))
  proxy.dropIdle({ afterMs, how: 'forgotten' })
  // What it works on and what it listens on.
  await waitUntil(async () => proxy.dropped() >= 2)
  const failures: unknown[] = []
  const write = () => store.write((tx) => tx.db.insert(setting).values({ key: 'once', value: 1 }))
  for (let written = false; !written; ) {
    written = await write().then(
      () => true,
      (error: unknown) => {
        failures.push(error)
        return false
      },
    )
    expect(failures.length).toBeLessThan(8)
  }
  expect(failures).not.toEqual([])
  for (const error of failures) {
    expect(error).toBeInstanceOf(StoreError)
    expect(error).toMatchObject({ problem: 'unreachable' })
  }
  const rows = await store.read((db) => db.select().from(setting))
  expect(rows.filter(({ key }) => key === 'once')).toHaveLength(1)
})
