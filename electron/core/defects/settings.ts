import { and, eq, isNull, ne } from 'drizzle-orm'
import { type DefectSettings, defectSettings } from '#shared/contract/defects'
import { normaliseEmail } from '#shared/rules/contacts'
import { defectKinds } from '#shared/rules/defectKinds'
import { sameName } from '#shared/rules/defectRoute'
import { accept } from '#shared/rules/result'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const key = 'defects'

/** As it is until somebody sets it: no source names an address, nor whose an As Oy fault is. */
const shipped: DefectSettings = {
  version: 0,
  areas: [],
  ownCleaners: null,
  cleaningCompanies: [],
  housingCompanies: [],
  asOy: Object.fromEntries(defectKinds.map((kind) => [kind, null])) as DefectSettings['asOy'],
}

/** Where defects go; what nobody has set, or what makes no sense any more, is as it was shipped. */
export async function readDefectSettings(db: Db, { setting }: Tables): Promise<DefectSettings> {
  const [row] = await db.select().from(setting).where(eq(setting.key, key))
  if (!row) return shipped
  const kept = row.value as Partial<DefectSettings>
  const read = defectSettings.safeParse({ ...shipped, ...kept, asOy: { ...shipped.asOy, ...kept.asOy } })
  return read.success ? read.data : shipped
}

type Checked =
  | { readonly ok: true; readonly value: DefectSettings }
  | { readonly ok: false; readonly refusal: 'emailInvalid' | 'sameTwice'; readonly field: string }

/** Settings as they are kept, an empty address being none. Or which address is none (`areas.3`), or which name is there twice. */
export function checkedDefectSettings(settings: DefectSettings): Checked {
  let wrong: Extract<Checked, { ok: false }> | null = null
  const address = (typed: string | null, field: string): string | null => {
    if (!typed) return null
    const email = normaliseEmail(typed)
    if (email.ok) return email.value
    wrong ??= { ok: false, refusal: email.refusal, field }
    return null
  }
  function list<Entry extends { email: string | null }>(
    entries: readonly Entry[],
    nameOf: (entry: Entry) => string,
    field: string,
  ): Entry[] {
    entries.forEach((entry, at) => {
      if (entries.slice(0, at).some((earlier) => sameName(nameOf(earlier), nameOf(entry))))
        wrong ??= { ok: false, refusal: 'sameTwice', field: `${field}.${at}` }
    })
    return entries.map((entry, at) => ({ ...entry, email: address(entry.email, `${field}.${at}`) }))
  }
  const value: DefectSettings = {
    ...settings,
    areas: list(settings.areas, ({ area }) => area, 'areas'),
    ownCleaners: address(settings.ownCleaners, 'ownCleaners'),
    cleaningCompanies: list(settings.cleaningCompanies, ({ company }) => company, 'cleaningCompanies'),
    housingCompanies: list(settings.housingCompanies, ({ propertyNo }) => propertyNo, 'housingCompanies'),
  }
  return wrong ?? accept(value)
}

/** Writes the settings over those of the version that was read. CHANGED_MEANWHILE when there is a later one. */
export async function writeDefectSettings(
  tx: Tx,
  tables: Tables,
  settings: DefectSettings,
): Promise<DefectSettings> {
  const { setting } = tables
  await tx.inTurn('settings')
  if ((await readDefectSettings(tx.db, tables)).version !== settings.version) throw named('CHANGED_MEANWHILE')
  const value = { ...settings, version: settings.version + 1 }
  await tx.db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  tx.changed('settings', null)
  tx.changed('defect', null)
  return value
}

/**
 * What the register names and nobody has set an address of: areas and cleaning companies, those of As Oy buildings only when some of their
 * faults are Heka's; and how many kinds of As Oy faults are nobody's.
 */
export async function missingAddresses(db: Db, { property }: Tables, settings: DefectSettings) {
  const hekaRepairs = Object.values(settings.asOy).includes('heka')
  const rows = await db
    .selectDistinct({
      area: property.maintenanceArea,
      cleaning: property.cleaning,
      company: property.cleaningCompany,
    })
    .from(property)
    .where(and(isNull(property.leftOn), hekaRepairs ? undefined : ne(property.kind, 'asoy')))
  const without = (names: readonly string[], set: readonly { name: string; email: string | null }[]) =>
    [...new Set(names)]
      .filter((name) => name !== '')
      .filter((name) => !set.some((entry) => entry.email !== null && sameName(entry.name, name)))
      .sort((a, b) => a.localeCompare(b, 'fi'))
  return {
    areas: without(
      rows.map(({ area }) => area),
      settings.areas.map(({ area, email }) => ({ name: area, email })),
    ),
    companies: without(
      rows.flatMap(({ cleaning, company }) => (cleaning === 'company' && company ? [company] : [])),
      settings.cleaningCompanies.map(({ company, email }) => ({ name: company, email })),
    ),
    asOyKinds: defectKinds.filter((kind) => settings.asOy[kind] === null).length,
  }
}
