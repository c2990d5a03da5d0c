import { uuidv7 } from 'uuidv7'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import {
  type CheckResult,
  checkOf,
  judge,
  judgementView,
  readDocument,
  storeCheck,
  unreadable,
} from '../identity/judging'
import { residentById } from '../residents/page'
import type { Db, Tx } from '../store/store'
import { noteMandate } from './change'
import { type GranteeRow, granteesOf, mandateById } from './rows'

const os = procedures.mandates

/** The kinds of document that serve for other matters than the Portal and a door. */
const purpose = 'other'

interface Whose {
  readonly residentId: string
  readonly grantee: GranteeRow
  /** What the document is compared with. */
  readonly person: Parameters<typeof judge>[0]
}

/** The grantee of a power, and who they are by the register or, for one who is no resident, by the power. */
async function whose(
  db: Db,
  call: Call,
  input: { readonly id: string; readonly granteeId: string },
): Promise<Whose> {
  const { tables } = call.parts.store
  const { residentId } = await mandateById(db, tables, input.id)
  const grantee = (await granteesOf(db, tables, [input.id])).find(({ id }) => id === input.granteeId)
  if (!grantee) throw named('NOT_FOUND')
  const person =
    grantee.residentId === null
      ? { ...grantee, identityCode: null }
      : await residentById(db, tables, grantee.residentId)
  return { residentId, grantee, person }
}

/** Keeps a check of somebody who is no resident: exactly what is kept of a resident's. */
async function storeGranteeCheck(tx: Tx, call: Call, grantee: GranteeRow, check: CheckResult) {
  const { mandateGranteeCheck } = call.parts.store.tables
  const { name, staffId } = signedIn(call)
  const { documentKind, issuingCountry, validOnDay, outcome } = check
  const refusals = [...check.refusals]
  const kept = { documentKind, issuingCountry, validOnDay, outcome, refusals }
  const row = { id: uuidv7(), granteeId: grantee.id, ...kept, checkedBy: staffId, checkedAt: call.now }
  await tx.insertMany(mandateGranteeCheck, [row])
  return { id: row.id, purpose, ...kept, checkedAt: call.now, checkedBy: name, today: true } as const
}

/** Keeps a check of a grantee, a resident's with their own, and notes it in the history of the power. */
async function keep(tx: Tx, call: Call, mandateId: string, grantee: GranteeRow, check: CheckResult) {
  const stored =
    grantee.residentId === null
      ? await storeGranteeCheck(tx, call, grantee, check)
      : await storeCheck(tx, call, grantee.residentId, check)
  const name = `${grantee.firstNames} ${grantee.lastName}`
  const { outcome } = check
  await noteMandate(tx, call, mandateId, 'granteeIdentified', { granteeId: grantee.id, name, outcome })
  return stored
}

/** Grantees who show who they are. */
export const identifying = {
  judgeGrantee: os.judgeGrantee.handler(async ({ input, context, errors }) => {
    const today = helsinkiDay(context.now)
    const document = readDocument(input.document, today)
    if (!document.ok) throw errors.REFUSED({ data: { refusal: document.refusal, field: 'document' } })
    const { residentId, grantee, person } = await context.read((db) => whose(db, context, input))
    return {
      residentId,
      ...judgementView(judge(person, purpose, document.value, today), document.value, today),
      comparedWith: grantee.residentId === null ? 'power' : 'register',
    }
  }),

  identifyGrantee: os.identifyGrantee.handler(async ({ input, context, errors }) => {
    const today = helsinkiDay(context.now)
    const document = readDocument(input.document, today)
    if (!document.ok) throw errors.REFUSED({ data: { refusal: document.refusal, field: 'document' } })
    return context.write(async (tx) => {
      const { residentId, grantee, person } = await whose(tx.db, context, input)
      const checked = checkOf(
        judge(person, purpose, document.value, today),
        document.value,
        { ...input, purpose },
        today,
      )
      if (!checked.ok) throw errors.REFUSED({ data: { refusal: checked.refusal } })
      return { residentId, ...(await keep(tx, context, input.id, grantee, checked.value)) }
    })
  }),

  recordUnreadableOfGrantee: os.recordUnreadableOfGrantee.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { residentId, grantee } = await whose(tx.db, context, input)
      return { residentId, ...(await keep(tx, context, input.id, grantee, unreadable(purpose, input))) }
    }),
  ),
}
