import { desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { DocumentInput, IdentityCheck } from '#shared/contract/identity'
import type { CheckPurpose, DocumentData, DocumentKind } from '#shared/rules/documents'
import { type DocumentComparison, judgeDocument } from '#shared/rules/identityDocuments'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { type MrzRefusal, readMrz } from '#shared/rules/mrzScan'
import { maskPersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { accept, type Result } from '#shared/rules/result'
import { type Call, procedures, signedIn } from '../access/procedure'
import { type ResidentRow, residentById } from '../residents/page'
import { recordEvent } from '../residents/timeline'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'

const os = procedures.identity

/** The document that was scanned or typed. It lives in this call only. */
function readDocument(input: DocumentInput, today: LocalDay): Result<DocumentData, MrzRefusal> {
  if (input.source === 'mrz') return readMrz(input.text, today)
  return accept({ ...input, personalIdentityCode: input.personalIdentityCode || null })
}

const validOn = (document: DocumentData, today: LocalDay) =>
  document.expiresOn === null || document.expiresOn >= today

const judge = (row: ResidentRow, purpose: CheckPurpose, document: DocumentData, today: LocalDay) =>
  judgeDocument({
    purpose,
    document,
    resident: {
      firstNames: row.firstNames,
      lastName: row.lastName,
      birthDate: row.birthDate,
      personalIdentityCode: row.identityCode,
    },
    today,
  })

/** The register's code is shown whole only to whoever has it in hand already: else any made-up document would reveal it. */
const withoutCode = (line: DocumentComparison): DocumentComparison =>
  line.field === 'personalIdentityCode' && line.result !== 'same' && line.register !== null
    ? { ...line, register: maskPersonalIdentityCode(line.register) }
    : line

/** What a check says, before it is stored. Exactly what may be kept of it. */
interface CheckResult {
  readonly purpose: CheckPurpose
  readonly documentKind: DocumentKind
  readonly issuingCountry: string
  readonly validOnDay: boolean
  readonly outcome: 'accepted' | 'refused'
  readonly refusals: readonly string[]
}

async function store(tx: Tx, call: Call, residentId: string, check: CheckResult): Promise<IdentityCheck> {
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
  return view(row, by.name, helsinkiDay(call.now))
}

const view = (row: Tables['identityCheck']['$inferSelect'], by: string, today: LocalDay): IdentityCheck => ({
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

export const identityProcedures = os.router({
  judge: os.judge.handler(async ({ input, context, errors }) => {
    const today = helsinkiDay(context.now)
    const document = readDocument(input.document, today)
    if (!document.ok) throw errors.REFUSED({ data: { refusal: document.refusal, field: 'document' } })
    const row = await context.read((db) => residentById(db, context.parts.store.tables, input.residentId))
    const { kind, issuingCountry, expiresOn } = document.value
    const judged = judge(row, input.purpose, document.value, today)
    return {
      document: { kind, issuingCountry, expiresOn, validToday: validOn(document.value, today) },
      comparison: judged.comparison.map(withoutCode),
      refusals: [...judged.refusals],
      confirmations: [...judged.confirmations],
    }
  }),

  record: os.record.handler(async ({ input, context, errors }) => {
    const today = helsinkiDay(context.now)
    const document = readDocument(input.document, today)
    if (!document.ok) throw errors.REFUSED({ data: { refusal: document.refusal, field: 'document' } })
    return context.write(async (tx) => {
      const row = await residentById(tx.db, context.parts.store.tables, input.residentId)
      const judged = judge(row, input.purpose, document.value, today)
      const refusals = [...judged.refusals, ...(input.clerkRefuses ? [input.clerkRefuses] : [])]
      const accepted = input.outcome === 'accepted'
      if (accepted && refusals.length > 0) throw errors.REFUSED({ data: { refusal: 'documentRefused' } })
      if (accepted && judged.confirmations.some((name) => !input.confirmed.includes(name))) {
        throw errors.REFUSED({ data: { refusal: 'confirmationMissing', field: 'confirmed' } })
      }
      if (!accepted && refusals.length === 0) throw errors.REFUSED({ data: { refusal: 'nothingToRefuse' } })
      return store(tx, context, row.id, {
        purpose: input.purpose,
        documentKind: document.value.kind,
        issuingCountry: document.value.issuingCountry,
        validOnDay: validOn(document.value, today),
        outcome: input.outcome,
        refusals,
      })
    })
  }),

  recordUnreadable: os.recordUnreadable.handler(({ input, context }) =>
    context.write(async (tx) => {
      const row = await residentById(tx.db, context.parts.store.tables, input.residentId)
      return store(tx, context, row.id, {
        purpose: input.purpose,
        documentKind: input.kind,
        issuingCountry: input.issuingCountry,
        validOnDay: false,
        outcome: 'refused',
        refusals: [input.reading],
      })
    }),
  ),

  list: os.list.handler(async ({ input, context }) => {
    const { tables } = context.parts.store
    const { identityCheck, staff } = tables
    const rows = await context.read(async (db) => {
      await residentById(db, tables, input.residentId)
      return db
        .select({ check: identityCheck, by: staff.name })
        .from(identityCheck)
        .innerJoin(staff, eq(staff.id, identityCheck.checkedBy))
        .where(eq(identityCheck.residentId, input.residentId))
        .orderBy(desc(identityCheck.checkedAt))
        .limit(10)
    })
    return rows.map(({ check, by }) => view(check, by, helsinkiDay(context.now)))
  }),
})
