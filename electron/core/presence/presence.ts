import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { DeskParts } from '../access/procedure'
import { withoutWords } from '../store/errors'
import { type Here, writeHere } from './here'
import { anyVanished, freeVanished } from './vanished'

/** How often a program says that its pages are still there. Milliseconds, as all of these. */
const sayMs = 15_000
/** A program that could say nothing for so long was cut off from the database, and the others perhaps with it: … */
const gapMs = 45_000
/** … for so long they have time to come back before it takes them for vanished. */
const graceMs = 30_000

export interface Presence {
  /** The row of a page, by its client id; null when nobody is signed in there. */
  rowOf(clientId: string): string | null
  /** Says whose page is open at a page. */
  at(clientId: string, residentId: string | null): Promise<void>
  stop(): Promise<void>
}

type Place = Omit<Here, 'locked'>

/**
 * Says to the other desks, for as long as the desk is open, who is signed in here and with whom, and removes what vanished
 * desks have left. When nobody is signed in here it does nothing.
 */
export function startPresence(parts: DeskParts): Presence {
  const { store, sessions, clock, deskName } = parts
  const program = { programId: randomUUID(), deskName }
  /** By the page's client id, which is a secret and leaves this program for nowhere. */
  const places = new Map<string, Place>()
  let said: Promise<void> = Promise.resolve()
  let queued = false
  let stopped = false
  let failing = false
  let lastSaid: number | null = null
  let judgesFrom = 0

  /** Brings the places up to date with who is signed in; gives them with what is written of each. */
  function present(): Here[] {
    const all = sessions.all()
    for (const clientId of places.keys()) if (!all.has(clientId)) places.delete(clientId)
    return [...all].map(([clientId, session]) => {
      const known = places.get(clientId)
      const place =
        known?.staffId === session.staffId
          ? known
          : { id: uuidv7(), staffId: session.staffId, since: clock(), residentId: null }
      places.set(clientId, place)
      return { ...place, locked: session.lockedAt !== null }
    })
  }

  async function say(): Promise<void> {
    const here = present()
    if (here.length === 0 && lastSaid === null) return
    const { tables } = store
    const now = clock()
    const vanished = await store.write(async (tx) => {
      await writeHere(tx, tables, program, here, now)
      return here.length > 0 && (await anyVanished(tx.db, tables, now))
    })
    const at = performance.now()
    if (failing || (lastSaid !== null && at - lastSaid > gapMs)) judgesFrom = at + graceMs
    failing = false
    lastSaid = here.length > 0 ? at : null
    if (vanished && at >= judgesFrom) await freeVanished(store, deskName, now)
  }

  /** Says it when what is being said has been said; those who want it meanwhile share one. */
  function sayAfter(): Promise<void> {
    if (queued) return said
    queued = true
    said = said
      .then(() => {
        queued = false
        return say()
      })
      .catch((error: unknown) => {
        // A database that is away is waited for: it is told once.
        if (!failing) parts.report(withoutWords(error), 'presence')
        failing = true
      })
    return said
  }

  const timer = setInterval(() => void sayAfter(), sayMs)
  timer.unref()
  sessions.onChange(() => {
    if (!stopped) void sayAfter()
  })
  const unlisten = store.onChange(({ topic }) => {
    // The database is back: the others should see it before they take this desk for vanished.
    if (topic === 'database' && failing && store.state().state === 'ready') void sayAfter()
  })

  return {
    rowOf: (clientId) => places.get(clientId)?.id ?? null,
    async at(clientId, residentId) {
      present()
      const place = places.get(clientId)
      if (!place || place.residentId === residentId) return
      places.set(clientId, { ...place, residentId })
      await sayAfter()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      unlisten()
      sessions.endAll()
      await sayAfter()
    },
  }
}
