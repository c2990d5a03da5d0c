import { asc, eq } from 'drizzle-orm'
import type { HandoffToTell } from '../documents/keysContent'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { type HandoffOf, isHandoffProtected } from './handoffRows'

/** What letters are told of a hand-off. */
export async function handoffToTell(db: Db, tables: Tables, of: HandoffOf): Promise<HandoffToTell> {
  const { key, keyHandoffKey } = tables
  const { handoff } = of
  const keys = await db
    .select({ kind: key.kind, number: key.number, state: keyHandoffKey.state })
    .from(keyHandoffKey)
    .innerJoin(key, eq(key.id, keyHandoffKey.keyId))
    .where(eq(keyHandoffKey.handoffId, handoff.id))
    .orderBy(asc(key.kind), asc(key.number))
  return {
    reference: handoff.reference,
    direction: handoff.direction,
    dueOn: handoff.dueOn,
    keys,
    bringerName: handoff.bringerName,
    asOy: of.property.kind === 'asoy',
    isProtected: await isHandoffProtected(db, tables, of),
  }
}
