import { eq } from 'drizzle-orm'
import { type Settings, settings as settingsSchema } from '#shared/contract/system'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const defaults: Settings = { version: 0, lockAfterMinutes: 10 }

/** The office's settings; what nobody has set, or what makes no sense any more, is as it was shipped. */
export async function readSettings(db: Db, { setting }: Tables): Promise<Settings> {
  const [row] = await db.select().from(setting).where(eq(setting.key, 'office'))
  const read = settingsSchema.safeParse({ ...defaults, ...(row?.value as object | undefined) })
  return read.success ? read.data : defaults
}

/** Writes the office's settings over those of the version that was read. CHANGED_MEANWHILE when there is a later one. */
export async function writeSettings(tx: Tx, tables: Tables, settings: Settings): Promise<Settings> {
  const { setting } = tables
  await tx.inTurn('settings')
  if ((await readSettings(tx.db, tables)).version !== settings.version) throw named('CHANGED_MEANWHILE')
  const value = { ...settings, version: settings.version + 1 }
  await tx.db
    .insert(setting)
    .values({ key: 'office', value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  tx.changed('settings', null)
  return value
}
