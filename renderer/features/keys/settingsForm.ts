import type { KeySettings } from '#shared/contract/keyViews'
import { parseEuros } from '#shared/rules/euros'
import type { Comparing } from '../../components/threeWay'

export const textFields = ['closed-fi', 'closed-sv', 'closed-en'] as const

export type SettingsField =
  | 'blcEmail'
  | 'graceDays'
  | 'reminderDays'
  | 'charge'
  | 'settleWhenCounted'
  | (typeof textFields)[number]
/** The settings as they stand in their fields; `version` of those that were read. */
export type SettingsValues = Readonly<Record<Exclude<SettingsField, 'settleWhenCounted'>, string>> & {
  readonly version: number
  readonly settleWhenCounted: boolean
}

const fields: readonly SettingsField[] = [
  'blcEmail',
  'graceDays',
  'reminderDays',
  'charge',
  'settleWhenCounted',
  ...textFields,
]

/** Cents as they are typed: 45,00; empty for none. */
export const typedEuros = (cents: number | null) =>
  cents === null ? '' : `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

/** Settings as they stand in their fields. */
export const typedSettings = (settings: KeySettings): SettingsValues => ({
  version: settings.version,
  blcEmail: settings.blcEmail ?? '',
  graceDays: String(settings.graceDays),
  reminderDays: settings.reminderDays.join(', '),
  charge: typedEuros(settings.chargeCents),
  settleWhenCounted: settings.settleWhenCounted,
  'closed-fi': settings.closedText.fi,
  'closed-sv': settings.closedText.sv,
  'closed-en': settings.closedText.en,
})

const wholeNumber = (text: string, least: number, most: number): number | null => {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1
  return number >= least && number <= most ? number : null
}

/** Days as they are typed: numbers between commas, each once, five at most; null when they are not. */
function daysOf(text: string): number[] | null {
  if (text.trim() === '') return []
  const days = text.split(',').map((part) => wholeNumber(part, 1, 60))
  if (days.length > 5 || days.includes(null) || new Set(days).size < days.length) return null
  return days.filter((day) => day !== null).toSorted((a, b) => a - b)
}

/** The most that a lost key can be charged, in cents. */
const mostCharge = 1_000_000

const chargeOf = (text: string): number | null | 'wrong' => {
  if (text.trim() === '') return null
  const read = parseEuros(text)
  return read.ok && read.value <= mostCharge ? read.value : 'wrong'
}

/** The fields that are not what the desk takes. */
export const wrongSettings = (
  values: SettingsValues,
): readonly ('graceDays' | 'reminderDays' | 'charge')[] => [
  ...(wholeNumber(values.graceDays, 0, 30) === null ? (['graceDays'] as const) : []),
  ...(daysOf(values.reminderDays) === null ? (['reminderDays'] as const) : []),
  ...(chargeOf(values.charge) === 'wrong' ? (['charge'] as const) : []),
]

/** What the desk is told; only for fields that are right. */
export function settingsOf(values: SettingsValues, version: number): KeySettings {
  const charge = chargeOf(values.charge)
  return {
    version,
    blcEmail: values.blcEmail.trim() || null,
    graceDays: wholeNumber(values.graceDays, 0, 30) ?? 0,
    reminderDays: daysOf(values.reminderDays) ?? [],
    chargeCents: charge === 'wrong' ? null : charge,
    settleWhenCounted: values.settleWhenCounted,
    closedText: {
      fi: values['closed-fi'].trim(),
      sv: values['closed-sv'].trim(),
      en: values['closed-en'].trim(),
    },
  }
}

/** How the form is compared with what another has saved meanwhile. */
export const settingsComparing: Comparing<SettingsValues, SettingsField> = {
  fields,
  same: (field, a, b) => String(a[field]).trim() === String(b[field]).trim(),
}
