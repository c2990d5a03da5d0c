/**
 * A scanner of documents types like a keyboard, into whatever has focus. This tells its typing from a person's by what
 * is typed: a machine readable zone begins with a document code and a country and has fillers ('<') that nobody types.
 */
export interface ScanState {
  /** What was typed without a pause, in upper case, Enter and Tab as line ends; from the zone's first letter once recognised. */
  readonly text: string
  /** When the last key was pressed, milliseconds. */
  readonly lastAt: number
  /** Whether it is a document for sure, so that the keys belong to nobody else. */
  readonly recognised: boolean
}

export const noScan: ScanState = { text: '', lastAt: 0, recognised: false }

/** The longest pause within a scan, milliseconds: before the zone is recognised, and after (a slow reader between lines). */
const pauseBefore = 300
const pauseAfter = 1500

/** Keys closer than this are not a person's shortcuts, milliseconds. */
const personsPause = 60

// Document code and issuer (ICAO 9303 part 3): 'P<FIN', 'I<FIN', 'P<D<<', or with two letters of code and a filler after.
const beginning = /[PIAC]<(?:[A-Z]{3}|D<<)|[PIAC][A-Z](?:[A-Z]{3}|D<<)[A-Z0-9<]*<</

/** The state after a key (as in KeyboardEvent.key) pressed at a time in milliseconds. */
export function feedKey(state: ScanState, key: string, at: number): ScanState {
  const typed = key === 'Enter' || key === 'Tab' ? '\n' : key
  // Keys such as Shift are pressed within a scan; those that move or erase end one.
  if (typed.length !== 1) return /^(Shift|CapsLock|Unidentified)$/.test(key) ? state : noScan
  const pause = at - state.lastAt
  const before = pause > (state.recognised ? pauseAfter : pauseBefore) ? noScan : state
  if (typed === '\n' && !before.recognised) return noScan
  const text = before.text + typed.toUpperCase()
  if (before.recognised) return { text, lastAt: at, recognised: true }
  const found = beginning.exec(text)
  return found === null
    ? { text, lastAt: at, recognised: false }
    : { text: text.slice(found.index), lastAt: at, recognised: true }
}

/** Whether a key that goes on from a state is a scanner's although the zone is not recognised yet: not a shortcut. */
export function continuesScan(state: ScanState, at: number): boolean {
  if (state.text === '') return false
  if (at - state.lastAt < personsPause) return true
  return /[PIAC]<[A-Z]*$/.test(state.text) && at - state.lastAt < pauseBefore
}

// Characters in a line and in all: passport TD3, card TD1, card TD2 (ICAO 9303 parts 4–6).
const totals: Readonly<Record<number, number>> = { 44: 88, 30: 90, 36: 72 }

/** Whether a text has all the characters of a machine readable zone; line ends, when there are any, say which kind. */
export function isWholeZone(text: string): boolean {
  const lines = text.trim().split(/\s+/)
  const length = lines.join('').length
  const [first = ''] = lines
  return lines.length > 1 ? totals[first.length] === length : Object.values(totals).includes(length)
}

/** A scan that a pause has ended without its being whole is still one when it is this long: it was read badly. */
export const shortestScan = 25
