import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { migratePostgres } from '#core/store/migrate.postgres'
import { postgresMigrations, sqliteMigrations } from '#core/store/migrations'
import { openSqlite } from '#core/store/sqlite'
import { emptyPostgres, onBothEngines, temporaryFolder } from '../support/engines'

const before = <Each extends { readonly name: string }>(all: readonly Each[]) =>
  all.filter(({ name }) => name < '0007')

/** A member of staff, a booked visit and a message about it, as they were before there were keys. */
const rows = (no: string, now: string) => [
  `INSERT INTO staff VALUES ('s', 'aino', 'Aino', '[]', 'x', ${no}, null, 0, null, null, null, ${now}, 1)`,
  `INSERT INTO visit (id, kind, team, state, reason, language, additional_information, day, ics_sequence, booked_at, booked_by, times_called, transferred, version)
   VALUES ('v', 'appointment', 'service', 'booked', 'keys', 'fi', '', '2026-11-25', 0, ${now}, 's', 0, ${no}, 1)`,
  `INSERT INTO outbox_message (id, kind, visit_id, recipient_name, recipient, language, subject, body, message_key, state, attempts, created_at)
   VALUES ('m', 'confirmation', 'v', 'Meija', 'meija@example.com', 'fi', 'Aihe', 'Hei', 'k', 'waiting', 0, ${now})`,
]
const kept = 'SELECT id, visit_id, key_handoff_id, state FROM outbox_message'
const message = { id: 'm', visit_id: 'v', key_handoff_id: null, state: 'waiting' }

onBothEngines('an update to keys', (engine) => {
  it('keeps the messages that are there, about their visits', async () => {
    if (engine === 'sqlite') {
      const folder = await temporaryFolder()
      const file = join(folder.value, 'desk.db')
      const key = randomBytes(32)
      const open = () => {
        const database = new Database(file)
        database.pragma(`cipher='sqlcipher'`)
        database.pragma(`key="x'${key.toString('hex')}'"`)
        database.pragma('foreign_keys = ON')
        return database
      }
      await (await openSqlite({ file, key, migrations: before(sqliteMigrations) })).close()
      const old = open()
      for (const statement of rows('0', '0')) old.exec(statement)
      old.close()
      await (await openSqlite({ file, key })).close()
      const updated = open()
      expect(updated.prepare(kept).all()).toEqual([message])
      expect(() => updated.exec(`UPDATE outbox_message SET key_handoff_id = 'nothing'`)).toThrow(
        'FOREIGN KEY',
      )
      updated.close()
      await folder.cleanUp()
      return
    }
    const place = await emptyPostgres()
    const client = new Client({ connectionString: place.value })
    await client.connect()
    await migratePostgres(client, before(postgresMigrations))
    for (const statement of rows('false', 'now()')) await client.query(statement)
    await migratePostgres(client, postgresMigrations)
    expect((await client.query(kept)).rows).toEqual([message])
    await client.end()
    await place.cleanUp()
  })
})
