import { count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { OutboxMessage } from '#shared/contract/outbox'
import type { MessageState } from '#shared/rules/outbox'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import type { MessageRow } from './mail'

const pageSize = 50

/** A message with whose visit, request or keys it is about. */
export interface MessageAbout {
  readonly message: MessageRow
  readonly residentId: string | null
  readonly nonDisclosure: boolean | null
}

function select(db: Db, tables: Tables) {
  const { outboxMessage, visit, serviceRequest, keyHandoff, defect, task, resident } = tables
  return db
    .select({
      message: outboxMessage,
      residentId: resident.id,
      nonDisclosure: resident.nonDisclosure,
    })
    .from(outboxMessage)
    .leftJoin(visit, eq(visit.id, outboxMessage.visitId))
    .leftJoin(serviceRequest, eq(serviceRequest.id, outboxMessage.requestId))
    .leftJoin(keyHandoff, eq(keyHandoff.id, outboxMessage.keyHandoffId))
    .leftJoin(defect, eq(defect.id, outboxMessage.defectId))
    .leftJoin(task, eq(task.id, outboxMessage.taskId))
    .leftJoin(
      resident,
      eq(
        resident.id,
        sql`coalesce(${visit.residentId}, ${serviceRequest.residentId}, ${keyHandoff.residentId}, ${defect.residentId}, ${task.residentId})`,
      ),
    )
    .$dynamic()
}

/** One message by its id. Throws NOT_FOUND. */
export async function messageById(db: Db, tables: Tables, id: string): Promise<MessageAbout> {
  const [found] = await select(db, tables).where(eq(tables.outboxMessage.id, id))
  if (!found) throw named('NOT_FOUND')
  return found
}

/** Messages that go to an office, whose address is nobody's own. */
const toOffice = ({ requestId, defectId, taskId, kind }: MessageRow) =>
  [requestId, defectId, taskId].some((about) => about !== null) ||
  kind === 'keysToBlc' ||
  kind === 'keysToBlcCancelled' ||
  kind === 'keysRekey'

/** A message as the page sees it. Under non-disclosure the customer's address stays in the core. */
export function messageView({ message, residentId, nonDisclosure }: MessageAbout): OutboxMessage {
  const { id, kind, state, visitId, requestId, keyHandoffId, language, attempts, problem } = message
  const { defectId, taskId, nextTryAt, createdAt, sentAt } = message
  return {
    id,
    kind,
    state,
    visitId,
    requestId,
    keyHandoffId,
    defectId,
    taskId,
    residentId,
    name: message.recipientName,
    to: nonDisclosure && !toOffice(message) ? null : message.recipient,
    language,
    attempts,
    nextTryAt,
    problem,
    createdAt,
    sentAt,
  }
}

/** What a person must look at, and what goes out by itself. */
const statesOf = {
  attention: ['failed', 'uncertain'],
  waiting: ['waiting', 'sending'],
  sent: ['sent'],
} as const satisfies Record<string, readonly MessageState[]>

/** A page of the messages, the newest first, and how many there are of each sort. */
export async function messageList(db: Db, tables: Tables, show: 'all' | keyof typeof statesOf, page: number) {
  const { outboxMessage } = tables
  const rows = await select(db, tables)
    .where(show === 'all' ? undefined : inArray(outboxMessage.state, [...statesOf[show]]))
    .orderBy(desc(outboxMessage.createdAt), desc(outboxMessage.id))
    .limit(pageSize)
    .offset(page * pageSize)
  const counts = await db
    .select({ state: outboxMessage.state, n: count() })
    .from(outboxMessage)
    .groupBy(outboxMessage.state)
  const howMany = (states?: readonly MessageState[]) =>
    counts.filter(({ state }) => !states || states.includes(state)).reduce((sum, { n }) => sum + n, 0)
  return {
    messages: rows.map(messageView),
    total: howMany(show === 'all' ? undefined : statesOf[show]),
    attention: howMany(statesOf.attention),
    waiting: howMany(statesOf.waiting),
  }
}
