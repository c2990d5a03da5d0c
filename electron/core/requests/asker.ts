import type { DeskClient } from '#shared/contract/index'
import type { RequestPage } from '#shared/contract/requests'
import { helsinkiDay } from '#shared/rules/localDay'
import { foldedName, mayAct, type WhyNot } from '#shared/rules/mayAct'
import type { RequestFields } from '#shared/rules/requestFields'
import { type RequestKind, requestKindRule } from '#shared/rules/requestKinds'
import { accept } from '#shared/rules/result'
import type { Call } from '../access/procedure'
import { askById, isAllowed, isToday } from '../mandates/asking'
import { residentsIdentifiedToday } from '../mandates/facts'
import { factsOnLease } from '../mandates/grantor'
import type { Home } from '../residents/homes'
import type { ResidentRow } from '../residents/page'
import type { Db } from '../store/store'
import { readTaskSettings } from '../tasks/settings'

/** Who asks, as it is kept with the request. */
export interface Asker extends Pick<RequestPage, 'askId' | 'mandateId' | 'questions' | 'hidden'> {
  readonly whoKind: RequestPage['who']['kind']
  readonly whoName: string | null
}

interface Asked {
  readonly resident: ResidentRow
  readonly home: Home
  readonly kind: RequestKind
  readonly fields: RequestFields
  readonly who: Parameters<DeskClient['requests']['make']>[0]['who']
}

type NotAsked =
  | { readonly ok: false; readonly refusal: 'notAllowed'; readonly reason?: WhyNot }
  | {
      readonly ok: false
      readonly refusal: 'otherMatter' | 'askedAnotherDay' | 'callerNotIdentified' | 'documentNeeded'
    }

const nobodyElse = { whoName: null, askId: null, mandateId: null, hidden: [] as const }

const spaceOf = ({ space }: RequestFields) => (typeof space === 'string' ? foldedName(space) : null)

/** By an answer to the mandate question: of today, of this matter on this lease, and still standing. */
async function byAnswer(
  db: Db,
  call: Call,
  askId: string,
  { resident, home, kind, fields }: Asked,
): Promise<{ readonly ok: true; readonly value: Asker } | NotAsked> {
  const { tables } = call.parts.store
  const row = await askById(db, tables, askId)
  const same =
    row.residentId === resident.id &&
    row.leaseId === home.leaseId &&
    row.action === requestKindRule(kind).action &&
    // Asked of one space, it says nothing of another, nor of a new one.
    (row.objectName === null || foldedName(row.objectName) === spaceOf(fields))
  if (!same) return { ok: false, refusal: 'otherMatter' }
  if (!isToday(row, call)) return { ok: false, refusal: 'askedAnotherDay' }
  if (!(await isAllowed(db, tables, row)))
    return { ok: false, refusal: 'notAllowed', ...(row.reason ? { reason: row.reason } : {}) }
  return accept({
    whoKind: row.whoKind,
    whoName: row.whoName,
    askId: row.id,
    mandateId: row.ground?.mandateId ?? null,
    questions: [],
    hidden: [...row.hidden],
  })
}

/**
 * Whether whoever asks may: by an answer of today to the mandate question, or, for the resident themself, by the same rule asked here. A
 * caller has shown no document: who they are is known by what only the resident knows, for what may be asked by phone.
 */
export async function askerOf(
  db: Db,
  call: Call,
  asked: Asked,
): Promise<{ readonly ok: true; readonly value: Asker } | NotAsked> {
  const { who, resident, home, kind, fields } = asked
  if (who.kind === 'asked') return byAnswer(db, call, who.askId, asked)
  const { tables } = call.parts.store
  const { action, byPhone } = requestKindRule(kind)
  const questions = who.kind === 'caller' ? [...new Set(who.questions)] : []
  if (who.kind === 'caller') {
    if (!byPhone) return { ok: false, refusal: 'documentNeeded' }
    const { caller } = await readTaskSettings(db, tables)
    if (questions.length < caller.right) return { ok: false, refusal: 'callerNotIdentified' }
  }
  const today = helsinkiDay(call.now)
  const identified = await residentsIdentifiedToday(db, tables, [resident.id], call.now)
  const answer = mayAct({
    who: { kind: 'self' },
    action,
    object: { leaseId: home.leaseId, apartmentId: home.apartment.id, name: spaceOf(fields) },
    grantor: await factsOnLease(db, tables, resident, home, today),
    today,
    identityVerifiedToday: who.kind === 'caller' || identified.has(resident.id),
  })
  if (answer.answer === 'no') return { ok: false, refusal: 'notAllowed', reason: answer.reason }
  return accept({ ...nobodyElse, hidden: [], whoKind: who.kind, questions })
}
