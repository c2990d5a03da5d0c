import { getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { changeTopics } from '#shared/contract/system'
import { helsinkiDay } from '#shared/rules/localDay'
import { verifyChain } from '../access/auditChain'
import { documentsOf } from '../residents/searchIndex'
import { isStoreProblem } from '../store/errors'
import type { Tables } from '../store/schema'
import type { Store, Tx } from '../store/store'
import { summing, sumOf, type TableSum } from './checksums'
import { foundInOrder, type Row, rowsOf, type Snapshot } from './copyRows'

/** Why a database was not copied; the target is then as it was. */
export type CopyProblem =
  /** There is something in this table of the target already. */
  | 'targetNotEmpty'
  /** The audit chain of the source is not intact: at this record. */
  | 'chainBroken'
  /** This table of the source holds something that the target does not take. */
  | 'refusedRow'
  /** This table, or the audit chain, came out other than it went in. */
  | 'differs'

export class CopyError extends Error {
  readonly problem: CopyProblem
  /** The table or the record that it is about. */
  readonly detail: string
  constructor(problem: CopyProblem, detail: string) {
    super(problem)
    this.name = 'CopyError'
    this.problem = problem
    this.detail = detail
  }
}

/** One table as it was read and as it was found in the target afterwards. */
export interface CopiedTable {
  readonly table: string
  readonly from: TableSum
  readonly to: TableSum
}

export interface Copied {
  readonly tables: readonly CopiedTable[]
  /** Records of the audit chain, which is intact on both sides. */
  readonly records: number
  /** Residents who can be found. */
  readonly found: number
}

/** Told of how far the copy has come: rows of a table, or residents made findable (`search`). */
export type Progress = (table: string, rows: number) => void

/**
 * Every table that is carried, those that others refer to before those. Not who is at which desk now, nor the answers to
 * commands: both belong to programs that are open.
 */
export function copiedTables(tables: Tables): PgTable[] {
  const { presence: _presence, command: _command, ...carried } = tables
  return Object.values(carried)
}

/**
 * Carries everything from one database into another of the same schema that holds nothing yet, in one transaction: each
 * table is read back and compared before it is committed, the audit chain is walked on both sides, and everybody is made
 * findable anew. Throws CopyError, or StoreError; the target is then as it was.
 */
export async function copyDatabase(
  source: Store,
  target: Store,
  now: Date,
  progress: Progress = () => undefined,
): Promise<Copied> {
  return standingStill(source, async (snapshot) => {
    const chain = await verifyChain({ ...source, read: (work) => work(snapshot) })
    if (!chain.intact) throw new CopyError('chainBroken', String(chain.seq))
    return target.write(
      async (tx) => {
        await beAlone(target, tx)
        await requireEmpty(target, tx)
        const sums = await copyTables({ source, snapshot, target, tx, progress })
        const found = await makeFindable({ source, snapshot, tx, now, progress })
        const tables = await compare(target, tx, sums)
        const arrived = await verifyChain({ ...target, read: (work) => work(tx.db) })
        if (!arrived.intact || arrived.records !== chain.records) throw new CopyError('differs', 'audit')
        for (const topic of changeTopics) tx.changed(topic, null)
        return { tables, records: chain.records, found }
      },
      { alone: true },
    )
  })
}

/** Reads a database as it is at one moment, whatever others write meanwhile. The embedded one has nobody else. */
const standingStill = <Value>(store: Store, work: (snapshot: Snapshot) => Promise<Value>): Promise<Value> =>
  store.engine === 'sqlite'
    ? store.read(work)
    : store.write(async ({ db }) => {
        await db.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`)
        return work(db)
      })

/** Keeps everybody else from writing until the copy is there or is not. Reading goes on. */
async function beAlone({ engine, tables }: Store, { db }: Tx): Promise<void> {
  if (engine === 'sqlite') return
  const names = Object.values(tables).map((table) => `"${getTableName(table)}"`)
  await db.execute(sql`SET LOCAL lock_timeout = '5s'`)
  await db.execute(sql.raw(`LOCK TABLE ${names.join(', ')} IN EXCLUSIVE MODE`))
}

async function requireEmpty({ tables }: Store, { db }: Tx): Promise<void> {
  for (const table of copiedTables(tables)) {
    const rows = await db.select().from(table).limit(1)
    const untouched = table === tables.auditHead && rows[0]?.seq === 0
    if (rows.length > 0 && !untouched) throw new CopyError('targetNotEmpty', getTableName(table))
  }
}

interface Copying {
  readonly source: Store
  readonly snapshot: Snapshot
  readonly target: Store
  readonly tx: Tx
  readonly progress: Progress
}

async function copyTables({ source, snapshot, target, tx, progress }: Copying): Promise<TableSum[]> {
  const into = copiedTables(target.tables)
  const sums: TableSum[] = []
  for (const [at, from] of copiedTables(source.tables).entries()) {
    const sum = summing(from)
    let rows = 0
    for await (const batch of rowsOf(source.engine, snapshot, from)) {
      sum.add(batch)
      await insert(target, tx, into[at] as PgTable, batch)
      rows += batch.length
      progress(getTableName(from), rows)
    }
    sums.push(sum.sum())
  }
  return sums
}

async function insert(target: Store, tx: Tx, table: PgTable, batch: readonly Row[]): Promise<void> {
  const { audit, auditHead } = target.tables
  try {
    if (table === auditHead) return await setHead(target, tx, batch)
    await tx.insertMany(table, batch)
    // The embedded head goes forward one record at a time, as its guard wants it.
    if (table === audit && target.engine === 'sqlite')
      await tx.updateMany(
        auditHead,
        batch.map(({ seq, hash }) => ({ id: 1, seq: Number(seq), hash: String(hash) })),
      )
  } catch (error) {
    const refused = (['failed', 'unique', 'foreignKey', 'appendOnly'] as const).some((problem) =>
      isStoreProblem(error, problem),
    )
    // Without its cause: a store names whatever an engine's error is behind.
    throw refused ? new CopyError('refusedRow', getTableName(table)) : error
  }
}

/**
 * PostgreSQL keeps every version of a row until the end of a transaction: a head that went forward a million times would
 * take it ten minutes. Only the tables' owner can lay the guard aside, here for one statement of a transaction in which
 * nobody else writes; and the chain is walked to this head before anything is committed.
 */
async function setHead({ engine, tables }: Store, { db }: Tx, [head]: readonly Row[]): Promise<void> {
  if (engine === 'sqlite' || head === undefined) return
  await db.execute(sql`ALTER TABLE audit_head DISABLE TRIGGER audit_head_forward`)
  await db.update(tables.auditHead).set({ seq: Number(head.seq), hash: String(head.hash) })
  await db.execute(sql`ALTER TABLE audit_head ENABLE TRIGGER audit_head_forward`)
}

/** Words are made from what was read, in the order in which equals were shown there. */
async function makeFindable(copying: Omit<Copying, 'target'> & { readonly now: Date }): Promise<number> {
  const { source, snapshot, tx, now, progress } = copying
  const today = helsinkiDay(now)
  let found = 0
  for await (const ids of foundInOrder(snapshot)) {
    const documents = await documentsOf(snapshot, source.tables, ids, today)
    await tx.writeSearch(documents)
    found += documents.length
    progress('search', found)
  }
  return found
}

async function compare(target: Store, tx: Tx, sums: readonly TableSum[]): Promise<CopiedTable[]> {
  const compared: CopiedTable[] = []
  for (const [at, table] of copiedTables(target.tables).entries()) {
    const from = sums[at] as TableSum
    const to = await sumOf(target.engine, tx.db, table)
    const name = getTableName(table)
    if (to.rows !== from.rows || to.sha256 !== from.sha256) throw new CopyError('differs', name)
    compared.push({ table: name, from, to })
  }
  return compared
}
