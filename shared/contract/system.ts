import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { visitAccess } from '../rules/visitTimetable'
import { base, localDay, version } from './base'
import { databaseState } from './database'

/** What a change was about (`visit`: a visit by its id, or null for the service desks; `mandate`, `request`, `handoff`, `call`, `defect`, `door`, `task`: by its id, or null for how they are set; `answer`: by its key; `key`: an apartment's keys, by the apartment's id); the page re-reads what it shows of it. */
export const changeTopics = [
  'resident',
  'register',
  'staff',
  'settings',
  'timetable',
  'visit',
  'mandate',
  'request',
  'key',
  'handoff',
  'call',
  'defect',
  'door',
  'task',
  'answer',
  'outbox',
  'presence',
  'database',
  'audit',
] as const

export const settings = z.object({
  /** Grows with every change; 0 as shipped. To save, the one that was read. */
  version,
  /** Minutes without a key press or click before the desk locks itself. */
  lockAfterMinutes: z.int().min(1).max(120),
})
export type Settings = z.infer<typeof settings>

export const system = {
  /** What the page must know before anyone signs in. Holds nothing about any person. */
  status: base.meta({ roles: 'public' }).output(
    z.object({
      /** `firstRun` until the first administrator exists; `noDatabase` while the database has not been opened. */
      state: z.enum(['firstRun', 'ready', 'noDatabase']),
      database: databaseState,
      register: z.enum(['empty', 'practice', 'real']),
      version: z.string(),
      host: z.enum(['desktop', 'web']),
      /** Where the database's key is kept. */
      keyStore: z.enum(['system', 'ownerOnlyFile']),
      deskName: z.string(),
      dataDir: z.string(),
    }),
  ),
  /**
   * Today in Helsinki, the days of the next two months on which Heka is closed, each with its name, and the service point's
   * openings by the timetable.
   */
  calendar: base.meta({ roles: 'signedIn' }).output(
    z.object({
      today: localDay,
      closures: z.record(localDay, z.string()),
      servicePoint: z.array(z.object({ from: z.date(), to: z.date(), access: z.enum(visitAccess) })),
    }),
  ),
  /** The settings of this office. */
  readSettings: base.meta({ roles: 'signedIn' }).output(settings),
  /** Changes the settings of this office: those of the version that was read, otherwise CHANGED_MEANWHILE. */
  saveSettings: base
    .meta({ command: true, roles: ['administrator', 'lead'], audit: { keep: ['lockAfterMinutes'] } })
    .input(settings)
    .output(settings),
  /** What changed in the database, after each commit, for as long as the page listens. */
  changes: base
    .meta({ roles: 'signedIn' })
    .output(eventIterator(z.object({ topic: z.enum(changeTopics), id: z.string().nullable() }))),
}
