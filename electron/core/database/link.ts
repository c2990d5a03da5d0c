import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { type DatabaseProblem, type DatabaseState, databaseProblems } from '#shared/contract/database'
import { changeTopics } from '#shared/contract/system'
import { createChanges } from '../store/changes'
import { connectionTo } from '../store/connection.postgres'
import { nameStoreError, StoreError } from '../store/errors'
import { postgresKit } from '../store/kit.postgres'
import { openPostgres, type PostgresStore } from '../store/postgres'
import { defineTables } from '../store/schema'
import { openSqlite } from '../store/sqlite'
import type { Change, Store } from '../store/store'
import { type KeptChoice, nothingChosen, readChoice, writeChoice } from './choice'

export interface LinkConfig {
  readonly dataDir: string
  readonly key: Buffer
  readonly deskName: string
  /** A server instead of what was chosen in the data folder, until another is chosen: for tests and commands. */
  readonly postgres?: ClientConfig
  /** Told of every database that was opened, before any page may use it; `other` when it is not the one before. */
  readonly onOpened: (store: Store, other: boolean) => Promise<void>
  /** Told that the desk goes over to another database: nobody is signed in there. */
  readonly onOther: () => void
  /** Told of every change before the pages are, so that what they then ask is answered by it. */
  readonly onChanged: (store: Store, change: Change) => Promise<void>
  /** Takes the unexpected. */
  readonly report: (error: unknown) => void
}

/**
 * The desk's store, whichever database it is at the moment: the embedded one, the office's, or none while that cannot be
 * opened. Then everything throws StoreError with the reason, and the database is tried again by itself.
 */
export interface DatabaseLink extends Store {
  readonly state: () => DatabaseState
  /** The time, by the database's clock. */
  readonly clock: () => Date
  readonly kept: () => KeptChoice
  /**
   * Goes over to another database once it is open and the choice is kept; `onLeaving` comes just before, in the one that
   * is left. Throws StoreError and stays where it was when it cannot.
   */
  switchTo(choice: KeptChoice, onLeaving?: () => Promise<void>): Promise<void>
}

/** Where the desk's database is: as it was chosen, or at a server that was given instead. */
interface Place {
  readonly kept: KeptChoice
  readonly given?: ClientConfig | undefined
}

const againMs = 1_000

const isServer = (store: Store | null): store is PostgresStore => store?.engine === 'postgres'
const isAway = ({ kept, given }: Place) => given !== undefined || kept.choice.kind === 'postgres'
const asDatabaseProblem = (problem: string | undefined): DatabaseProblem | null =>
  databaseProblems.find((each) => each === problem) ?? null

/** Opens the database that was chosen. Throws only when that is the embedded one: an office's is waited for. */
export async function openLink(config: LinkConfig): Promise<DatabaseLink> {
  const { dataDir, key } = config
  const changes = createChanges()
  let place: Place = { kept: nothingChosen, given: config.postgres }
  let store: Store | null = null
  let forget: () => void = () => undefined
  let failed: { readonly since: Date; readonly problem: DatabaseProblem | null } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let turn: Promise<unknown> = Promise.resolve()
  let closing: Promise<unknown> = Promise.resolve()
  let passing: Promise<unknown> = Promise.resolve()

  const tellState = () => changes.tell({ topic: 'database', id: null })
  const tellEverything = () => {
    for (const topic of changeTopics) changes.tell({ topic, id: null })
  }
  /** What changes which database is open is done one at a time. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  async function open({ kept, given }: Place): Promise<Store> {
    const { choice, password } = kept
    if (!given && choice.kind === 'embedded') {
      // It may still be writing what was begun before it was left.
      await closing
      return openSqlite({ file: join(dataDir, 'desk.db'), key })
    }
    // Sealed with another key: it has to be given again.
    if (!given && password === null) throw new StoreError('wrongPassword')
    const client = given ?? (choice.kind === 'postgres' ? connectionTo(choice.address, password ?? '') : {})
    const name = `heka-desk ${config.deskName}`.slice(0, 63)
    try {
      return await openPostgres({ client, name, onServer })
    } catch (error) {
      const named = nameStoreError(error)
      if (named instanceof StoreError) throw named
      // Whatever else connecting throws: nothing that we can talk to answers there.
      config.report(error)
      throw new StoreError('unreachable', error)
    }
  }

  /** Takes an open database into use; the one before is let go when what was begun there has ended. */
  function use(opened: Store, at: Place): void {
    letGo()
    clearTimeout(timer)
    store = opened
    place = at
    failed = null
    forget = opened.onChange((change) => pass(opened, change))
    tellEverything()
  }

  function letGo(): void {
    forget()
    const left = store
    store = null
    if (left) closing = Promise.all([closing, left.close().catch(config.report)])
  }

  /** Passes on what a database tells, in its order. */
  function pass(from: Store, change: Change): void {
    passing = passing.then(async () => {
      // A database that is lost in between tells everything again when it is back.
      await config.onChanged(from, change).catch(() => undefined)
      if (store === from) changes.tell(change)
    })
  }

  function onServer(event: 'lost' | 'back' | 'schema'): void {
    tellState()
    if (event !== 'lost') void lookAgain()
  }

  /** Whether the program still knows the schema: the administrator may have updated it. */
  async function lookAgain(): Promise<void> {
    const looked = store
    if (!isServer(looked)) return
    try {
      await looked.inspect()
    } catch (error) {
      const named = nameStoreError(error)
      const problem = named instanceof StoreError ? asDatabaseProblem(named.problem) : null
      // A server that is lost again is looked at again when it is back.
      if (problem === null || problem === 'unreachable') return
      await inTurn(async () => {
        if (store !== looked) return
        letGo()
        fail(problem)
      })
    }
  }

  function fail(problem: DatabaseProblem | null): void {
    if (closed) return
    failed = { since: failed?.since ?? new Date(), problem }
    tellState()
    clearTimeout(timer)
    timer = setTimeout(() => void tryAgain(), againMs)
  }

  const problemOf = (error: unknown): DatabaseProblem | null => {
    const named = nameStoreError(error)
    if (named instanceof StoreError) return asDatabaseProblem(named.problem)
    config.report(error)
    return null
  }

  async function tryAgain(): Promise<void> {
    const tried = place
    try {
      const opened = await open(tried)
      await inTurn(async () => {
        if (closed || store !== null || place !== tried) return opened.close()
        await ready(opened, false)
        use(opened, tried)
      })
    } catch (error) {
      if (place === tried && store === null) fail(problemOf(error))
    }
  }

  /** Makes the desk ready for a database that has been opened; closes it when that fails. */
  async function ready(opened: Store, other: boolean): Promise<void> {
    try {
      await config.onOpened(opened, other)
    } catch (error) {
      await opened.close().catch(config.report)
      throw error
    }
  }

  try {
    place = { ...place, kept: await readChoice(dataDir, key) }
    const opened = await open(place)
    await ready(opened, true)
    use(opened, place)
  } catch (error) {
    const problem = problemOf(error)
    if (!isAway(place) && problem !== 'unreadableChoice') throw error
    fail(problem)
  }

  return {
    get engine() {
      return isAway(place) ? 'postgres' : 'sqlite'
    },
    get tables() {
      return store?.tables ?? defineTables(postgresKit)
    },
    read: async (work) => openOrFail().read(work),
    write: async (work, how) => openOrFail().write(work, how),
    search: async (terms, limit) => openOrFail().search(terms, limit),
    onChange: changes.onChange,
    state() {
      const ahead = isServer(store) ? store.clockAheadMs() : 0
      const lost = isServer(store) ? store.lost() : null
      const wrong = failed ?? lost
      return {
        kind: isAway(place) ? 'postgres' : 'embedded',
        state: failed ? 'closed' : lost ? 'lost' : 'ready',
        since: wrong && new Date(wrong.since.getTime() - ahead),
        problem: asDatabaseProblem(wrong?.problem ?? undefined),
        clockAheadMs: isServer(store) ? store.clockAheadMs() : null,
      }
    },
    clock: () => new Date(Date.now() - (isServer(store) ? store.clockAheadMs() : 0)),
    kept: () => place.kept,
    switchTo: (kept, onLeaving) =>
      inTurn(async () => {
        const opened = await open({ kept })
        await ready(opened, true)
        try {
          if (closed) throw new StoreError('unreachable')
          await writeChoice(dataDir, key, kept)
          await onLeaving?.()
        } catch (error) {
          await opened.close().catch(config.report)
          throw error
        }
        config.onOther()
        use(opened, { kept })
      }),
    async close() {
      closed = true
      clearTimeout(timer)
      await turn
      letGo()
      await closing
    },
  }

  function openOrFail(): Store {
    if (store) return store
    throw new StoreError(failed?.problem ?? 'unreachable')
  }
}
