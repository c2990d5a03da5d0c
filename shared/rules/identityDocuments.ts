import {
  type CheckPurpose,
  type DocumentConfirmation,
  type DocumentData,
  type DocumentRefusal,
  documentServes,
} from './documents'
import type { LocalDay } from './localDay'
import { compareNameFields, compareNames } from './names'

/** The person in the register whom a document is compared with. */
export interface ResidentIdentity {
  readonly firstNames: string
  readonly lastName: string
  readonly birthDate: LocalDay | null
  readonly personalIdentityCode: string | null
}

/** One line of the comparison that the clerk sees. Nothing is masked here: the page decides what it shows. */
export interface DocumentComparison {
  readonly field: 'firstNames' | 'lastName' | 'birthDate' | 'personalIdentityCode'
  readonly register: string | null
  readonly document: string | null
  /** `missing`: one side or both have no value, so there is nothing to compare. */
  readonly result: 'same' | 'partial' | 'different' | 'missing'
}

export interface DocumentJudgement {
  readonly comparison: readonly DocumentComparison[]
  /** Empty when the document may be accepted, once every confirmation is given. */
  readonly refusals: readonly DocumentRefusal[]
  readonly confirmations: readonly DocumentConfirmation[]
}

const valueOrNull = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim())

/**
 * Compares codes by all 11 characters when the document has the sign, otherwise by date, individual number and
 * check character: a machine readable zone knows no '-' or '+', so a Finnish document has '<' or nothing there.
 */
function sameCode(register: string, document: string): boolean {
  const [ours, theirs] = [register.toUpperCase(), document.toUpperCase().replace('<', '')]
  return theirs.length === 10 ? ours.slice(0, 6) + ours.slice(7) === theirs : ours === theirs
}

/** A machine readable zone has no century, so residents of over a hundred years must match by the rest. */
const sameBirthDate = (register: LocalDay, document: DocumentData) =>
  document.source === 'mrz'
    ? register.slice(2) === document.birthDate.slice(2)
    : register === document.birthDate

/**
 * Judges whether a document identifies a resident for a purpose: compares it with the register, and names every
 * reason to refuse and everything that the clerk must confirm. A document is valid through its expiry day.
 * Accepted kinds: 003_6520488e57b6da1e.txt. A different name with an equal personal identity code is the same
 * person under a new name; without an equal code it is refused.
 */
export function judgeDocument(input: {
  readonly purpose: CheckPurpose
  readonly document: DocumentData
  readonly resident: ResidentIdentity
  readonly today: LocalDay
}): DocumentJudgement {
  const { purpose, document, resident, today } = input
  const comparison = compare(resident, document)
  const resultOf = (field: DocumentComparison['field']) =>
    comparison.find((line) => line.field === field)?.result
  const names = compareNames(resident, document)
  const code = resultOf('personalIdentityCode')

  const refusals: DocumentRefusal[] = []
  if (!documentServes(document.kind, purpose)) refusals.push('documentNotAccepted')
  if (document.expiresOn === null) {
    if (document.kind !== 'otherPhotoId') refusals.push('expiryMissing')
  } else if (document.expiresOn < today) refusals.push('documentExpired')
  if (resultOf('birthDate') === 'different') refusals.push('birthDateMismatch')
  if (code === 'different') refusals.push('codeMismatch')
  if (names === 'different' && code !== 'same') refusals.push('nameMismatch')

  const confirmations: DocumentConfirmation[] = ['photoMatches']
  if (names === 'different' && code === 'same') confirmations.push('nameChanged')
  if (names === 'partial') confirmations.push('namesPartial')
  return { comparison, refusals, confirmations }
}

function compare(resident: ResidentIdentity, document: DocumentData): readonly DocumentComparison[] {
  const names = compareNameFields(resident, document)
  const line = (
    field: DocumentComparison['field'],
    ours: string | null,
    theirs: string | null,
    judge: (register: string, document: string) => 'same' | 'partial' | 'different',
  ): DocumentComparison => {
    const [register, onDocument] = [valueOrNull(ours), valueOrNull(theirs)]
    const known = register !== null && onDocument !== null
    return { field, register, document: onDocument, result: known ? judge(register, onDocument) : 'missing' }
  }
  const sameOr = (same: boolean) => (same ? 'same' : 'different')
  // The century that a machine readable zone lacks is shown as the register has it.
  const sameBirth = resident.birthDate !== null && sameBirthDate(resident.birthDate, document)
  const birthDate = sameBirth ? resident.birthDate : document.birthDate
  return [
    line('lastName', resident.lastName, document.lastName, () => names.lastName),
    line('firstNames', resident.firstNames, document.firstNames, () => names.firstNames),
    line('birthDate', resident.birthDate, birthDate, () => sameOr(sameBirth)),
    line(
      'personalIdentityCode',
      resident.personalIdentityCode,
      document.personalIdentityCode,
      (ours, theirs) => sameOr(sameCode(ours, theirs)),
    ),
  ]
}
