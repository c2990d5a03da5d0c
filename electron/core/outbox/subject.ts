import { eq } from 'drizzle-orm'
import { canBeReminded } from '#shared/rules/keyChase'
import { isHandoffOpen } from '#shared/rules/keyHandoff'
import { type KeyMessageKind, keyMessageKinds } from '#shared/rules/outbox'
import { isOver } from '#shared/rules/visitStates'
import { defectById, emailOf, isDefectOpen } from '../defects/rows'
import { readDefectSettings } from '../defects/settings'
import { handoffById } from '../keys/handoffRows'
import { emailFor } from '../keys/recipients'
import { requestById, whereTo } from '../requests/rows'
import { readRequestSettings } from '../requests/settings'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { isTaskOver, taskById } from '../tasks/rows'
import { managerEmailOf } from '../tasks/tell'
import type { MessageRow } from './mail'

/** What a message is about, as it is now. */
export interface About {
  /** The visit, the request or the hand-off is over. */
  readonly over: boolean
  /** Where it goes now; null when there is no address any more. */
  readonly email: string | null
}

const isOfKeys = (kind: MessageRow['kind']): kind is KeyMessageKind =>
  keyMessageKinds.some((each) => each === kind)

/**
 * Reads what a message is about: a visit with its customer's address, a request with the address of whoever answers it, or a hand-off of keys with
 * that of whom the message is for.
 */
export async function subjectOf(
  db: Db,
  tables: Tables,
  message: Pick<MessageRow, 'kind' | 'visitId' | 'requestId' | 'keyHandoffId' | 'defectId' | 'taskId'>,
): Promise<About> {
  if (message.requestId !== null) {
    const of = await requestById(db, tables, message.requestId)
    const { email } = whereTo(of, of.request.goesTo, await readRequestSettings(db, tables))
    return { over: of.request.state !== 'open', email }
  }
  if (message.keyHandoffId !== null && isOfKeys(message.kind)) {
    const { handoff } = await handoffById(db, tables, message.keyHandoffId)
    const email = await emailFor(db, tables, handoff, message.kind)
    // What has come, or was collected, is not reminded of any more.
    const goesOn = message.kind === 'keysReminder' ? canBeReminded : isHandoffOpen
    return { over: !goesOn(handoff.state), email }
  }
  if (message.defectId !== null) {
    const of = await defectById(db, tables, message.defectId)
    return { over: !isDefectOpen(of.defect), email: emailOf(of, await readDefectSettings(db, tables)) }
  }
  if (message.taskId !== null) {
    const { task } = await taskById(db, tables, message.taskId)
    return { over: isTaskOver(task), email: await managerEmailOf(db, tables, task) }
  }
  const { visit } = tables
  const [row] = await db
    .select({ state: visit.state, email: visit.email })
    .from(visit)
    .where(eq(visit.id, message.visitId ?? ''))
  return row ? { over: isOver(row.state), email: row.email } : { over: true, email: null }
}

/** That something is cancelled is said afterwards too, and a lock is changed whatever becomes of the key. */
const saidAfterwards: readonly MessageRow['kind'][] = [
  'cancelled',
  'requestCancelled',
  'keysCancelled',
  'keysToBlcCancelled',
  'keysRekey',
  'defectCancelled',
  'taskCancelled',
]

/** Whether a message says nothing any more because what it is about is over. */
export const isAboutOver = ({ kind }: Pick<MessageRow, 'kind'>, { over }: About): boolean =>
  over && !saidAfterwards.includes(kind)
