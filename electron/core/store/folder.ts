import { join } from 'node:path'
import Database from 'better-sqlite3'
import { isStoreProblem, StoreError } from './errors'

/**
 * Holds a data folder for this program alone, until the returned function is called or the process ends however it ends:
 * the operating system drops the lock with it. The lock is an exclusive one on an empty SQLite file.
 * Throws StoreError `inUse` when another program holds it.
 */
export function holdFolder(dataDir: string): () => void {
  const lock = new Database(join(dataDir, 'desk.lock'), { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isStoreProblem(error, 'busy') ? new StoreError('inUse') : error
  }
  return () => lock.close()
}
