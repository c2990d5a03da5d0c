import { join } from 'node:path'
import type { DeskParts } from './access/procedure'
import { createSessions } from './access/sessions'
import { startOutbox } from './outbox/worker'
import { createUploads } from './register/uploads'
import { createRouter } from './router'
import { holdFolder } from './store/folder'
import { openPostgres } from './store/postgres'
import { openSqlite } from './store/sqlite'
import type { Store } from './store/store'
import { readSettings } from './system/settings'

export interface DeskConfig {
  /** An existing folder that only its owner can read; it holds `desk.db`. */
  readonly dataDir: string
  /** 32 bytes: the database's key. */
  readonly key: Buffer
  /** Where the host keeps that key, for the settings page. */
  readonly keyStore: 'system' | 'ownerOnlyFile'
  readonly host: 'desktop' | 'web'
  readonly version: string
  /** What this desk is called in the audit records. */
  readonly deskName: string
  /** The office's PostgreSQL instead of the embedded database. */
  readonly postgresUrl?: string
  /** For tests of what depends on the time. */
  readonly clock?: () => Date
  /** Takes the unexpected: an error and the procedure's name. Nothing in it may be a person's. */
  readonly report?: (error: unknown, procedure: string) => void
}

export interface Desk {
  /** Every procedure of the contract; a host gives each call its page's `clientId`. */
  readonly router: DeskRouter
  /** Ends what a closed page left behind: its sign-in. */
  forget(clientId: string): void
  close(): Promise<void>
}

type DeskRouter = ReturnType<typeof createRouter>

/**
 * Opens the desk: its database, its sign-ins, its procedures. Throws StoreError: `inUse` when another program has the same
 * folder open, `wrongKey`, `damaged`, `newerDatabase`, `diskFull`, `unreachable`; the folder is then as it was.
 */
export async function openDesk(config: DeskConfig): Promise<Desk> {
  const release = holdFolder(config.dataDir)
  const clock = config.clock ?? (() => new Date())
  const sessions = createSessions(clock)
  let store: Store | null = null
  try {
    store = config.postgresUrl
      ? await openPostgres({ url: config.postgresUrl })
      : await openSqlite({ file: join(config.dataDir, 'desk.db'), key: config.key })
    const { tables } = store
    sessions.setLockAfter((await store.read((db) => readSettings(db, tables))).lockAfterMinutes)
  } catch (error) {
    await store?.close()
    release()
    throw error
  }
  const opened = store
  const parts: DeskParts = {
    store: opened,
    sessions,
    clock,
    deskName: config.deskName,
    report: config.report ?? (() => undefined),
  }
  const { version, host, keyStore, dataDir } = config
  const outbox = startOutbox(parts)
  return {
    router: createRouter(parts, { version, host, keyStore, dataDir }, createUploads(clock)),
    forget: (clientId) => {
      sessions.end(clientId)
    },
    async close() {
      // A message that is on its way is written down before its database closes.
      await outbox.stop()
      await opened.close().finally(release)
    },
  }
}
