import { and, asc, eq, gte, ne, type SQL } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { notSeenSince } from '#shared/rules/presence'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { heldDesks } from '../visits/desks'
import type { Presence } from './presence'

const os = procedures.presence

/** The pages at which somebody is signed in, all or those that are meant, with their name and the service desk that they have today. */
const everywhere = ({ parts: { store }, now, read }: Call, which?: SQL) => {
  const { presence, staff } = store.tables
  return read(async (db) => {
    const rows = await db
      .select({ row: presence, name: staff.name })
      .from(presence)
      .innerJoin(staff, eq(staff.id, presence.staffId))
      .where(and(gte(presence.seenAt, notSeenSince(now)), which))
      .orderBy(asc(presence.deskName), asc(presence.since), asc(presence.id))
    const held = await heldDesks(db, store.tables, helsinkiDay(now))
    return rows.map(({ row, name }) => ({
      ...row,
      name,
      deskNo: held.find(({ staffId }) => staffId === row.staffId)?.deskNo ?? null,
    }))
  })
}

export const presenceProcedures = (here: Presence) =>
  os.router({
    at: os.at.handler(async ({ input, context }) => {
      const { residentId } = input
      if (residentId !== null) await checkExists(context, residentId)
      await here.at(context.clientId, residentId)
      return input
    }),

    withResident: os.withResident.handler(async ({ input, context }) => {
      const { presence } = context.parts.store.tables
      const others = and(
        eq(presence.residentId, input.residentId),
        eq(presence.locked, false),
        ne(presence.staffId, signedIn(context).staffId),
      )
      const rows = await everywhere(context, others)
      return rows.map(({ deskName, deskNo, name }) => ({ deskName, deskNo, name }))
    }),

    list: os.list.handler(async ({ context }) => {
      const own = here.rowOf(context.clientId)
      const rows = await everywhere(context)
      return {
        now: context.now,
        places: rows.map(({ id, deskName, name, deskNo, locked, residentId, since, seenAt }) => ({
          id,
          deskName,
          name,
          deskNo,
          locked,
          withResident: residentId !== null,
          since,
          seenAt,
          own: id === own,
        })),
      }
    }),
  })

/** Answers NOT_FOUND for a resident whom nobody knows: such a row could not be written. */
async function checkExists({ parts, read }: Call, id: string): Promise<void> {
  const { resident } = parts.store.tables
  const found = await read((db) => db.select({ id: resident.id }).from(resident).where(eq(resident.id, id)))
  if (found.length === 0) throw named('NOT_FOUND')
}
