import { eq } from 'drizzle-orm'
import type { KeyMessageKind } from '#shared/rules/outbox'
import { readRequestSettings } from '../requests/settings'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import type { HandoffRow } from './handoffRows'
import { readKeySettings } from './settings'

type Who = Pick<HandoffRow, 'bringerKind' | 'bringerResidentId' | 'residentId' | 'askId'>

/** The e-mail address of whoever brings or collects, as it is now; null when there is none. */
export async function emailOfBringer(db: Db, tables: Tables, who: Who): Promise<string | null> {
  const { resident, mandateAsk, mandateGrantee } = tables
  const residentId = who.bringerResidentId ?? (who.bringerKind === 'grantee' ? null : who.residentId)
  if (residentId !== null) {
    const [row] = await db.select({ email: resident.email }).from(resident).where(eq(resident.id, residentId))
    return row?.email ?? null
  }
  if (who.askId === null) return null
  const [row] = await db
    .select({ email: mandateGrantee.email })
    .from(mandateAsk)
    .innerJoin(mandateGrantee, eq(mandateGrantee.id, mandateAsk.granteeId))
    .where(eq(mandateAsk.id, who.askId))
  return row?.email ?? null
}

/** Whom a message is for. What one of them was told says nothing of what another was. */
export const keyAudience = {
  keys: 'bringer',
  keysCancelled: 'bringer',
  keysReminder: 'bringer',
  keysToBlc: 'blc',
  keysToBlcCancelled: 'blc',
  keysRekey: 'maintenance',
} as const satisfies Record<KeyMessageKind, 'bringer' | 'blc' | 'maintenance'>

/** Where a message about a hand-off goes now; null when there is no address. Of maintenance it is that of service requests. */
export async function emailFor(
  db: Db,
  tables: Tables,
  handoff: Who,
  kind: KeyMessageKind,
): Promise<string | null> {
  switch (keyAudience[kind]) {
    case 'bringer':
      return emailOfBringer(db, tables, handoff)
    case 'blc':
      return (await readKeySettings(db, tables)).blcEmail
    default:
      return (await readRequestSettings(db, tables)).emails.maintenance
  }
}
