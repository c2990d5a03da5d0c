import { and, desc, eq, gte, lt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { draftDays } from '#shared/contract/drafts'
import { procedures, signedIn } from '../access/procedure'

const os = procedures.drafts

const oldest = (now: Date) => new Date(now.getTime() - draftDays * 24 * 3_600_000)

export const draftProcedures = os.router({
  list: os.list.handler(({ context }) => {
    const { draft } = context.parts.store.tables
    const { staffId } = signedIn(context)
    return context.read((db) =>
      db
        .select({ key: draft.key, value: draft.value, savedAt: draft.savedAt })
        .from(draft)
        .where(and(eq(draft.staffId, staffId), gte(draft.savedAt, oldest(context.now))))
        .orderBy(desc(draft.savedAt)),
    )
  }),

  save: os.save.handler(({ input, context }) => {
    const { draft } = context.parts.store.tables
    const { staffId } = signedIn(context)
    const kept = { value: input.value, savedAt: context.now }
    return context.write(async (tx) => {
      // Nobody comes back for what is older; what was typed about people is not kept for its own sake.
      await tx.db.delete(draft).where(lt(draft.savedAt, oldest(context.now)))
      await tx.db
        .insert(draft)
        .values({ id: uuidv7(), staffId, key: input.key, ...kept })
        .onConflictDoUpdate({ target: [draft.staffId, draft.key], set: kept })
      return { savedAt: kept.savedAt }
    })
  }),

  drop: os.drop.handler(({ input, context }) => {
    const { draft } = context.parts.store.tables
    const { staffId } = signedIn(context)
    return context.write(async (tx) => {
      const dropped = await tx.db
        .delete(draft)
        .where(and(eq(draft.staffId, staffId), eq(draft.key, input.key)))
        .returning({ id: draft.id })
      return { dropped: dropped.length > 0 }
    })
  }),
})
