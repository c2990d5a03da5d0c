import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { expect, inject, it } from 'vitest'
import type { Desk } from '#core/desk'
import { addDays, helsinkiDay } from '#shared/rules/localDay'
import { readKeyFile } from '../../electron/host/keyFile'
import { testNow } from '../support/desk'
import { apply, preview, upload } from '../support/register'
import { http, messagePort } from '../transport/transports'
import { fullDeskFolder, openFullDesk, withPage } from './benchDesk'
import { benchFolder, fullKeys, fullRegister, registerPath } from './folder'
import { asOwnerOf, databaseOf, openFullOffice, openOfficeDesk } from './fullOffice'
import {
  apartmentQuery,
  handoffStatements,
  lateQueries,
  postgresDialect,
  someApartments,
  sqliteDialect,
} from './keyQueries'
import { percentile, remark, report, timed } from './report'

const rounds = 5

/** A database past the program, and statements that are prepared there once. */
interface Raw {
  run(statement: string): Promise<void>
  prepare(query: string): (...values: string[]) => Promise<readonly { readonly id?: string }[]>
}

/** Imports the keys beside the five files that are there already, and says how long each part takes. */
async function importKeys(desk: Desk, where: string): Promise<void> {
  await withPage(desk, messagePort, async (page) => {
    const six = { ...fullRegister(), keys: fullKeys() }
    const uploaded = await upload(page, six)
    const eventLoop = monitorEventLoopDelay({ resolution: 1 })
    eventLoop.enable()
    const previewed = await timed(() => preview(page, uploaded))
    const keys = previewed.value.files.find(({ file }) => file === 'keys')
    expect(keys?.counts.added).toBeGreaterThan(190_000)
    const applied = await timed(() => apply(page, uploaded))
    const held = eventLoop.max / 1e6
    eventLoop.reset()
    report({
      name: `preview of six files, the keys new${where}`,
      unit: 'ms',
      ours: previewed.ms,
      baseline: null,
      aim: '',
    })
    report({
      name: `import of the ${keys?.counts.added} keys${where}`,
      unit: 'ms',
      ours: applied.ms,
      baseline: where === '' ? plainKeys() : null,
      aim: '',
    })
    const again = await upload(page, six)
    eventLoop.reset()
    const unchanged = await timed(() => preview(page, again))
    eventLoop.disable()
    expect(unchanged.value).toMatchObject({ nothingToDo: true, keyDifferences: 0 })
    report({
      name: `preview of the six files again${where}`,
      unit: 'ms',
      ours: unchanged.ms,
      baseline: null,
      aim: '',
    })
    remark(
      `Event loop held up at most ${Math.max(held, eventLoop.max / 1e6).toFixed(0)} ms by the keys' import${where}.`,
    )
  })
}

/** The keys alone by SQLite's own command-line program, with the same index; null where there is none. */
function plainKeys(): number | null {
  const input = `.import --csv "${registerPath('keys')}" keys
    CREATE UNIQUE INDEX key_number ON keys (apartment_id, key_kind, key_number);
    CREATE INDEX key_resident ON keys (person_id);
    CREATE INDEX key_holder ON keys (holder, since);
    CREATE TABLE key_event AS SELECT rowid AS key_id, 1 AS seq, holder, person_id, since FROM keys;
    CREATE UNIQUE INDEX key_event_seq ON key_event (key_id, seq);`
  const start = performance.now()
  try {
    execFileSync('sqlite3', ['-bail', join(benchFolder(), 'plain-keys.db')], { input })
  } catch {
    return null
  }
  return performance.now() - start
}

/** The ledger of an apartment and the late list through the API, against the same asked by hand. */
async function measure(desk: Desk, raw: Raw, dialect: typeof sqliteDialect, where: string): Promise<void> {
  const byHand = raw.prepare(apartmentQuery(dialect))
  const late = lateQueries(dialect).map((query) => raw.prepare(query))
  const ids = (await raw.prepare(someApartments)()).map(({ id }) => id ?? '')
  expect(ids.length).toBeGreaterThan(150)
  for (const transport of [messagePort, http]) {
    await withPage(desk, transport, async (page) => {
      const { graceDays } = await page.keys.readSettings()
      const lateBefore = addDays(helsinkiDay(testNow), -graceDays)
      const parts = {
        ledger: { ours: [] as number[], plain: [] as number[] },
        late: { ours: [] as number[], plain: [] as number[] },
      }
      let keys = 0
      for (let round = 0; round <= rounds; round += 1) {
        for (const apartmentId of ids) {
          const plain = await timed(() => byHand(apartmentId))
          const whole = await timed(() => page.keys.ofApartment({ apartmentId }))
          expect(whole.value.keys).toHaveLength(plain.value.length)
          keys += plain.value.length
          // The first round fills the caches of both.
          if (round > 0) parts.ledger.plain.push(plain.ms)
          if (round > 0) parts.ledger.ours.push(whole.ms)
        }
        for (let again = 0; again < 40; again += 1) {
          const plain = await timed(async () => [...(await Promise.all(late.map((ask) => ask(lateBefore))))])
          const whole = await timed(() => page.keys.chase({ show: 'late', direction: null, page: 0 }))
          expect(whole.value.total).toBeGreaterThan(1000)
          expect(whole.value.handoffs.map(({ id }) => id)).toEqual(plain.value[0]?.map(({ id }) => id))
          if (round > 0) parts.late.plain.push(plain.ms)
          if (round > 0) parts.late.ours.push(whole.ms)
        }
      }
      expect(keys).toBeGreaterThan(ids.length * rounds)
      for (const [part, name] of [
        ['ledger', "an apartment's keys"],
        ['late', 'late list of keys'],
      ] as const) {
        for (const share of [0.5, 0.95]) {
          report({
            name: `${name}${where} over ${transport.name}, p${share * 100}`,
            unit: 'ms',
            ours: percentile(parts[part].ours, share),
            baseline: percentile(parts[part].plain, share),
            aim: share === 0.95 ? '≤ 10 ms' : '',
          })
        }
      }
    })
  }
}

it('keys, on SQLite', async () => {
  const desk = await openFullDesk()
  await importKeys(desk, '')
  const key = await readKeyFile(fullDeskFolder())
  const database = new Database(join(fullDeskFolder(), 'desk.db'))
  database.pragma(`cipher='sqlcipher'`)
  database.pragma(`key="x'${key?.toString('hex')}'"`)
  database.pragma('cache_size = -65536')
  const raw: Raw = {
    run: async (statement) => void database.exec(statement),
    prepare: (query) => {
      const statement = database.prepare(query)
      return async (...values) => statement.all(...values) as { id?: string }[]
    },
  }
  for (const statement of handoffStatements(sqliteDialect)) await raw.run(statement)
  await measure(desk, raw, sqliteDialect, '')
  remark('Keys: 4,000 hand-offs are open, half of them past their day, and 30,000 are over.')
  database.close()
  await desk.close()
})

it('keys, on PostgreSQL', async () => {
  const office = await openFullOffice()
  const desk = await openOfficeDesk(office.value, 'keys')
  await importKeys(desk, ' on PostgreSQL')
  const [server, name] = [inject('postgresUrl'), databaseOf(office.value)]
  for (const statement of handoffStatements(postgresDialect)) await asOwnerOf(server, name, statement)
  // The server has then looked at the tables, as it does by itself within minutes.
  await asOwnerOf(server, name, 'VACUUM ANALYZE')
  const client = new Client({ connectionString: office.value })
  await client.connect()
  let prepared = 0
  const raw: Raw = {
    run: async (statement) => void (await client.query(statement)),
    prepare: (text) => {
      prepared += 1
      const query = { name: `bench ${prepared}`, text }
      return async (...values) => (await client.query({ ...query, values })).rows
    },
  }
  await measure(desk, raw, postgresDialect, ' on PostgreSQL')
  await client.end()
  await desk.close()
  await office.cleanUp()
})
