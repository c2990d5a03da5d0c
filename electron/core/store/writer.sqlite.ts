import type Database from 'better-sqlite3'
import { nameStoreError, naming } from './errors'

/** So many units of work share one COMMIT at most, so that the first of them does not wait long for the last. */
const mostTogether = 32

interface Unit {
  readonly alone: boolean
  /** What it does in the database. */
  run(): Promise<unknown>
  /** Once what it did is on the disk. */
  done(value: unknown): void
  failed(error: unknown): void
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * The turns of those who write through one connection. A COMMIT takes longer than all that a booking writes, so units of
 * work that wait at the same time share one, each in a savepoint: one that fails takes back what is its own and nobody
 * else's. Nobody is told how their unit ended, not even that it failed, before the COMMIT is through: what they read may
 * be another's of the same group. A COMMIT that fails is everybody's error. `commit` is told how many rows were changed.
 */
export function oneWriter(connection: Database.Database, commit: (rowsChanged: number) => Promise<void>) {
  const waiting: Unit[] = []
  let working: Promise<void> | null = null
  const begin = connection.prepare('BEGIN IMMEDIATE')
  const save = connection.prepare('SAVEPOINT unit')
  const takeBack = connection.prepare('ROLLBACK TO unit')
  const release = connection.prepare('RELEASE unit')
  const totalChanges = connection.prepare('SELECT total_changes()').pluck()

  /** Runs a unit of work of a group, and gives how it is to be told how that ended. */
  async function inSavepoint(unit: Unit): Promise<() => void> {
    save.run()
    try {
      const value = await unit.run()
      release.run()
      return () => unit.done(value)
    } catch (error) {
      // After some errors, such as a full disk, the engine has given up the whole transaction by itself.
      if (!connection.inTransaction) throw error
      takeBack.run()
      release.run()
      return () => unit.failed(error)
    }
  }

  /** A long one needs no savepoint, which would keep all that it changes twice. */
  async function byItself(unit: Unit): Promise<() => void> {
    const value = await unit.run()
    return () => unit.done(value)
  }

  function giveUp(): void {
    try {
      if (connection.inTransaction) connection.exec('ROLLBACK')
    } catch {
      // The next BEGIN fails then, and says why.
    }
  }

  const mayJoin = (group: readonly Unit[], next: Unit | undefined): next is Unit =>
    next !== undefined && !next.alone && !group[0]?.alone && group.length < mostTogether

  /** Does the unit that is next, and with it those that may share its COMMIT, also what comes in meanwhile. */
  async function runGroup(): Promise<void> {
    const group = waiting.splice(0, 1)
    const endings: (() => void)[] = []
    try {
      begin.run()
      const before = Number(totalChanges.get())
      for (const unit of group) {
        endings.push(await (unit.alone ? byItself(unit) : inSavepoint(unit)))
        if (mayJoin(group, waiting[0])) group.push(...waiting.splice(0, 1))
      }
      await commit(Number(totalChanges.get()) - before)
    } catch (error) {
      giveUp()
      for (const unit of group) unit.failed(nameStoreError(error))
      return
    }
    for (const tell of endings) tell()
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      // Those who ask at the same time do so within one whole round of the event loop.
      await breathe()
      await breathe()
      await runGroup()
    }
    working = null
  }

  return {
    /** Does a unit of work in its turn; `committed` is called when it is through, just before the answer. */
    write<Value>(run: () => Promise<Value>, committed: () => void, alone: boolean): Promise<Value> {
      return new Promise((resolve, reject) => {
        waiting.push({
          alone,
          run: () => naming(run),
          done(value) {
            try {
              committed()
              resolve(value as Value)
            } catch (error) {
              reject(error)
            }
          },
          failed: reject,
        })
        working ??= work()
      })
    },
    /** Resolves when nothing waits or runs any more. */
    async idle(): Promise<void> {
      await working
    },
  }
}
