import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk } from '../support/desk'
import { type Engine, emptyPostgres, engines, type Opened, temporaryFolder } from '../support/engines'
import { messagePort } from '../transport/transports'
import { signIn } from './benchDesk'
import { median, report, timed } from './report'

/** So many desks book at once. */
const desks = 16
const rounds = 3
const quarter = 15 * 60_000

/** Every quarter of the Wednesdays 9–12 of some weeks, Helsinki's winter time. */
const times = ['2026-12-02', '2026-12-09', '2026-12-16'].flatMap((day) =>
  Array.from({ length: 12 }, (_, index) => new Date(Date.parse(`${day}T07:00:00Z`) + index * quarter)),
)

/** Each desk takes its own lane's times, all at once. */
const eachDesk = <Value>(work: (startsAt: Date, lane: number) => Promise<Value>) =>
  Promise.all(
    Array.from({ length: desks }, async (_, index) => {
      for (const startsAt of times) await work(startsAt, index + 1)
    }),
  )

const slotTable = (engine: Engine) =>
  `CREATE TABLE slot (id text PRIMARY KEY, visit_id text NOT NULL, starts_at ${engine === 'sqlite' ? 'integer' : 'timestamptz'} NOT NULL, lane integer NOT NULL)`
const slotIndex = 'CREATE UNIQUE INDEX slot_taken ON slot (starts_at, lane)'

/** One INSERT a booking, each its own transaction, on the same engine with the same settings. */
async function rawInserts(engine: Engine): Promise<number> {
  if (engine === 'sqlite') {
    const folder = await temporaryFolder()
    const raw = new Database(join(folder.value, 'raw.db'))
    raw.pragma(`cipher='sqlcipher'`)
    raw.pragma(`key="x'${randomBytes(32).toString('hex')}'"`)
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.exec(`${slotTable(engine)}; ${slotIndex}`)
    const insert = raw.prepare('INSERT INTO slot VALUES (?, ?, ?, ?)')
    const { ms } = await timed(() =>
      eachDesk(async (startsAt, lane) => insert.run(uuidv7(), uuidv7(), startsAt.getTime(), lane)),
    )
    raw.close()
    await folder.cleanUp()
    return ms
  }
  const database = await emptyPostgres()
  const pool = new Pool({ connectionString: database.value, max: desks })
  // The server cuts off what is still closing when the database is removed.
  pool.on('error', () => undefined)
  await pool.query(slotTable(engine))
  await pool.query(slotIndex)
  const insert = 'INSERT INTO slot VALUES ($1, $2, $3, $4)'
  const { ms } = await timed(() =>
    eachDesk((startsAt, lane) => pool.query(insert, [uuidv7(), uuidv7(), startsAt, lane])),
  )
  await pool.end()
  await database.cleanUp()
  return ms
}

/** The same through the whole program: message port, rules, visit, history, confirmation in the outbox, audit record. */
async function bookings(engine: Engine): Promise<number> {
  const programs = [await openTestDesk(engine)]
  const first = programs[0]!.value
  // The office's desks are programs of their own on PostgreSQL; the embedded database has one program and its pages.
  for (let more = 1; engine === 'postgres' && more < 4; more += 1)
    programs.push(await openTestDesk(engine, { postgresUrl: first.postgresUrl }))
  const pages: Opened<DeskClient>[] = []
  for (let index = 0; index < desks; index += 1) {
    const { client, close } = await messagePort.connect(programs[index % programs.length]!.value.desk)
    await signIn(client)
    pages.push({ value: client, cleanUp: close })
  }
  const page = pages[0]!.value
  const { timetable } = await page.timetable.read()
  const rules = { ...timetable.rules, desks }
  await page.timetable.save({ version: 1, change: { kind: 'rules', rules } })
  const { wednesday } = timetable.weeks[0]!.hours
  const hours = { ...timetable.weeks[0]!.hours, wednesday: wednesday.map((period) => ({ ...period, desks })) }
  await page.timetable.save({ version: 2, change: { kind: 'week', fromOn: '2026-11-24', hours } })
  const { ms } = await timed(() =>
    eachDesk((startsAt, lane) =>
      pages[lane - 1]!.value.appointments.book({
        residentId: null,
        person: { kind: 'applicant', name: 'Hakija Heikki' },
        team: 'service',
        reason: 'keys',
        startsAt,
        lane,
        phone: null,
        email: 'heikki@example.org',
        language: 'fi',
        additionalInformation: '',
      }),
    ),
  )
  const { total } = await page.outbox.list({ show: 'waiting', page: 0 })
  expect(total).toBe(times.length * desks * 2)
  for (const { cleanUp } of pages) await cleanUp()
  for (const { cleanUp } of programs.toReversed()) await cleanUp()
  return ms
}

it.each(engines)('booking by 16 desks at once on %s', async (engine) => {
  const count = times.length * desks
  const ours: number[] = []
  const baseline: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    baseline.push((await rawInserts(engine)) / count)
    ours.push((await bookings(engine)) / count)
  }
  report({
    name: `booking, 16 desks at once, ${engine}, each`,
    unit: 'ms',
    ours: median(ours),
    baseline: median(baseline),
    aim: '≤ 2 ×',
  })
})
