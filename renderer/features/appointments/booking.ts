import type { Language } from '#shared/contract/base'
import type { ResidentPage } from '#shared/contract/residents'
import type { VisitView } from '#shared/contract/visits'
import { formatPhone, normaliseEmail, normalisePhone } from '#shared/rules/contacts'
import { type ArrangedOtherwise, isBookable, type VisitReason } from '#shared/rules/visitReasons'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import { languages } from '../../i18n'

export type PersonKind = NonNullable<VisitView['personKind']>
/** Who comes that the register does not know, in the order of the contract. */
export const personKinds = [
  'applicant',
  'grantee',
  'estate',
  'other',
] as const satisfies readonly PersonKind[]

/** How a visitor is reached, and what else was said. Empty texts for what there is not. */
export interface ContactValues {
  readonly phone: string
  readonly email: string
  readonly language: Language
  readonly additionalInformation: string
}

/** What stands in the form of a booking. */
export interface BookingValues extends ContactValues {
  readonly personKind: PersonKind | ''
  readonly name: string
  readonly team: VisitTeam
  readonly reason: VisitReason | ArrangedOtherwise | ''
  /** The chosen moment, as ISO text: drafts are kept as text. */
  readonly startsAt: string | null
  /** The desk that was pointed at in the calendar; null for any. */
  readonly lane: number | null
}

/** What the address asks for: a time and a desk of the calendar, or who comes. */
export interface Asked {
  readonly startsAt: string | null
  readonly lane: number | null
  readonly personKind: PersonKind | ''
}

/** Reads `?startsAt=<ISO>&lane=<n>&kind=<who>` from where a hash address has it: before the hash, or in it. */
export function askedOf(search: string, hash: string): Asked {
  const given = new URLSearchParams(hash.includes('?') ? hash.slice(hash.indexOf('?')) : search)
  const at = new Date(given.get('startsAt') ?? '')
  const startsAt = Number.isNaN(at.getTime()) ? null : at.toISOString()
  const lane = Number.parseInt(given.get('lane') ?? '', 10)
  return {
    startsAt,
    lane: startsAt !== null && lane >= 0 ? lane : null,
    personKind: personKinds.find((kind) => kind === given.get('kind')) ?? '',
  }
}

/** The language of a message or a slip: the customer's own when letters are written in it, otherwise English. */
export const letterLanguage = (residentLanguage: string): Language =>
  languages.find((language) => language === residentLanguage) ?? 'en'

/** The form as it opens: a resident's contacts, unless non-disclosure hides them. */
export function initialBooking(
  resident: Pick<ResidentPage, 'contacts'> | null,
  team: VisitTeam,
  asked: Asked,
): BookingValues {
  const { phone, email, language } = resident?.contacts ?? { phone: null, email: null, language: 'fi' }
  return {
    ...asked,
    name: '',
    team,
    reason: '',
    phone: phone === null ? '' : formatPhone(phone),
    email: email ?? '',
    language: letterLanguage(language),
    additionalInformation: '',
  }
}

const typedFields = ['name', 'phone', 'email', 'additionalInformation'] as const

/** Whether anything was typed that would be missed: what is only pointed at is chosen again in a moment. */
export const isTyped = (initial: BookingValues, values: BookingValues): boolean =>
  typedFields.some((field) => values[field].trim() !== initial[field].trim())

export const bookingFields = ['personKind', 'name', 'reason', 'startsAt', 'phone', 'email'] as const
export type BookingField = (typeof bookingFields)[number]
export type BookingProblem =
  | 'personKindRequired'
  | 'nameRequired'
  | 'reasonRequired'
  | 'timeRequired'
  | 'phoneInvalid'
  | 'emailInvalid'

/** What is wrong with how the visitor is reached; null when nothing is. Empty is right. */
export function contactProblem(
  field: 'phone' | 'email',
  text: string,
): 'phoneInvalid' | 'emailInvalid' | null {
  if (text.trim() === '') return null
  const result = field === 'phone' ? normalisePhone(text) : normaliseEmail(text)
  return result.ok ? null : result.refusal
}

/** What is wrong with a field of the booking; null when nothing is. */
export function bookingProblem(
  field: BookingField,
  values: BookingValues,
  hasResident: boolean,
): BookingProblem | null {
  switch (field) {
    case 'personKind':
      return hasResident || values.personKind !== '' ? null : 'personKindRequired'
    case 'name':
      return hasResident || values.name.trim() !== '' ? null : 'nameRequired'
    case 'reason':
      return values.reason !== '' ? null : 'reasonRequired'
    case 'startsAt':
      return values.startsAt !== null ? null : 'timeRequired'
    case 'phone':
    case 'email':
      return contactProblem(field, values[field])
  }
}

/** What is wrong with the whole form, by field. */
export const bookingProblems = (
  values: BookingValues,
  hasResident: boolean,
): Readonly<Partial<Record<BookingField, BookingProblem>>> =>
  Object.fromEntries(
    bookingFields.flatMap((field) => {
      const problem = bookingProblem(field, values, hasResident)
      return problem === null ? [] : [[field, problem]]
    }),
  )

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** How the visitor is reached, as the desk takes it. */
export const contactInput = ({ phone, email, language, additionalInformation }: ContactValues) => ({
  phone: orNull(phone),
  email: orNull(email),
  language,
  additionalInformation,
})

/** A form in which nothing is wrong, as the desk books it; null when it cannot be booked here. */
export function bookingInput(residentId: string | null, values: BookingValues) {
  const { reason, startsAt, personKind, name, team, lane } = values
  if (reason === '' || !isBookable(reason) || startsAt === null) return null
  if (residentId === null && personKind === '') return null
  return {
    residentId,
    person: residentId === null && personKind !== '' ? { kind: personKind, name: name.trim() } : null,
    team,
    reason,
    startsAt: new Date(startsAt),
    lane,
    ...contactInput(values),
  }
}
