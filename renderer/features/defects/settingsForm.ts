import type { DefectSettings } from '#shared/contract/defects'
import type { AsOyFaultOwner } from '#shared/rules/defectKinds'
import type { FlatValues } from '../../components/useFlatForm'
import { kinds } from './kinds'

export const faultOwners = ['housingCompany', 'heka', 'resident'] as const satisfies readonly AsOyFaultOwner[]

/** What the register names, beside what has an address already. */
interface Named {
  readonly areas: readonly string[]
  readonly companies: readonly string[]
}

const rest = (field: string, before: string) => field.slice(before.length)

/** Settings as they stand in their fields: an address for each name, and whose each As Oy fault is. */
export const typedSettings = (settings: DefectSettings, missing: Named): FlatValues => ({
  ...Object.fromEntries(missing.areas.map((area) => [`area:${area}`, ''])),
  ...Object.fromEntries(settings.areas.map(({ area, email }) => [`area:${area}`, email ?? ''])),
  ownCleaners: settings.ownCleaners ?? '',
  ...Object.fromEntries(missing.companies.map((company) => [`company:${company}`, ''])),
  ...Object.fromEntries(
    settings.cleaningCompanies.map(({ company, email }) => [`company:${company}`, email ?? '']),
  ),
  ...Object.fromEntries(
    settings.housingCompanies.flatMap(({ propertyNo, name, email }) => [
      [`housingName:${propertyNo}`, name],
      [`housingEmail:${propertyNo}`, email ?? ''],
    ]),
  ),
  ...Object.fromEntries(kinds.map((kind) => [`asOy:${kind}`, settings.asOy[kind] ?? ''])),
})

/** The names behind fields that begin so, in order. */
export const namesOf = (values: FlatValues, before: 'area:' | 'company:' | 'housingName:') =>
  Object.keys(values)
    .filter((field) => field.startsWith(before))
    .map((field) => rest(field, before))
    .toSorted((a, b) => a.localeCompare(b, 'fi'))

const emailOf = (values: FlatValues, field: string) => (values[field] ?? '').trim() || null

/** What the desk is told. A housing company with neither name nor address is none. */
export const settingsOf = (values: FlatValues, version: number): DefectSettings => ({
  version,
  areas: namesOf(values, 'area:').map((area) => ({ area, email: emailOf(values, `area:${area}`) })),
  ownCleaners: emailOf(values, 'ownCleaners'),
  cleaningCompanies: namesOf(values, 'company:').map((company) => ({
    company,
    email: emailOf(values, `company:${company}`),
  })),
  housingCompanies: namesOf(values, 'housingName:')
    .map((propertyNo) => ({
      propertyNo,
      name: (values[`housingName:${propertyNo}`] ?? '').trim(),
      email: emailOf(values, `housingEmail:${propertyNo}`),
    }))
    .filter(({ name, email }) => name !== '' || email !== null),
  asOy: Object.fromEntries(
    kinds.map((kind) => [kind, faultOwners.find((each) => each === values[`asOy:${kind}`]) ?? null]),
  ) as DefectSettings['asOy'],
})

/** The field that the desk does not take: `areas.3` of what was sent. */
export function refusedField(field: string, sent: DefectSettings): string | undefined {
  const [list = '', at = ''] = field.split('.')
  const index = Number(at)
  switch (list) {
    case 'ownCleaners':
      return 'ownCleaners'
    case 'areas':
      return sent.areas[index] && `area:${sent.areas[index].area}`
    case 'cleaningCompanies':
      return sent.cleaningCompanies[index] && `company:${sent.cleaningCompanies[index].company}`
    case 'housingCompanies':
      return sent.housingCompanies[index] && `housingEmail:${sent.housingCompanies[index].propertyNo}`
    default:
      return undefined
  }
}
