import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { CaseOutcome } from '#shared/contract/keyTerms'
import type { CaseKind } from '#shared/rules/keyHandoff'
import { type Call, named, signedIn } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { type HandoffRow, noteHandoff } from './handoffRows'

export type CaseRow = Tables['keyCase']['$inferSelect']

/** A case that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
export async function sameCase(
  tx: Tx,
  call: Call,
  which: { readonly id: string; readonly version: number },
): Promise<CaseRow> {
  const { keyCase } = call.parts.store.tables
  const [row] = await tx.db.select().from(keyCase).where(eq(keyCase.id, which.id))
  if (!row) throw named('NOT_FOUND')
  if (row.version !== which.version) throw named('CHANGED_MEANWHILE')
  return row
}

/** Changes a case that is still as it was read. CHANGED_MEANWHILE when another desk was first. */
export async function changeCase(
  tx: Tx,
  call: Call,
  row: CaseRow,
  change: Partial<CaseRow>,
): Promise<CaseRow> {
  const { keyCase } = call.parts.store.tables
  const [changed] = await tx.db
    .update(keyCase)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(keyCase.id, row.id), eq(keyCase.version, row.version)))
    .returning()
  if (!changed) throw named('CHANGED_MEANWHILE')
  tx.changed('handoff', row.handoffId)
  return changed
}

/** The open case about a key of a hand-off; null when there is none. */
export async function openCaseOf(
  db: Db,
  { keyCase }: Tables,
  handoffId: string,
  keyId: string,
): Promise<CaseRow | null> {
  const [row] = await db
    .select()
    .from(keyCase)
    .where(and(eq(keyCase.handoffId, handoffId), eq(keyCase.keyId, keyId), isNull(keyCase.closedAt)))
  return row ?? null
}

/** What a case is about: a key, or, when the ledger does not know it, the row that told of it. */
export type CaseAbout = { readonly kind: CaseKind; readonly note: string } & (
  | { readonly keyId: string; readonly reportRowId: string | null }
  | { readonly keyId: null; readonly reportRowId: string }
)

/** Opens a case of a hand-off. Of two desks at once the second gets the database's `unique`. */
export async function openDifference(
  tx: Tx,
  call: Call,
  handoff: HandoffRow,
  { kind, note, keyId, reportRowId }: CaseAbout,
): Promise<CaseRow> {
  const row: CaseRow = {
    id: uuidv7(),
    handoffId: handoff.id,
    kind,
    keyId,
    reportRowId,
    openOnce: `${handoff.id} ${keyId ?? reportRowId}`,
    outcome: null,
    chargeCents: null,
    openedAt: call.now,
    openedBy: signedIn(call).staffId,
    closedAt: null,
    closedBy: null,
    note: '',
    version: 1,
  }
  await tx.insertMany(call.parts.store.tables.keyCase, [row])
  await noteHandoff(tx, call, {
    handoffId: handoff.id,
    caseId: row.id,
    what: 'caseOpened',
    detail: { kind, keyId, note },
  })
  return row
}

/** Closes a case and writes down how. What it means for the key is the caller's. */
export async function endCase(
  tx: Tx,
  call: Call,
  row: CaseRow,
  { outcome, note }: { readonly outcome: CaseOutcome; readonly note: string },
): Promise<void> {
  await changeCase(tx, call, row, {
    openOnce: null,
    outcome,
    note,
    closedAt: call.now,
    closedBy: signedIn(call).staffId,
  })
  await noteHandoff(tx, call, {
    handoffId: row.handoffId,
    caseId: row.id,
    what: 'caseClosed',
    detail: { kind: row.kind, outcome, note },
  })
}
