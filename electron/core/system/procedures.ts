import { count } from 'drizzle-orm'
import { closuresFrom } from '#shared/rules/holidays'
import { helsinkiDay } from '#shared/rules/localDay'
import { openingsOf } from '#shared/rules/visitHours'
import { procedures } from '../access/procedure'
import { daysFrom } from '../appointments/world'
import { registerKind } from '../register/kind'
import type { Change, Store } from '../store/store'
import { hoursWorld, readTimetable } from '../timetable/kept'
import { readSettings, writeSettings } from './settings'

const os = procedures.system

/** As far as the page needs to say when a closed line or service point opens again. */
const daysAhead = 60

/** What the host told about itself, for the settings page. */
export interface AboutDesk {
  readonly version: string
  readonly host: 'desktop' | 'web'
  readonly keyStore: 'system' | 'ownerOnlyFile'
  readonly dataDir: string
}

/** Every change after it was committed, until the page stops listening. */
async function* changesOf(store: Store, signal: AbortSignal | undefined): AsyncGenerator<Change> {
  const waiting: Change[] = []
  let wake: () => void = () => undefined
  const stop = store.onChange((change) => {
    waiting.push(change)
    wake()
  })
  const ended = () => wake()
  signal?.addEventListener('abort', ended)
  try {
    while (!signal?.aborted) {
      const change = waiting.shift()
      if (change) yield change
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    stop()
    signal?.removeEventListener('abort', ended)
  }
}

export const systemProcedures = (about: AboutDesk) => {
  /** What the database said the last time: while it is lost, it is asked in vain. */
  let known: {
    readonly state: 'firstRun' | 'ready'
    readonly register: 'empty' | 'practice' | 'real'
  } | null = null
  return os.router({
    status: os.status.handler(async ({ context }) => {
      const { store, deskName } = context.parts
      const database = store.state()
      const told = { database, deskName, ...about }
      if (database.state === 'closed')
        return { state: 'noDatabase' as const, register: 'empty' as const, ...told }
      if (database.state === 'lost' && known) return { ...known, ...told }
      known = await context.read(async (db) => {
        const [staff] = await db.select({ n: count() }).from(store.tables.staff)
        return { state: staff?.n ? 'ready' : 'firstRun', register: await registerKind(db, store.tables) }
      })
      return { ...known, ...told }
    }),

    calendar: os.calendar.handler(({ context }) => {
      const today = helsinkiDay(context.now)
      return context.read(async (db) => {
        const timetable = await readTimetable(db, context.parts.store.tables)
        const openings = daysFrom(today, daysAhead).flatMap((day) => openingsOf(day, hoursWorld(timetable)))
        return {
          today,
          closures: { ...closuresFrom(today, daysAhead, timetable.rules.closedEves) },
          servicePoint: openings.map(({ from, to, access }) => ({ from, to, access })),
        }
      })
    }),

    readSettings: os.readSettings.handler(({ context }) =>
      context.read((db) => readSettings(db, context.parts.store.tables)),
    ),

    saveSettings: os.saveSettings.handler(async ({ input, context }) => {
      const saved = await context.write((tx) => writeSettings(tx, context.parts.store.tables, input))
      context.parts.sessions.setLockAfter(saved.lockAfterMinutes)
      return saved
    }),

    changes: os.changes.handler(({ context, signal }) => changesOf(context.parts.store, signal)),
  })
}
