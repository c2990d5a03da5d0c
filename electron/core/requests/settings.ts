import { eq } from 'drizzle-orm'
import { type RequestSettings, requestSettings } from '#shared/contract/requests'
import { normaliseEmail } from '#shared/rules/contacts'
import { contactPoints } from '#shared/rules/facts'
import { statutoryNotice } from '#shared/rules/leaseTermination'
import { requestKindRules, requestKinds } from '#shared/rules/requestKinds'
import { accept } from '#shared/rules/result'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const key = 'requests'

/**
 * As it is until somebody sets it. The As Oy team's address is Heka's own (003_6520488e57b6da1e.txt); those of lease control and
 * of maintenance are in no source, so what goes there waits.
 */
const shipped: RequestSettings = {
  version: 0,
  emails: { leaseControl: null, maintenance: null, asOy: contactPoints.asOy.email },
  kinds: Object.fromEntries(
    requestKinds.map((kind) => {
      const { goesTo, workingDays } = requestKindRules[kind]
      return [kind, { goesTo, workingDays }]
    }),
  ) as RequestSettings['kinds'],
  notice: { ...statutoryNotice },
}

/** The settings of service requests; what nobody has set, or what makes no sense any more, is as it was shipped. */
export async function readRequestSettings(db: Db, { setting }: Tables): Promise<RequestSettings> {
  const [row] = await db.select().from(setting).where(eq(setting.key, key))
  if (!row) return shipped
  const kept = row.value as Partial<RequestSettings>
  const read = requestSettings.safeParse({ ...shipped, ...kept, kinds: { ...shipped.kinds, ...kept.kinds } })
  return read.success ? read.data : shipped
}

type Emails = RequestSettings['emails']

/** Addresses as they are kept: empty is none. Or the one that is no address. */
export function checkedEmails(
  emails: Emails,
):
  | { readonly ok: true; readonly value: Emails }
  | { readonly ok: false; readonly refusal: 'emailInvalid'; readonly field: keyof Emails } {
  const kept: Emails = { leaseControl: null, maintenance: null, asOy: null }
  for (const place of ['leaseControl', 'maintenance', 'asOy'] as const) {
    const typed = emails[place]
    if (!typed) continue
    const email = normaliseEmail(typed)
    if (!email.ok) return { ok: false, refusal: email.refusal, field: place }
    kept[place] = email.value
  }
  return accept(kept)
}

/** Writes the settings over those of the version that was read. CHANGED_MEANWHILE when there is a later one. */
export async function writeRequestSettings(
  tx: Tx,
  tables: Tables,
  settings: RequestSettings,
): Promise<RequestSettings> {
  const { setting } = tables
  await tx.inTurn('settings')
  if ((await readRequestSettings(tx.db, tables)).version !== settings.version)
    throw named('CHANGED_MEANWHILE')
  const value = { ...settings, version: settings.version + 1 }
  await tx.db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  tx.changed('settings', null)
  tx.changed('request', null)
  return value
}
