import { eq } from 'drizzle-orm'
import { type Settings, settings as settingsSchema } from '#shared/contract/system'
import type { Json, Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const defaults: Settings = { lockAfterMinutes: 10 }

/** The office's settings; what nobody has set, or what makes no sense any more, is as it was shipped. */
export async function readSettings(db: Db, { setting }: Tables): Promise<Settings> {
  const [row] = await db.select().from(setting).where(eq(setting.key, 'office'))
  const read = settingsSchema.safeParse({ ...defaults, ...(row?.value as object | undefined) })
  return read.success ? read.data : defaults
}

/** Writes the office's settings. */
export async function writeSettings(tx: Tx, tables: Tables, settings: Settings): Promise<void> {
  await writeSetting(tx, tables, 'office', { ...settings })
  tx.changed('settings', null)
}

/** Writes one named value of the program's own. */
export async function writeSetting(tx: Tx, { setting }: Tables, key: string, value: Json): Promise<void> {
  await tx.db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
}

/** Reads one named value of the program's own; null when it was never written. */
export async function readSetting(db: Db, { setting }: Tables, key: string): Promise<Json> {
  const [row] = await db.select().from(setting).where(eq(setting.key, key))
  return row?.value ?? null
}
