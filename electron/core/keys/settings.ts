import { eq } from 'drizzle-orm'
import { type KeySettings, keySettings } from '#shared/contract/keyViews'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const key = 'keys'

/**
 * As it is until somebody sets it. All of it is unsourced: the sources give BLC Turva's address and say that customer service gives the
 * instructions, not how (003_6520488e57b6da1e.txt). Without an e-mail address BLC Turva's lists are printed.
 */
const shipped: KeySettings = {
  version: 0,
  blcEmail: null,
  graceDays: 0,
  reminderDays: [1, 5],
  chargeCents: null,
  settleWhenCounted: true,
  closedText: { fi: '', sv: '', en: '' },
}

/** The settings of keys; what nobody has set, or what makes no sense any more, is as it was shipped. */
export async function readKeySettings(db: Db, { setting }: Tables): Promise<KeySettings> {
  const [row] = await db.select().from(setting).where(eq(setting.key, key))
  if (!row) return shipped
  const read = keySettings.safeParse({ ...shipped, ...(row.value as Partial<KeySettings>) })
  return read.success ? read.data : shipped
}

/** Writes the settings over those of the version that was read. CHANGED_MEANWHILE when there is a later one. */
export async function writeKeySettings(tx: Tx, tables: Tables, settings: KeySettings): Promise<KeySettings> {
  const { setting } = tables
  await tx.inTurn('settings')
  if ((await readKeySettings(tx.db, tables)).version !== settings.version) throw named('CHANGED_MEANWHILE')
  const days = [...new Set(settings.reminderDays)].sort((one, other) => one - other)
  const value = { ...settings, reminderDays: days, version: settings.version + 1 }
  await tx.db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  tx.changed('settings', null)
  tx.changed('handoff', null)
  return value
}
