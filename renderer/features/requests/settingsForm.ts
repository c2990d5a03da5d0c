import type { RequestSettings } from '#shared/contract/requests'
import { mostNoticeMonths } from '#shared/rules/leaseTermination'
import { type RequestKind, requestKinds } from '#shared/rules/requestKinds'
import type { Comparing } from '../../components/threeWay'

export const addressees = ['leaseControl', 'maintenance', 'asOy'] as const
/** Where a kind can be set to go; of an As Oy home everything goes to the As Oy team. */
export const destinations = ['buildingManager', 'leaseControl', 'maintenance'] as const
/** The most working days that the desk takes. */
export const mostDays = 60

type EmailField = `email-${(typeof addressees)[number]}`
type KindField = `goesTo-${RequestKind}` | `days-${RequestKind}`
export type SettingsField = EmailField | KindField | 'months' | 'countedFrom'
/** The settings as they stand in their fields; `version` of those that were read. */
export type SettingsValues = Readonly<Record<SettingsField, string>> & { readonly version: number }

export const settingsFields: readonly SettingsField[] = [
  ...addressees.map((each) => `email-${each}` as const),
  'months',
  'countedFrom',
  ...requestKinds.flatMap((kind) => [`goesTo-${kind}`, `days-${kind}`] as const),
]

/** Settings as they stand in their fields. */
export const typedSettings = ({ version, emails, kinds, notice }: RequestSettings): SettingsValues =>
  ({
    version,
    ...Object.fromEntries(addressees.map((each) => [`email-${each}`, emails[each] ?? ''])),
    ...Object.fromEntries(
      requestKinds.flatMap((kind) => [
        [`goesTo-${kind}`, kinds[kind].goesTo],
        [`days-${kind}`, String(kinds[kind].workingDays)],
      ]),
    ),
    months: String(notice.months),
    countedFrom: notice.countedFrom,
  }) as SettingsValues

/** A whole number from 0 to `most`, or null. */
const numberOf = (text: string, most: number): number | null => {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1
  return number >= 0 && number <= most ? number : null
}

/** The most that the number of a field can be; null for a field that is none. */
export const mostOf = (field: SettingsField): number | null =>
  field === 'months' ? mostNoticeMonths : field.startsWith('days-') ? mostDays : null

/** The fields whose number is none that the desk takes. */
export const wrongSettings = (values: SettingsValues): readonly SettingsField[] =>
  settingsFields.filter((field) => {
    const most = mostOf(field)
    return most !== null && numberOf(values[field], most) === null
  })

/** What the desk is told; only for fields that are right. */
export const settingsOf = (values: SettingsValues, version: number): RequestSettings => ({
  version,
  emails: {
    leaseControl: values['email-leaseControl'].trim() || null,
    maintenance: values['email-maintenance'].trim() || null,
    asOy: values['email-asOy'].trim() || null,
  },
  kinds: Object.fromEntries(
    requestKinds.map((kind) => [
      kind,
      {
        goesTo: destinations.find((each) => each === values[`goesTo-${kind}`]) ?? 'buildingManager',
        workingDays: numberOf(values[`days-${kind}`], mostDays) ?? 0,
      },
    ]),
  ) as RequestSettings['kinds'],
  notice: {
    months: numberOf(values.months, mostNoticeMonths) ?? 0,
    countedFrom: values.countedFrom === 'day' ? 'day' : 'monthEnd',
  },
})

/** How the form is compared with what another has saved meanwhile. */
export const settingsComparing: Comparing<SettingsValues, SettingsField> = {
  fields: settingsFields,
  same: (field, a, b) => a[field].trim() === b[field].trim(),
}
