import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Kit } from './kit.postgres'

/** What several desks of one database know of each other. */
export function defineDeskTables(
  kit: Kit,
  { staff, resident }: Record<'staff' | 'resident', { readonly id: AnyPgColumn }>,
) {
  const { table, text, flag, instant, index } = kit

  /** A command that was carried out, by the key that its page gave it, with what it answered: asked again, it is not done again. */
  const command = table(
    'command',
    {
      key: text('key').primaryKey(),
      staffId: text('staff_id'),
      action: text('action').notNull(),
      answer: text('answer').notNull(),
      at: instant('at').notNull(),
    },
    (t) => [index('command_at').on(t.at)],
  )

  /** A page at which somebody is signed in, for as long as its program says so. */
  const presence = table(
    'presence',
    {
      id: text('id').primaryKey(),
      /** The run of a program that the page belongs to. */
      programId: text('program_id').notNull(),
      deskName: text('desk_name').notNull(),
      staffId: text('staff_id')
        .notNull()
        .references(() => staff.id),
      locked: flag('locked').notNull(),
      /** Whose page is open there. */
      residentId: text('resident_id').references(() => resident.id),
      since: instant('since').notNull(),
      seenAt: instant('seen_at').notNull(),
    },
    (t) => [index('presence_resident').on(t.residentId), index('presence_seen').on(t.seenAt)],
  )

  return { command, presence }
}
