import type { DocumentInput } from '#shared/contract/identity'
import { codeOf, type PersonName, people } from '../residents/testRegister'
import type { PrintedDocument } from '../support/mrz'

export type TypedDocument = Extract<DocumentInput, { source: 'manual' }>

/** A person's own valid Finnish passport, as it is printed. The optional data has the code without its sign. */
export const printedFor = (who: PersonName, changes: Partial<PrintedDocument> = {}): PrintedDocument => ({
  issuingCountry: 'FIN',
  lastName: people[who].last_name ?? '',
  firstNames: people[who].first_names ?? '',
  birthDate: people[who].birth_date ?? '',
  expiresOn: '2030-01-01',
  optional: codeOf(who).slice(0, 6) + codeOf(who).slice(7),
  ...changes,
})

/** The same as a clerk types it. */
export const typedFor = (who: PersonName, changes: Partial<TypedDocument> = {}): TypedDocument => {
  const { optional: _optional, ...printed } = printedFor(who)
  return {
    source: 'manual',
    kind: 'passport',
    personalIdentityCode: codeOf(who) || null,
    ...printed,
    ...changes,
  }
}

/** Scanned lines, as the scanner types them. */
export const scanned = (lines: readonly string[], between = '\n') =>
  ({ source: 'mrz', text: lines.join(between) }) as const
