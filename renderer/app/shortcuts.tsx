import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'

export interface ShortcutOptions {
  /** False while the action cannot be taken. Default true. */
  readonly enabled?: boolean
  /** Declared in a dialog: works while a dialog is open, and only then. */
  readonly inDialog?: boolean
}

interface Registered {
  readonly keys: string
  readonly inDialog: boolean
  readonly act: () => void
}

const registered: Registered[] = []
let paused = false

/** Keys pressed while what they are for is still on its way, in their order. */
let ahead: { readonly keys: string; readonly at: number }[] = []
/** How long such a key is kept, in milliseconds. */
const keptAhead = 3_000
const isComing = () => document.querySelector('main [data-coming]') !== null
/** Whether keys are kept. They go together: without the first of them, the rest would be for something else. */
function isKeeping(): boolean {
  const [first] = ahead
  if (first !== undefined && performance.now() - first.at > keptAhead) ahead = []
  return ahead.length > 0
}

/** What a key does now: of several, what was registered last. */
function actionOf(keys: string) {
  const dialog = dialogIsOpen()
  return registered.findLast((each) => each.keys === keys && each.inDialog === dialog)
}

/** Between two looks: what a key opens, and where the focus goes, is there by the next. In milliseconds, faster than a person. */
const pace = 60
let isNear = false

/** Does what the oldest key that is kept is for, once that is there. Where a field took the focus, the keys were for it. */
function actAhead() {
  if (isNear || ahead.length === 0) return
  isNear = true
  setTimeout(() => {
    isNear = false
    if (isTyping(document.activeElement)) ahead = []
    const [first] = ahead
    if (!isKeeping() || first === undefined) return
    const found = actionOf(first.keys)
    // When nothing more comes, it is for nothing here.
    if (found !== undefined || !isComing()) ahead.shift()
    found?.act()
    actAhead()
  }, pace)
}

/** No shortcut works behind the lock screen. */
export function pauseShortcuts(value: boolean) {
  paused = value
  if (paused) ahead = []
}

// WCAG 2.1.4: shortcuts of a single character can be turned off, by each person. The key holds a staff id, no name.
const listeners = new Set<() => void>()
let person = ''
const storageKey = () => `heka-desk.singleKeys.${person}`

/** Whose choice about single-key shortcuts holds from now on. */
export function shortcutsBelongTo(staffId: string) {
  person = staffId
  for (const listener of listeners) listener()
}

const singleKeysOn = () => localStorage.getItem(storageKey()) !== 'off'

/** Turns single-key shortcuts on or off for the person who is signed in. */
export function setSingleKeys(on: boolean) {
  localStorage.setItem(storageKey(), on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

/** Whether single-key shortcuts are on; a page shows their hints only then. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, singleKeysOn)
}

/** The keys of an event as `useShortcut` writes them: 'i', '/', 'ctrl+k', 'ctrl+enter', 'f2', 'escape'. */
function keysOf(event: KeyboardEvent): string {
  const modifiers = `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}`
  return `${modifiers}${event.key.toLowerCase()}`
}

/** The places where a letter means itself: text fields, and lists and menus that are searched by typing. */
const typingPlaces =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]),textarea,select,[contenteditable=true],[role=combobox],[role=listbox],[role=menu]'

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest(typingPlaces) !== null
const dialogIsOpen = () => document.querySelector('[role=dialog],[role=alertdialog]') !== null

function onKeyDown(event: KeyboardEvent) {
  if (paused || event.defaultPrevented || event.isComposing || event.repeat) return
  const keys = keysOf(event)
  const single = event.key.length === 1 && !keys.startsWith('ctrl+') && !keys.startsWith('alt+')
  if (single && (!singleKeysOn() || isTyping(event.target))) return
  const found = actionOf(keys)
  // What was pressed before is for before.
  if (single && !dialogIsOpen() && (isKeeping() || (found === undefined && isComing()))) {
    ahead.push({ keys, at: performance.now() })
    actAhead()
    return
  }
  if (found === undefined) return
  ahead = []
  event.preventDefault()
  found.act()
}

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', onKeyDown)
  // Who takes the mouse goes on from what is seen.
  window.addEventListener('pointerdown', () => {
    ahead = []
  })
}

/**
 * Does something on a key: `useShortcut('i', identify)`, `useShortcut('ctrl+enter', save)`. Of several for the same key
 * the one registered last acts. Single-key shortcuts do nothing while somebody types, while a dialog is open unless
 * declared `inDialog`, and when the person has turned them off; those with Ctrl work also while typing. A single key that
 * is pressed while the page is still on its way is kept for three seconds and acts when what it is for is there.
 */
export function useShortcut(keys: string, action: () => void, options: ShortcutOptions = {}) {
  const { enabled = true, inDialog = false } = options
  const latest = useRef(action)
  // Before the page is painted: a key that is seen on the screen works.
  useLayoutEffect(() => {
    latest.current = action
  })
  useLayoutEffect(() => {
    if (!enabled) return
    const entry: Registered = { keys: keys.toLowerCase(), inDialog, act: () => latest.current() }
    registered.push(entry)
    return () => {
      registered.splice(registered.indexOf(entry), 1)
    }
  }, [keys, enabled, inDialog])
}
