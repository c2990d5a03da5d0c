import { Client, type ClientConfig, escapeLiteral } from 'pg'
import { changeTopics } from '#shared/contract/system'
import { nameStoreError, StoreError, type StoreProblem } from './errors'
import type { Change } from './store'

/** The channel on which programs of one database tell each other what they changed. */
export const changeChannel = 'heka_desk'

/** How often the connection is asked whether it is still there, and how soon a lost one is tried again. Milliseconds. */
const askMs = 10_000
const answerMs = 4_000
const againMs = 1_000

/** What a message may hold at most; PostgreSQL refuses 8,000 bytes. */
const longestMessage = 7_000

/** The statement that tells the other programs of a transaction's changes, or null when none concerns them. */
export function notifyStatement(origin: string, changes: readonly Change[]): string | null {
  // A page reads the audit log when somebody asks for it, and never by itself.
  const told = changes.filter(({ topic }) => topic !== 'audit')
  if (told.length === 0) return null
  const whole = JSON.stringify([origin, told.map(({ topic, id }) => [topic, id])])
  const topics = () => [...new Set(told.map(({ topic }) => topic))].map((topic) => [topic, null])
  const message = Buffer.byteLength(whole) <= longestMessage ? whole : JSON.stringify([origin, topics()])
  return `SELECT pg_notify('${changeChannel}', ${escapeLiteral(message)})`
}

/** The changes that a message tells of; none of those of this program itself, nor of a message that is not ours. */
function changesIn(message: string, origin: string): Change[] {
  try {
    const [from, changes] = JSON.parse(message) as [unknown, unknown]
    if (from === origin || !Array.isArray(changes)) return []
    return changes.flatMap(([topic, id]) =>
      changeTopics.includes(topic) ? [{ topic, id: typeof id === 'string' ? id : null }] : [],
    )
  } catch {
    return []
  }
}

export interface ListenerConfig {
  readonly client: ClientConfig
  /** The name by which this program tells its own changes from those of others. */
  readonly origin: string
  readonly onChange: (change: Change) => void
  /** The database's schema may have changed: everything is to be looked at again. */
  readonly onSchema: () => void
  /** The connection is gone, or is there again after it was gone: what happened meanwhile was not heard. */
  readonly onLost: (problem: StoreProblem) => void
  readonly onBack: () => void
}

export interface Listener {
  /** How far this computer's clock is ahead of the database's, milliseconds. */
  readonly clockAheadMs: () => number
  close(): Promise<void>
}

/**
 * Listens to what the other programs of a database change, for as long as it is not closed. A connection that was lost is
 * made again by itself. Throws what connecting throws the first time.
 */
export async function listen(config: ListenerConfig): Promise<Listener> {
  let client: Client | null = null
  let closed = false
  let ahead = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(of: Client): Promise<void> {
    const sent = Date.now()
    const { rows } = await of.query<{ now: Date }>('SELECT clock_timestamp() AS now')
    // The answer was made somewhere between asking and hearing.
    const here = (sent + Date.now()) / 2
    if (rows[0]) ahead = Math.round(here - rows[0].now.getTime())
  }

  async function connect(): Promise<void> {
    const opened = new Client({ ...config.client, query_timeout: answerMs })
    let gone = false
    const lose = (error?: unknown) => {
      if (gone) return
      gone = true
      opened.removeAllListeners('notification')
      opened.end().catch(() => undefined)
      if (client !== opened) return
      client = null
      clearTimeout(timer)
      if (closed) return
      const named = nameStoreError(error)
      config.onLost(named instanceof StoreError ? named.problem : 'unreachable')
      timer = setTimeout(again, againMs)
    }
    opened.on('error', lose)
    opened.on('end', lose)
    opened.on('notification', ({ payload }) => {
      if (payload === 'schema') config.onSchema()
      else for (const change of changesIn(payload ?? '', config.origin)) config.onChange(change)
    })
    try {
      await opened.connect()
      await opened.query(`LISTEN ${changeChannel}`)
      await ask(opened)
    } catch (error) {
      lose()
      throw nameStoreError(error)
    }
    if (closed) return lose()
    client = opened
    const heartbeat = () => {
      ask(opened)
        .then(() => {
          if (client === opened) timer = setTimeout(heartbeat, askMs)
        })
        .catch(lose)
    }
    timer = setTimeout(heartbeat, askMs)
  }

  function again(): void {
    connect().then(
      () => {
        if (!closed) config.onBack()
      },
      (error: unknown) => {
        if (closed) return
        config.onLost(error instanceof StoreError ? error.problem : 'unreachable')
        timer = setTimeout(again, againMs)
      },
    )
  }

  await connect()
  return {
    clockAheadMs: () => ahead,
    async close() {
      closed = true
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end().catch(() => undefined)
    },
  }
}
