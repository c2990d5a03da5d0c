import { join } from 'node:path'
import Database from 'better-sqlite3'
import { findResidents } from '#core/store/search.sqlite'
import { parseSearch } from '#shared/rules/search'
import { readKeyFile } from '../../electron/host/keyFile'
import { fullDeskFolder } from './benchDesk'

/** One run of a prepared statement. */
interface Run {
  readonly statement: Database.Statement
  readonly values: readonly unknown[]
}

/** The same database on a connection of its own. */
export async function openRaw(): Promise<Database.Database> {
  const key = await readKeyFile(fullDeskFolder())
  const database = new Database(join(fullDeskFolder(), 'desk.db'), { readonly: true })
  database.pragma(`cipher='sqlcipher'`)
  database.pragma(`key="x'${key?.toString('hex')}'"`)
  database.pragma('cache_size = -65536')
  return database
}

/** The full-text statements that the program runs for what was typed, prepared and with their values. */
export function searchRuns(database: Database.Database, text: string): readonly Run[] {
  const runs: Run[] = []
  const recorder = {
    prepare: (sql: string) => {
      const statement = database.prepare(sql).pluck()
      const all = (...values: unknown[]) => {
        runs.push({ statement, values })
        return statement.all(...values)
      }
      return { pluck: () => ({ all }) }
    },
  }
  findResidents(recorder as unknown as Database.Database, parseSearch(text), 21)
  return runs
}

/** Runs them and nothing else. */
export function runAll(runs: readonly Run[]): void {
  for (const { statement, values } of runs) statement.all(...values)
}
