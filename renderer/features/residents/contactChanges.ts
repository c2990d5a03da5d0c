import type { ResidentPage } from '#shared/contract/residents'
import { formatPhone, normaliseEmail, normaliseIban, normalisePhone } from '#shared/rules/contacts'

/** What the register says, as it was read; phone in E.164. Null where there is nothing, or where it is hidden. */
export interface ContactBase {
  readonly version: number
  readonly phone: string | null
  readonly email: string | null
  readonly language: string
  readonly ibanEnding: string | null
}

/** What stands in the fields of the form. The account number is empty unless a new one is typed. */
export interface ContactValues {
  readonly phone: string
  readonly email: string
  readonly language: string
  readonly iban: string
  readonly removeIban: boolean
}

export const checkedFields = ['phone', 'email', 'iban'] as const
export type CheckedField = (typeof checkedFields)[number]
export type ContactProblem = 'phoneInvalid' | 'emailInvalid' | 'ibanInvalid'

/** The contacts of a page; under non-disclosure those that were revealed with a reason, when they were. */
export function contactBase(
  page: Pick<ResidentPage, 'version' | 'contacts'>,
  revealed: { readonly phone: string | null; readonly email: string | null } | null,
): ContactBase {
  const { phone, email, language, ibanEnding } = page.contacts
  return {
    version: page.version,
    phone: phone ?? revealed?.phone ?? null,
    email: email ?? revealed?.email ?? null,
    language,
    ibanEnding,
  }
}

/** The form as it opens. */
export const contactValues = (base: ContactBase): ContactValues => ({
  phone: base.phone === null ? '' : formatPhone(base.phone),
  email: base.email ?? '',
  language: base.language,
  iban: '',
  removeIban: false,
})

const rules = { phone: normalisePhone, email: normaliseEmail, iban: normaliseIban } as const

/** What is wrong with a field; null when nothing is. Empty is right: it removes. */
export function problemOf(field: CheckedField, text: string): ContactProblem | null {
  if (text.trim() === '') return null
  const result = rules[field](text)
  return result.ok ? null : result.refusal
}

/** A field as the register would have it; text that is wrong stays as it is, so that it counts as changed. */
function normal(field: 'phone' | 'email', text: string): string | null {
  if (text.trim() === '') return null
  const result = rules[field](text)
  return result.ok ? result.value : text.trim()
}

/** Only what differs from the register, as `correctContacts` takes it: an absent field stays, an empty text removes. */
export function contactChanges(base: ContactBase, values: ContactValues) {
  const phone = normal('phone', values.phone)
  const email = normal('email', values.email)
  const iban = values.removeIban ? '' : values.iban.trim()
  return {
    ...(phone !== base.phone ? { phone: phone ?? '' } : {}),
    ...(email !== base.email ? { email: email ?? '' } : {}),
    ...(values.language !== base.language ? { language: values.language } : {}),
    ...(iban !== '' || (values.removeIban && base.ibanEnding !== null) ? { iban } : {}),
  }
}

/** A field that somebody else changed while this form was open. */
export interface Meanwhile {
  readonly field: 'phone' | 'email' | 'language' | 'iban'
  /** What is there now; of an account number its last four characters. */
  readonly now: string | null
  /** What is typed here; null when this form leaves the field as it is. */
  readonly typed: string | null
}

/** What changed in the register since the form was opened, beside what is typed. */
export function meanwhile(base: ContactBase, now: ContactBase, values: ContactValues): readonly Meanwhile[] {
  const typed = contactChanges(base, values)
  const found: Meanwhile[] = []
  for (const field of ['phone', 'email', 'language'] as const) {
    if (now[field] !== base[field]) found.push({ field, now: now[field], typed: typed[field] ?? null })
  }
  if (now.ibanEnding !== base.ibanEnding) {
    found.push({ field: 'iban', now: now.ibanEnding, typed: typed.iban ?? null })
  }
  return found
}

/** The form on top of what the register says now: what was typed stays, the rest is as it is there. */
export function rebase(base: ContactBase, now: ContactBase, values: ContactValues): ContactValues {
  const typed = contactChanges(base, values)
  const fresh = contactValues(now)
  return {
    ...values,
    phone: typed.phone === undefined ? fresh.phone : values.phone,
    email: typed.email === undefined ? fresh.email : values.email,
    language: typed.language === undefined ? fresh.language : values.language,
  }
}
