import { createHash } from 'node:crypto'
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { auditFindings } from '#shared/contract/audit'
import { given, prepared } from '../store/prepared'
import type { Json, Tables } from '../store/schema'
import type { Db, Store, Tx } from '../store/store'

/** What one audit record says, before it has its place in the chain. */
export interface AuditEntry {
  readonly at: Date
  readonly staffId: string | null
  readonly staffName: string | null
  readonly desk: string
  readonly action: string
  readonly subjectKind: 'resident' | 'staff' | null
  readonly subjectId: string | null
  readonly outcome: string
  readonly reason: string | null
  readonly kept: Readonly<Record<string, Json>>
}

type StoredRecord = Tables['audit']['$inferSelect']

/** SHA-256 over the record's own number, everything it says and the hash before it. */
function hashRecord(record: Omit<StoredRecord, 'hash'>): string {
  const said = [
    record.previousHash,
    record.seq,
    record.at.toISOString(),
    record.staffId,
    record.staffName,
    record.desk,
    record.action,
    record.subjectKind,
    record.subjectId,
    record.outcome,
    record.reason,
    record.kept,
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** An update that changes nothing: it reads the head and holds it until the commit, on either engine. */
const takeHead = prepared((db, { auditHead }) =>
  db.update(auditHead).set({ id: 1 }).where(eq(auditHead.id, 1)).returning().prepare('takeAuditHead'),
)

const moveHead = prepared((db, { auditHead }) =>
  db
    .update(auditHead)
    .set({ seq: given(auditHead.seq, 'seq'), hash: given(auditHead.hash, 'hash') })
    .where(eq(auditHead.id, 1))
    .prepare('moveAuditHead'),
)

/**
 * Writes a record at the end of the chain, in the same transaction as what it tells of. The head is moved first: on
 * PostgreSQL that makes other desks wait for their turn.
 */
export async function appendAudit(tx: Tx, tables: Tables, entry: AuditEntry): Promise<void> {
  const [head] = await takeHead(tx.db, tables).execute()
  if (!head) throw new Error('the audit chain has no head')
  const record = {
    ...entry,
    // No database keeps half a character as it was given, and a record must be read back as it was hashed.
    staffName: entry.staffName?.toWellFormed() ?? null,
    desk: entry.desk.toWellFormed(),
    reason: entry.reason?.toWellFormed() ?? null,
    seq: head.seq + 1,
    kept: JSON.stringify(entry.kept),
    previousHash: head.hash,
  }
  const hash = hashRecord(record)
  await tx.insertMany(tables.audit, [{ ...record, hash }])
  await moveHead(tx.db, tables).execute({ seq: record.seq, hash })
  tx.changed('audit', null)
}

export type ChainState =
  | { readonly intact: true; readonly records: number }
  | {
      readonly intact: false
      readonly records: number
      readonly finding: (typeof auditFindings)[number]
      readonly seq: number
    }

const pageSize = 5000

/** Walks the chain from its first record to its head and names the first thing that is not as it was written. */
export async function verifyChain(store: Store): Promise<ChainState> {
  const { audit, auditHead } = store.tables
  const [head] = await store.read((db) => db.select().from(auditHead).where(eq(auditHead.id, 1)))
  let previous: StoredRecord | null = null
  let records = 0
  for (;;) {
    const after: number = previous?.seq ?? Number.MIN_SAFE_INTEGER
    const page: StoredRecord[] = await store.read((db) => pageAfter(db, audit, after, previous === null))
    for (const record of page) {
      records += 1
      const fault = await judge(store, record, previous)
      if (fault) return { intact: false, records, ...fault }
      previous = record
    }
    if (page.length < pageSize) break
  }
  const last = previous?.seq ?? 0
  if (head?.seq === last && head.hash === (previous?.hash ?? '')) return { intact: true, records }
  const finding = (head?.seq ?? 0) < last ? 'inserted' : 'truncated'
  return { intact: false, records, finding, seq: Math.min(head?.seq ?? 0, last) + 1 }
}

const pageAfter = (db: Db, audit: Tables['audit'], after: number, first: boolean) =>
  db
    .select()
    .from(audit)
    .where(first ? sql`true` : gt(audit.seq, after))
    .orderBy(asc(audit.seq))
    .limit(pageSize)

interface Fault {
  readonly finding: (typeof auditFindings)[number]
  readonly seq: number
}

/** What is wrong with a record that follows `previous`, or null. */
async function judge(
  store: Store,
  record: StoredRecord,
  previous: StoredRecord | null,
): Promise<Fault | null> {
  const expectedSeq = (previous?.seq ?? 0) + 1
  if (record.seq > expectedSeq) return { finding: 'deleted', seq: expectedSeq }
  if (record.seq < expectedSeq) return { finding: 'inserted', seq: record.seq }
  const genuine = hashRecord(record) === record.hash
  const linked = record.previousHash === (previous?.hash ?? '')
  if (linked && genuine) return null
  if (linked) return { finding: (await hasTwin(store, record)) ? 'inserted' : 'changed', seq: record.seq }
  return judgeLink(store, record, previous, genuine)
}

/** Whether a later record says that it follows the same one: this one was put in before it. */
async function hasTwin(store: Store, { seq, previousHash }: StoredRecord): Promise<boolean> {
  const { audit } = store.tables
  const [twin] = await store.read((db) =>
    db
      .select({ seq: audit.seq })
      .from(audit)
      .where(and(eq(audit.previousHash, previousHash), gt(audit.seq, seq)))
      .limit(1),
  )
  return twin !== undefined
}

/** Why a record does not follow the one before it, from who else the links of the chain point to. */
async function judgeLink(
  store: Store,
  record: StoredRecord,
  previous: StoredRecord | null,
  genuine: boolean,
): Promise<Fault> {
  const { audit } = store.tables
  const find = async (condition: SQL) =>
    (await store.read((db) => db.select({ seq: audit.seq }).from(audit).where(condition).limit(1)))[0]?.seq
  const predecessor = await find(eq(audit.hash, record.previousHash))
  const successor = await find(eq(audit.previousHash, previous?.hash ?? ''))
  if (record.previousHash === '' || (predecessor !== undefined && predecessor < record.seq)) {
    // Two follow the same record: the one that the chain goes on from is the genuine one.
    return { finding: 'inserted', seq: successor === undefined && previous ? previous.seq : record.seq }
  }
  if (predecessor !== undefined) return { finding: 'reordered', seq: record.seq }
  if (successor !== undefined) return { finding: 'inserted', seq: record.seq }
  // Its own number is right and so is its hash: then the one before it is not the one it was written after.
  return genuine && previous
    ? { finding: 'changed', seq: previous.seq }
    : { finding: 'deleted', seq: record.seq }
}
