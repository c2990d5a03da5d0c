import { eq } from 'drizzle-orm'
import { type Settings, settings as settingsSchema } from '#shared/contract/system'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const defaults: Settings = { lockAfterMinutes: 10 }

/** The office's settings; what nobody has set, or what makes no sense any more, is as it was shipped. */
export async function readSettings(db: Db, { setting }: Tables): Promise<Settings> {
  const [row] = await db.select().from(setting).where(eq(setting.key, 'office'))
  const read = settingsSchema.safeParse({ ...defaults, ...(row?.value as object | undefined) })
  return read.success ? read.data : defaults
}

/** Writes the office's settings. */
export async function writeSettings(tx: Tx, { setting }: Tables, settings: Settings): Promise<void> {
  const value = { ...settings }
  await tx.db
    .insert(setting)
    .values({ key: 'office', value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  tx.changed('settings', null)
}
