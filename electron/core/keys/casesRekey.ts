import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Call } from '../access/procedure'
import { rekeyMessage } from '../documents/keysRekey'
import { destinationText } from '../documents/requestContent'
import { readRequestSettings } from '../requests/settings'
import { streetAddress } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import type { CaseRow } from './casesRows'
import { type HandoffOf, handoffById, isHandoffProtected, noteHandoff, type Writing } from './handoffRows'
import { officeLanguage, writeKeyMessage } from './tell'

/** Writes the e-mail to maintenance about the lock of a case. Its id; null while nobody has set where it goes. */
async function writeRekey(tx: Tx, tables: Tables, of: HandoffOf, row: CaseRow, now: Date) {
  const { key } = tables
  const [about] = row.keyId === null ? [] : await tx.db.select().from(key).where(eq(key.id, row.keyId))
  const isProtected = await isHandoffProtected(tx.db, tables, of)
  const words = rekeyMessage({
    reference: of.handoff.reference,
    keyKind: about?.kind ?? null,
    because: row.kind,
    address: isProtected ? null : streetAddress(of),
    maintenanceArea: of.property.maintenanceArea,
  })
  return writeKeyMessage(tx, tables, of.handoff, 'keysRekey', words, now, {
    recipientName: destinationText('maintenance', officeLanguage),
  })
}

/** What was chosen in these cases and told of them, and the messages about it that were not dropped. */
async function rekeysOf(db: Db, { keyHandoffEvent, outboxMessage }: Tables, caseIds: readonly string[]) {
  const events = await db
    .select()
    .from(keyHandoffEvent)
    .where(inArray(keyHandoffEvent.caseId, [...caseIds]))
  const ids = events.map(({ detail }) => detail.messageId).filter((id) => typeof id === 'string')
  const messages = await db
    .select({ id: outboxMessage.id })
    .from(outboxMessage)
    .where(and(inArray(outboxMessage.id, ids), ne(outboxMessage.state, 'dropped')))
  const alive = new Set<unknown>(messages.map(({ id }) => id))
  return caseIds.map((caseId) => {
    const own = events.filter((event) => event.caseId === caseId)
    return {
      caseId,
      chosen: own.some(({ detail }) => detail.choice === 'rekey'),
      written: own.some(({ detail }) => typeof detail.messageId === 'string'),
      alive: own.some(({ detail }) => alive.has(detail.messageId)),
    }
  })
}

/**
 * Writes the e-mail to maintenance that the lock must be changed into the outbox, in the caller's transaction. `asked` when one is on its way or
 * has gone; otherwise what is kept with the choice: which message it is, null while nobody has set where it goes.
 */
export async function askForRekey(
  tx: Tx,
  call: Call,
  of: HandoffOf,
  row: CaseRow,
): Promise<'asked' | { readonly messageId: string | null }> {
  const { tables } = call.parts.store
  const [earlier] = await rekeysOf(tx.db, tables, [row.id])
  if (earlier?.alive) return 'asked'
  return { messageId: await writeRekey(tx, tables, of, row, call.now) }
}

/** Asks maintenance for the locks of open cases that waited for an address and have one now; what a person dropped stays so. */
export async function askWaitingRekeys(tx: Tx, call: Writing): Promise<void> {
  const { tables } = call.parts.store
  if ((await readRequestSettings(tx.db, tables)).emails.maintenance === null) return
  const open = await tx.db.select().from(tables.keyCase).where(isNull(tables.keyCase.closedAt))
  const rekeys = await rekeysOf(
    tx.db,
    tables,
    open.map(({ id }) => id),
  )
  for (const { caseId } of rekeys.filter(({ chosen, written }) => chosen && !written)) {
    const row = open.find(({ id }) => id === caseId)
    if (!row) continue
    const of = await handoffById(tx.db, tables, row.handoffId)
    const messageId = await writeRekey(tx, tables, of, row, call.now)
    const detail = { kind: 'keysRekey', messageId }
    await noteHandoff(tx, call, { handoffId: row.handoffId, caseId, what: 'told', detail, by: 'program' })
    tx.changed('handoff', row.handoffId)
  }
}
