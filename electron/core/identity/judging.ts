import { uuidv7 } from 'uuidv7'
import type { DocumentInput, IdentityCheck, Judgement } from '#shared/contract/identity'
import type { CheckPurpose, DocumentConfirmation, DocumentData, DocumentKind } from '#shared/rules/documents'
import {
  type DocumentComparison,
  type DocumentJudgement,
  judgeDocument,
} from '#shared/rules/identityDocuments'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { type MrzRefusal, readMrz } from '#shared/rules/mrzScan'
import { maskPersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { accept, type Result, refuse } from '#shared/rules/result'
import { type Call, signedIn } from '../access/procedure'
import type { ResidentRow } from '../residents/page'
import { recordEvent } from '../residents/timeline'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'

/** The document that was scanned or typed. It lives in one call only. */
export function readDocument(input: DocumentInput, today: LocalDay): Result<DocumentData, MrzRefusal> {
  if (input.source === 'mrz') return readMrz(input.text, today)
  return accept({ ...input, personalIdentityCode: input.personalIdentityCode || null })
}

export const validOn = (document: DocumentData, today: LocalDay) =>
  document.expiresOn === null || document.expiresOn >= today

/** Compares a document with whom it should be of. */
export const judge = (
  person: Pick<ResidentRow, 'firstNames' | 'lastName' | 'birthDate' | 'identityCode'>,
  purpose: CheckPurpose,
  document: DocumentData,
  today: LocalDay,
) =>
  judgeDocument({
    purpose,
    document,
    resident: {
      firstNames: person.firstNames,
      lastName: person.lastName,
      birthDate: person.birthDate,
      personalIdentityCode: person.identityCode,
    },
    today,
  })

/** The register's code is shown whole only to whoever has it in hand already: else any made-up document would reveal it. */
const withoutCode = (line: DocumentComparison): DocumentComparison =>
  line.field === 'personalIdentityCode' && line.result !== 'same' && line.register !== null
    ? { ...line, register: maskPersonalIdentityCode(line.register) }
    : line

/** A judgement as the clerk sees it. */
export function judgementView(judged: DocumentJudgement, document: DocumentData, today: LocalDay): Judgement {
  const { kind, issuingCountry, expiresOn } = document
  return {
    document: { kind, issuingCountry, expiresOn, validToday: validOn(document, today) },
    comparedWith: 'register',
    comparison: judged.comparison.map(withoutCode),
    refusals: [...judged.refusals],
    confirmations: [...judged.confirmations],
  }
}

/** What a check says, before it is stored. Exactly what may be kept of it. */
export interface CheckResult {
  readonly purpose: CheckPurpose
  readonly documentKind: DocumentKind
  readonly issuingCountry: string
  readonly validOnDay: boolean
  readonly outcome: 'accepted' | 'refused'
  readonly refusals: readonly string[]
}

/** What is kept of a document that could not be read at all: a refusal. */
export const unreadable = (
  purpose: CheckPurpose,
  document: { readonly kind: DocumentKind; readonly issuingCountry: string; readonly reading: string },
): CheckResult => ({
  purpose,
  documentKind: document.kind,
  issuingCountry: document.issuingCountry,
  validOnDay: false,
  outcome: 'refused',
  refusals: [document.reading],
})

/** What is kept of a check, once the clerk has said how it ended; or why it cannot have ended so. */
export function checkOf(
  judged: DocumentJudgement,
  document: DocumentData,
  said: {
    readonly purpose: CheckPurpose
    readonly outcome: 'accepted' | 'refused'
    readonly confirmed: readonly DocumentConfirmation[]
    readonly clerkRefuses: string | null
  },
  today: LocalDay,
): Result<CheckResult, 'documentRefused' | 'confirmationMissing' | 'nothingToRefuse'> {
  const refusals = [...judged.refusals, ...(said.clerkRefuses ? [said.clerkRefuses] : [])]
  const accepted = said.outcome === 'accepted'
  if (accepted && refusals.length > 0) return refuse('documentRefused')
  if (accepted && judged.confirmations.some((name) => !said.confirmed.includes(name))) {
    return refuse('confirmationMissing')
  }
  if (!accepted && refusals.length === 0) return refuse('nothingToRefuse')
  return accept({
    purpose: said.purpose,
    documentKind: document.kind,
    issuingCountry: document.issuingCountry,
    validOnDay: validOn(document, today),
    outcome: said.outcome,
    refusals,
  })
}

/** Keeps a resident's check, and tells of it in their timeline. */
export async function storeCheck(
  tx: Tx,
  call: Call,
  residentId: string,
  check: CheckResult,
): Promise<IdentityCheck> {
  const { tables } = call.parts.store
  const by = signedIn(call)
  const row = {
    id: uuidv7(),
    residentId,
    ...check,
    refusals: [...check.refusals],
    checkedBy: by.staffId,
    checkedAt: call.now,
  }
  await tx.db.insert(tables.identityCheck).values(row)
  const { purpose, documentKind, outcome } = check
  await recordEvent(tx, tables, {
    residentId,
    at: call.now,
    by,
    kind: 'identityCheck',
    detail: { purpose, documentKind, outcome, refusals: row.refusals },
  })
  return checkView(row, by.name, helsinkiDay(call.now))
}

export const checkView = (
  row: Tables['identityCheck']['$inferSelect'],
  by: string,
  today: LocalDay,
): IdentityCheck => ({
  id: row.id,
  purpose: row.purpose,
  documentKind: row.documentKind as DocumentKind,
  issuingCountry: row.issuingCountry,
  validOnDay: row.validOnDay,
  outcome: row.outcome,
  refusals: row.refusals,
  checkedAt: row.checkedAt,
  checkedBy: by,
  today: helsinkiDay(row.checkedAt) === today,
})
