import type { ClientConfig } from 'pg'
import { startForgetting } from './access/commands'
import { followChange } from './access/follow'
import type { DeskParts } from './access/procedure'
import { createSessions } from './access/sessions'
import { openLink } from './database/link'
import { startOutbox } from './outbox/worker'
import { startPresence } from './presence/presence'
import { createUploads } from './register/uploads'
import { createRouter } from './router'
import { withoutWords } from './store/errors'
import { holdFolder } from './store/folder'

export interface DeskConfig {
  /** An existing folder that only its owner can read; it holds `desk.db` and which database was chosen. */
  readonly dataDir: string
  /** 32 bytes: the database's key. */
  readonly key: Buffer
  /** Where the host keeps that key, for the settings page. */
  readonly keyStore: 'system' | 'ownerOnlyFile'
  readonly host: 'desktop' | 'web'
  readonly version: string
  /** What this desk is called in the audit records. */
  readonly deskName: string
  /** An office's PostgreSQL instead of the database that was chosen: for tests and commands. */
  readonly postgres?: ClientConfig
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
 * folder open, and for the embedded database `wrongKey`, `damaged`, `newerDatabase`, `diskFull`; the folder is then as it
 * was. An office's database that cannot be opened is waited for: the desk's status says why.
 */
export async function openDesk(config: DeskConfig): Promise<Desk> {
  const { dataDir, key, deskName, postgres } = config
  const release = holdFolder(dataDir)
  let clock = config.clock ?? (() => new Date())
  const sessions = createSessions(() => clock())
  const uploads = createUploads(() => clock())
  const papers = createUploads(() => clock())
  const pictures = createUploads(() => clock())
  const report = config.report ?? (() => undefined)
  const store = await openLink({
    dataDir,
    key,
    deskName,
    ...(postgres ? { postgres } : {}),
    async onOpened(opened, other) {
      await followChange(opened, sessions, { topic: 'settings', id: null })
      if (!other) await followChange(opened, sessions, { topic: 'staff', id: null })
    },
    onOther() {
      sessions.endAll()
      uploads.forgetAll()
      papers.forgetAll()
      pictures.forgetAll()
    },
    report: (error) => report(withoutWords(error), 'database'),
    onChanged: (opened, change) => followChange(opened, sessions, change),
  }).catch((error: unknown) => {
    release()
    throw error
  })
  if (!config.clock) clock = store.clock
  const parts: DeskParts = {
    store,
    sessions,
    clock,
    deskName,
    report,
  }
  const { version, host, keyStore } = config
  const outbox = startOutbox(parts)
  const presence = startPresence(parts)
  const stopForgetting = startForgetting(parts)
  return {
    router: createRouter(
      parts,
      { version, host, keyStore, dataDir },
      { presence, uploads, papers, pictures },
    ),
    forget: (clientId) => void sessions.end(clientId),
    async close() {
      await stopForgetting()
      await presence.stop()
      // A message that is on its way is written down before its database closes.
      await outbox.stop()
      await store.close().finally(release)
    },
  }
}
