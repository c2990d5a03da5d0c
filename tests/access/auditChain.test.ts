import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appendAudit, verifyChain } from '#core/access/auditChain'
import { openPostgres } from '#core/store/postgres'
import { openSqlite } from '#core/store/sqlite'
import type { Store } from '#core/store/store'
import { type Engine, officePostgres, onBothEngines, temporaryFolder } from '../support/engines'
import { openRaw, type RawDatabase } from '../support/raw'

const length = 6
const columns =
  'seq, at, staff_id, staff_name, desk, action, subject_kind, subject_id, outcome, reason, kept, previous_hash, hash'

/** What guards the tables, and what whoever owns the database can do away with. */
const guards: Record<Engine, readonly string[]> = {
  sqlite: ['audit_no_update', 'audit_no_delete', 'audit_head_forward', 'audit_head_no_delete'].map(
    (name) => `DROP TRIGGER ${name}`,
  ),
  postgres: ['audit', 'audit_head'].map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
}

async function openChain(engine: Engine) {
  const key = randomBytes(32)
  const place = engine === 'sqlite' ? await temporaryFolder() : await officePostgres()
  const store: Store =
    engine === 'sqlite'
      ? await openSqlite({ file: join(place.value, 'desk.db'), key })
      : await openPostgres({ client: { connectionString: place.value } })
  const raw = await openRaw({
    dataDir: place.value,
    key,
    postgresUrl: engine === 'postgres' ? place.value : null,
  })
  return {
    store,
    raw,
    async close() {
      await raw.close()
      await store.close()
      await place.cleanUp()
    },
  }
}

const append = (store: Store, n: number, change: object = {}) =>
  store.write((tx) =>
    appendAudit(tx, store.tables, {
      at: new Date(Date.UTC(2026, 10, 24, 8, 30, n)),
      staffId: '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa',
      staffName: 'Aino Pääkäyttäjä',
      desk: 'Tiski 1',
      action: 'residents.read',
      subjectKind: 'resident',
      subjectId: `0193bbbb-bbbb-7bbb-8bbb-00000000000${n}`,
      outcome: 'done',
      reason: n % 2 === 0 ? null : 'osoite kirjeeseen',
      kept: { purpose: 'portal', n },
      ...change,
    }),
  )

onBothEngines('the chain of audit records', (engine) => {
  let chain: Awaited<ReturnType<typeof openChain>>
  let store: Store
  let raw: RawDatabase

  beforeAll(async () => {
    chain = await openChain(engine)
    ;({ store, raw } = chain)
    for (let n = 1; n <= length; n += 1) await append(store, n)
  })
  afterAll(() => chain.close())

  it('is whole as it was written, also when it is empty', async () => {
    expect(await verifyChain(store)).toEqual({ intact: true, records: length })
    const empty = await openChain('sqlite')
    expect(await verifyChain(empty.store)).toEqual({ intact: true, records: 0 })
    await empty.close()
  })

  it('can be neither changed, shortened nor emptied while it is guarded', async () => {
    const refused = async (statement: string) => {
      await expect(raw.run(statement), statement).rejects.toThrow()
    }
    await refused(`UPDATE audit SET outcome = 'FORBIDDEN' WHERE seq = 2`)
    await refused(`UPDATE audit SET kept = kept`)
    await refused('DELETE FROM audit WHERE seq = 6')
    await refused('DELETE FROM audit')
    await refused('DELETE FROM audit_head')
    await refused('UPDATE audit_head SET seq = 3')
    await refused(`UPDATE audit_head SET hash = 'x'`)
    await refused('UPDATE audit_head SET seq = seq + 2')
    await refused('UPDATE audit_head SET id = 2')
    if (engine === 'postgres') {
      await refused('TRUNCATE audit')
      await refused('TRUNCATE audit_head')
    }
    expect(await verifyChain(store)).toEqual({ intact: true, records: length })
  })

  it('refuses a change by the program’s own hand under its name', async () => {
    const { audit } = store.tables
    const change = store.write((tx) => tx.db.update(audit).set({ outcome: 'x' }))
    // On a server the desks' role has not even the right to try.
    const problem = engine === 'sqlite' ? 'appendOnly' : 'missingRight'
    await expect(change).rejects.toMatchObject({ problem })
    await expect(store.write((tx) => tx.db.delete(audit))).rejects.toMatchObject({ problem })
  })

  it('is whole when what was said of a person is no Unicode', async () => {
    await append(store, 7, { reason: 'rikki \ud800 teksti', staffName: '\udc00', desk: 'Tiski \ud83d' })
    expect(await verifyChain(store)).toEqual({ intact: true, records: length + 1 })
  })

  it('is one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => append(store, n)))
    expect(await verifyChain(store)).toEqual({ intact: true, records: length + 31 })
  })

  describe('whose guards are gone', () => {
    beforeAll(async () => {
      for (const statement of guards[engine]) await raw.run(statement)
      await raw.run(`CREATE TABLE written AS SELECT * FROM audit WHERE seq <= ${length}`)
    })
    beforeEach(async () => {
      await raw.run('DELETE FROM audit')
      await raw.run('INSERT INTO audit SELECT * FROM written')
      await raw.run(
        `UPDATE audit_head SET seq = ${length}, hash = (SELECT hash FROM written WHERE seq = ${length})`,
      )
      expect(await verifyChain(store)).toEqual({ intact: true, records: length })
    })

    /** What is found when somebody who owns the database has done this to it. */
    async function tamper(...statements: string[]) {
      for (const statement of statements) await raw.run(statement)
      return verifyChain(store)
    }

    /** The hash of a record of this number that says something else, made by the program itself in another chain. */
    async function hashOfAnother(seq: number): Promise<string> {
      const other = await openChain('sqlite')
      for (let n = 1; n < seq; n += 1) await append(other.store, n)
      await append(other.store, 3, { outcome: 'FORBIDDEN' })
      const [forged] = await other.raw.rows<{ hash: string }>(`SELECT hash FROM audit WHERE seq = ${seq}`)
      await other.close()
      return forged!.hash
    }
    it.each([
      ['staff_id', `'0193cccc-cccc-7ccc-8ccc-cccccccccccc'`],
      ['staff_name', `'Joku Muu'`],
      ['desk', `'Tiski 2'`],
      ['action', `'residents.search'`],
      ['subject_kind', `'staff'`],
      ['subject_id', 'NULL'],
      ['outcome', `'FORBIDDEN'`],
      ['reason', `'muu syy'`],
      ['kept', `'{}'`],
      ['hash', `'${'0'.repeat(64)}'`],
    ])('finds a changed %s', async (column, value) => {
      expect(await tamper(`UPDATE audit SET ${column} = ${value} WHERE seq = 3`)).toMatchObject({
        intact: false,
        finding: 'changed',
        seq: 3,
      })
    })

    it('finds a changed moment', async () => {
      const later = engine === 'sqlite' ? 'at + 1' : `at + interval '1 millisecond'`
      const found = await tamper(`UPDATE audit SET at = ${later} WHERE seq = 3`)
      expect(found).toMatchObject({ intact: false, finding: 'changed', seq: 3 })
    })

    it.each([1, 2, 5])('finds that record %i was deleted', async (seq) => {
      const found = await tamper(`DELETE FROM audit WHERE seq = ${seq}`)
      expect(found).toMatchObject({ intact: false, finding: 'deleted', seq })
    })

    it('finds that one was deleted and those after it moved up', async () => {
      const found = await tamper(
        'DELETE FROM audit WHERE seq = 3',
        'UPDATE audit SET seq = 3 WHERE seq = 4',
        'UPDATE audit SET seq = 4 WHERE seq = 5',
        'UPDATE audit SET seq = 5 WHERE seq = 6',
      )
      expect(found).toMatchObject({ intact: false, finding: 'deleted', seq: 3 })
    })

    it('finds that the end was cut off, and that everything was', async () => {
      expect(await tamper('DELETE FROM audit WHERE seq > 4')).toMatchObject({ finding: 'truncated', seq: 5 })
      await raw.run('DELETE FROM audit')
      expect(await verifyChain(store)).toMatchObject({ intact: false, finding: 'truncated', seq: 1 })
    })

    it('finds that the end was cut off and the head’s number set back', async () => {
      await raw.run('DELETE FROM audit WHERE seq > 4')
      await raw.run(`UPDATE audit_head SET seq = 4`)
      expect(await verifyChain(store)).toMatchObject({ intact: false, finding: 'truncated' })
    })

    it('finds that two were put in each other’s place', async () => {
      const found = await tamper(
        'UPDATE audit SET seq = 100 WHERE seq = 3',
        'UPDATE audit SET seq = 3 WHERE seq = 4',
        'UPDATE audit SET seq = 4 WHERE seq = 100',
      )
      expect(found).toMatchObject({ intact: false, finding: 'reordered', seq: 3 })
    })

    it.each([
      ['with a hash that fits it', 'the third', true],
      ['with a hash that does not', 'the third', false],
      ['as another that follows the second', 'the second', false],
    ])('finds one that was put in after the third, %s', async (_what, after, fits) => {
      const previous = after === 'the third' ? 'hash' : 'previous_hash'
      const hash = fits ? await hashOfAnother(4) : '1'.repeat(64)
      const forged = columns
        .replace('seq', '-100')
        .replace('previous_hash, hash', `${previous}, '${hash}'`)
        .replace('outcome', `'FORBIDDEN'`)
      const found = await tamper(
        'UPDATE audit SET seq = -seq WHERE seq > 3',
        `INSERT INTO audit (${columns}) SELECT ${forged} FROM audit WHERE seq = 3`,
        'UPDATE audit SET seq = 1 - seq WHERE seq BETWEEN -10 AND -1',
        'UPDATE audit SET seq = 4 WHERE seq = -100',
      )
      expect(found).toMatchObject({ intact: false, finding: 'inserted', seq: 4 })
    })

    it('finds one that was put at the end', async () => {
      const forged = columns.replace('seq', '7').replace('previous_hash, hash', `hash, '${'1'.repeat(64)}'`)
      const found = await tamper(`INSERT INTO audit (${columns}) SELECT ${forged} FROM audit WHERE seq = 6`)
      expect(found).toMatchObject({ intact: false, seq: 7 })
      expect(['inserted', 'changed']).toContain((found as { finding: string }).finding)
    })

    it('finds one that was put before the first', async () => {
      const forged = columns.replace('seq', '0').replace(' hash', ` '${'1'.repeat(64)}'`)
      const found = await tamper(`INSERT INTO audit (${columns}) SELECT ${forged} FROM audit WHERE seq = 1`)
      expect(found).toMatchObject({ intact: false, finding: 'inserted', seq: 0 })
    })

    it('finds one that was written anew with a hash that fits it', async () => {
      const hash = await hashOfAnother(3)
      const found = await tamper(`UPDATE audit SET outcome = 'FORBIDDEN', hash = '${hash}' WHERE seq = 3`)
      expect(found).toMatchObject({ intact: false, finding: 'changed', seq: 3 })
    })
  })
})

describe('a long chain', () => {
  let chain: Awaited<ReturnType<typeof openChain>>
  beforeAll(async () => {
    chain = await openChain('sqlite')
  })
  afterAll(() => chain.close())

  it('is walked whole, over the pages in which it is read', async () => {
    const { store, raw } = chain
    await store.write(async (tx) => {
      for (let n = 0; n < 10_050; n += 1) {
        await appendAudit(tx, store.tables, {
          at: new Date(n),
          staffId: null,
          staffName: null,
          desk: 'Tiski 1',
          action: 'residents.read',
          subjectKind: null,
          subjectId: null,
          outcome: 'done',
          reason: null,
          kept: {},
        })
      }
    })
    expect(await verifyChain(store)).toEqual({ intact: true, records: 10_050 })
    await raw.run('DROP TRIGGER audit_no_update')
    await raw.run(`UPDATE audit SET reason = 'x' WHERE seq = 10000`)
    expect(await verifyChain(store)).toMatchObject({ finding: 'changed', seq: 10_000 })
  })
})
