import { eq } from 'drizzle-orm'
import { isOver } from '#shared/rules/visitStates'
import { requestById, whereTo } from '../requests/rows'
import { readRequestSettings } from '../requests/settings'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import type { MessageRow } from './mail'

/** What a message is about, as it is now. */
export interface About {
  /** The visit or the request is over. */
  readonly over: boolean
  /** Where it goes now; null when there is no address any more. */
  readonly email: string | null
}

/** Reads what a message is about: a visit with its customer's address, or a request with the address of whoever answers it. */
export async function subjectOf(
  db: Db,
  tables: Tables,
  message: Pick<MessageRow, 'visitId' | 'requestId'>,
): Promise<About> {
  if (message.requestId !== null) {
    const of = await requestById(db, tables, message.requestId)
    const { email } = whereTo(of, of.request.goesTo, await readRequestSettings(db, tables))
    return { over: of.request.state !== 'open', email }
  }
  const { visit } = tables
  const [row] = await db
    .select({ state: visit.state, email: visit.email })
    .from(visit)
    .where(eq(visit.id, message.visitId ?? ''))
  return row ? { over: isOver(row.state), email: row.email } : { over: true, email: null }
}

/** Whether a message says nothing any more because what it is about is over. That something is cancelled is said afterwards too. */
export const isAboutOver = ({ kind }: Pick<MessageRow, 'kind'>, { over }: About): boolean =>
  over && kind !== 'cancelled' && kind !== 'requestCancelled'
