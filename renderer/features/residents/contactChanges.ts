import type { ResidentPage, TimelineEvent } from '#shared/contract/residents'
import { formatPhone, normaliseEmail, normaliseIban, normalisePhone } from '#shared/rules/contacts'
import type { Comparing } from '../../components/threeWay'

/** What stands in the fields of the form, and what the register said as it was read. */
export interface ContactValues {
  readonly version: number
  /** Phone and e-mail are withheld for non-disclosure; `revealed` when they were asked for with a reason. */
  readonly withheld: boolean
  readonly revealed: boolean
  readonly phone: string
  readonly email: string
  readonly language: string
  /** Of the account number that is there, only the last four characters; empty unless a new one is typed. */
  readonly iban: { readonly ending: string | null; readonly typed: string; readonly remove: boolean }
}

export const checkedFields = ['phone', 'email', 'iban'] as const
export type CheckedField = (typeof checkedFields)[number]
export type ContactProblem = 'phoneInvalid' | 'emailInvalid' | 'ibanInvalid'

/** The form as it opens. Under non-disclosure it has the contacts that were revealed with a reason, when they were. */
export function contactValues(
  page: Pick<ResidentPage, 'version' | 'contacts' | 'hidden'>,
  revealed: { readonly phone: string | null; readonly email: string | null } | null,
): ContactValues {
  const { language, ibanEnding } = page.contacts
  const phone = page.contacts.phone ?? revealed?.phone ?? null
  return {
    version: page.version,
    withheld: page.hidden === 'all',
    revealed: revealed !== null,
    phone: phone === null ? '' : formatPhone(phone),
    email: page.contacts.email ?? revealed?.email ?? '',
    language,
    iban: { ending: ibanEnding, typed: '', remove: false },
  }
}

const rules = { phone: normalisePhone, email: normaliseEmail, iban: normaliseIban } as const

/** What is typed in a field that is checked. */
export const textOf = (field: CheckedField, values: ContactValues): string =>
  field === 'iban' ? values.iban.typed : values[field]

/** What is wrong with a field; null when nothing is. Empty is right: it removes. */
export function problemOf(field: CheckedField, values: ContactValues): ContactProblem | null {
  const text = textOf(field, values)
  if (text.trim() === '' || (field === 'iban' && values.iban.remove)) return null
  const result = rules[field](text)
  return result.ok ? null : result.refusal
}

/** A field as the register would have it; text that is wrong stays as it is, so that it counts as changed. */
function normal(field: 'phone' | 'email', text: string): string {
  if (text.trim() === '') return ''
  const result = rules[field](text)
  return result.ok ? result.value : text.trim()
}

export type ContactField = 'phone' | 'email' | 'language' | 'iban'

/** How the form is compared with what somebody else has made of the register meanwhile. */
export const contactFields: Comparing<ContactValues, ContactField> = {
  fields: ['phone', 'email', 'language', 'iban'],
  same(field, a, b) {
    if (field === 'phone' || field === 'email') {
      if (a.version === b.version)
        return a.revealed !== b.revealed || normal(field, a[field]) === normal(field, b[field])
      // What is not shown may be what was changed.
      return !a.withheld && !b.withheld && normal(field, a[field]) === normal(field, b[field])
    }
    if (field !== 'iban') return a.language === b.language
    const left = (values: ContactValues) => (values.iban.remove ? null : values.iban.ending)
    const typed = (values: ContactValues) => (values.iban.remove ? '' : values.iban.typed.trim())
    return left(a) === left(b) && typed(a) === typed(b)
  },
}

/** Only what differs from the register, as `correctContacts` takes it: an absent field stays, an empty text removes. */
export function contactChanges(now: ContactValues, values: ContactValues) {
  const phone = normal('phone', values.phone)
  const email = normal('email', values.email)
  const iban = values.iban.remove ? '' : values.iban.typed.trim()
  return {
    ...(phone !== normal('phone', now.phone) ? { phone } : {}),
    ...(email !== normal('email', now.email) ? { email } : {}),
    ...(values.language !== now.language ? { language: values.language } : {}),
    ...(iban !== '' || (values.iban.remove && now.iban.ending !== null) ? { iban } : {}),
  }
}

/** Who corrected the contacts last since there were `seen` events, of a timeline that is newest first. */
export function correctedBy(
  timeline: { readonly events: readonly TimelineEvent[]; readonly total: number } | undefined,
  seen: number | undefined,
): { readonly name: string; readonly at: Date } | undefined {
  if (timeline === undefined || seen === undefined) return undefined
  const since = timeline.events.slice(0, Math.max(0, timeline.total - seen))
  const last = since.find(({ kind }) => kind === 'contactsCorrected')
  return last && { name: last.by, at: last.at }
}
