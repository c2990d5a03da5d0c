import type { DocumentInput } from '#shared/contract/identity'
import type { DocumentKind } from '#shared/rules/documents'
import { parseFinnishDay } from '#shared/rules/localDay'
import { parsePersonalIdentityCode } from '#shared/rules/personalIdentityCode'

/** What is typed of a document by hand; days as people write them. */
export interface ManualValues {
  readonly kind: DocumentKind
  /** Three letters; empty when the country was cleared. */
  readonly issuingCountry: string
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: string
  readonly expiresOn: string
  readonly personalIdentityCode: string
}

export const emptyDocument: ManualValues = {
  kind: 'passport',
  issuingCountry: 'FIN',
  lastName: '',
  firstNames: '',
  birthDate: '',
  expiresOn: '',
  personalIdentityCode: '',
}

export type ManualField = Exclude<keyof ManualValues, 'kind'>
export type ManualProblem = 'required' | 'dayFormat' | 'bornLater' | 'codeWrong'

/** The fields that can be wrong, in the order in which they stand. */
export const manualFields = [
  'issuingCountry',
  'lastName',
  'firstNames',
  'birthDate',
  'expiresOn',
  'personalIdentityCode',
] as const satisfies readonly ManualField[]

/**
 * What is wrong with a field; null when nothing is. A person may have one name only, but not none: the last name is
 * required. A document without an expiry is judged by the rule, not here.
 */
export function manualProblem(field: ManualField, values: ManualValues, today: string): ManualProblem | null {
  const text = values[field].trim()
  if (field === 'firstNames') return null
  if (field === 'issuingCountry' || field === 'lastName') return text === '' ? 'required' : null
  if (field === 'personalIdentityCode') {
    return text === '' || parsePersonalIdentityCode(text, today).ok ? null : 'codeWrong'
  }
  if (text === '') return field === 'birthDate' ? 'required' : null
  const day = parseFinnishDay(text)
  if (day === null) return 'dayFormat'
  return field === 'birthDate' && day > today ? 'bornLater' : null
}

/** The document as the check takes it; null while something is wrong. */
export function manualDocument(values: ManualValues, today: string): DocumentInput | null {
  const birthDate = parseFinnishDay(values.birthDate)
  if (birthDate === null || manualFields.some((field) => manualProblem(field, values, today) !== null))
    return null
  return {
    source: 'manual',
    kind: values.kind,
    issuingCountry: values.issuingCountry,
    lastName: values.lastName,
    firstNames: values.firstNames,
    birthDate,
    expiresOn: parseFinnishDay(values.expiresOn),
    personalIdentityCode: values.personalIdentityCode.trim() || null,
  }
}
