import { useCallback, useSyncExternalStore } from 'react'
import { hostKind } from './client'

// What is typed about a resident is personal data: it stays in the page's memory and is never stored.
const drafts = new Map<string, unknown>()
const listeners = new Set<() => void>()

function changed() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function put(key: string, value: unknown) {
  drafts.set(key, value)
  changed()
}

function drop(key: string) {
  if (drafts.delete(key)) changed()
}

/** Forgets everything that was typed. Called when somebody signs out or another person signs in. */
export function clearDrafts() {
  drafts.clear()
  changed()
}

/** Whether anything has been typed that is neither saved nor given up. */
export const hasDrafts = (): boolean => drafts.size > 0

export interface Draft<T> {
  readonly value: T
  readonly set: (value: T) => void
  /** Throws the draft away: saved, or given up. */
  readonly clear: () => void
  /** Whether something has been typed that is neither saved nor given up. */
  readonly dirty: boolean
}

/**
 * What is typed in one place, kept in the memory of the page: it survives navigation and a lock, and is forgotten when
 * somebody else signs in. `key` names the place and the record, such as `note:<resident id>`.
 */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const kept = useSyncExternalStore(subscribe, () => drafts.get(key)) as T | undefined
  const set = useCallback((value: T) => put(key, value), [key])
  const clear = useCallback(() => drop(key), [key])
  return { value: kept ?? initial, set, clear, dirty: kept !== undefined }
}

// Electron would refuse to close without saying why, so only a browser asks.
if (hostKind === 'web' && typeof window !== 'undefined') {
  window.addEventListener('beforeunload', (event) => {
    if (drafts.size > 0) event.preventDefault()
  })
}
