import { eq, inArray } from 'drizzle-orm'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'

/** A page of this program at which somebody is signed in, as the other desks are told of it. */
export interface Here {
  readonly id: string
  readonly staffId: string
  readonly locked: boolean
  /** Whose page is open there. */
  readonly residentId: string | null
  readonly since: Date
}

/** Whose rows they are. */
export interface Program {
  readonly programId: string
  readonly deskName: string
}

/**
 * Makes the rows of a program say who is here now. One statement says of all of them that they are still there; only what
 * is new, gone or different costs another, and is announced. A row that another program took for vanished comes back.
 */
export async function writeHere(
  tx: Tx,
  { presence }: Tables,
  program: Program,
  here: readonly Here[],
  now: Date,
): Promise<void> {
  const written = await tx.db
    .update(presence)
    .set({ seenAt: now })
    .where(eq(presence.programId, program.programId))
    .returning()
  const concerned: (string | null)[] = []
  const gone = written.filter((row) => !here.some(({ id }) => id === row.id))
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id)
    await tx.db.delete(presence).where(inArray(presence.id, ids))
    concerned.push(...gone.map(({ residentId }) => residentId))
  }
  for (const row of here) {
    const before = written.find(({ id }) => id === row.id)
    const { locked, residentId } = row
    if (before?.locked === locked && before.residentId === residentId) continue
    if (before) await tx.db.update(presence).set({ locked, residentId }).where(eq(presence.id, row.id))
    else await tx.db.insert(presence).values({ ...row, ...program, seenAt: now })
    concerned.push(before?.residentId ?? null, residentId)
  }
  announce(tx, concerned)
}

/** Announces that who is here has changed: to those who look at these residents, or to everybody when it was at nobody's. */
export function announce(tx: Tx, residentIds: readonly (string | null)[]): void {
  if (residentIds.length === 0) return
  const named = residentIds.filter((id) => id !== null)
  for (const id of named.length > 0 ? named : [null]) tx.changed('presence', id)
}
