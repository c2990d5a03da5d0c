import { useCallback, useSyncExternalStore } from 'react'
import { client, hostKind } from './client'
import { errorName } from './errors'

// What is typed about a resident is personal data: the page keeps it in memory, and the desk in its encrypted database.
const drafts = new Map<string, unknown>()
const listeners = new Set<() => void>()
/** Places whose drafts cannot be written down, such as chosen files: they live and end with the page. */
const inPage = new Set<string>()
/** What the desk does not know yet, by key. */
const untold = new Set<string>()

const pauseMs = 600
const againMs = 5_000
let timer: ReturnType<typeof setTimeout> | undefined

function changed() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function tellLater(key: string, waitMs = pauseMs) {
  if (inPage.has(key)) return
  untold.add(key)
  clearTimeout(timer)
  timer = setTimeout(() => void tellDesk(), waitMs)
}

// One telling after another: what was given up must not be overtaken by what was typed before.
let telling: Promise<void> = Promise.resolve()
function tellDesk(): Promise<void> {
  telling = telling.then(tellAll)
  return telling
}

/** Tells the desk what has been typed and what has been given up since; tries again when it cannot be reached. */
async function tellAll() {
  for (const key of [...untold]) {
    const value = drafts.get(key)
    untold.delete(key)
    try {
      if (value === undefined) await client.drafts.drop({ key })
      else await client.drafts.save({ key, value: JSON.stringify(value) })
    } catch (error) {
      // What the desk will never take stays in the page; for the rest the desk is lost or locked.
      if (errorName(error).name !== 'badInput') tellLater(key, againMs)
    }
  }
}

/** Tells the desk now: it takes nothing more once it is locked, or somebody else is signed in. */
export async function tellDraftsNow() {
  clearTimeout(timer)
  await tellDesk()
}

function put(key: string, value: unknown) {
  drafts.set(key, value)
  tellLater(key)
  changed()
}

function drop(key: string) {
  if (!drafts.delete(key)) return
  changed()
  if (inPage.has(key)) return
  // At once, or a page that is closed right after saving would find it again as unfinished.
  untold.add(key)
  void tellDesk()
}

/** How often everything was cleared: what was asked for before is another person's. */
let cleared = 0

/** Takes up what this person left unfinished, here or before the program was closed. */
export async function restoreDrafts() {
  const asked = cleared
  const kept = await client.drafts.list().catch(() => [])
  if (asked !== cleared) return
  for (const { key, value } of kept) {
    if (!drafts.has(key) && !untold.has(key)) drafts.set(key, JSON.parse(value))
  }
  changed()
}

/** Leaves everything that was typed to the desk. Called when somebody signs out or another person signs in. */
export function clearDrafts() {
  clearTimeout(timer)
  cleared += 1
  untold.clear()
  drafts.clear()
  changed()
}

/** Whether something would be lost with this page or this sign-in: what cannot be written down. */
export const hasUnkeptDrafts = (): boolean => [...drafts.keys()].some((key) => inPage.has(key))

/** The keys of everything that is unfinished. */
export function useDraftKeys(): readonly string[] {
  return useSyncExternalStore(subscribe, () => [...drafts.keys()].join('\n'))
    .split('\n')
    .filter((key) => key !== '')
}

export interface Draft<T> {
  readonly value: T
  readonly set: (value: T) => void
  /** Throws the draft away: saved, or given up. */
  readonly clear: () => void
  /** Whether something has been typed that is neither saved nor given up. */
  readonly dirty: boolean
}

/**
 * What is typed in one place: it survives navigation, a lock, a lost desk and the end of the program, and is its writer's
 * alone. `key` names the place and the record, such as `note:<resident id>`. `only: 'page'` is for what cannot be written
 * down; it is forgotten with the page.
 */
export function useDraft<T>(key: string, initial: T, only?: 'page'): Draft<T> {
  if (only === 'page') inPage.add(key)
  const kept = useSyncExternalStore(subscribe, () => drafts.get(key)) as T | undefined
  const set = useCallback((value: T) => put(key, value), [key])
  const clear = useCallback(() => drop(key), [key])
  return { value: kept ?? initial, set, clear, dirty: kept !== undefined }
}

// Electron would refuse to close without saying why, so only a browser asks.
if (hostKind === 'web' && typeof window !== 'undefined') {
  window.addEventListener('beforeunload', (event) => {
    if (untold.size > 0 || hasUnkeptDrafts()) event.preventDefault()
  })
}
