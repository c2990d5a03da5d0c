import { foldName } from '#shared/rules/names'

/** A piece of a text, and whether it is what the search was for. */
export interface Piece {
  readonly text: string
  readonly found: boolean
}

/** The words of what was typed, folded, longest first so that 'virtanen' is marked before 'virt'. */
function wordsOf(typed: string): readonly string[] {
  const words = foldName(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return [...new Set(words)].sort((a, b) => b.length - a.length)
}

/** How many letters at the start of a word are the beginning that was typed, folded letter by letter. */
function begun(word: string, typed: string): number {
  let folded = ''
  let letters = 0
  for (const letter of word) {
    if (folded.length >= typed.length) break
    folded += foldName(letter)
    letters += letter.length
  }
  return folded.startsWith(typed) || (folded === typed && folded !== '') ? letters : 0
}

/**
 * Cuts a text into pieces for showing which beginnings of its words were typed. Words are compared as the search compares
 * them: without case and marks (å and a are alike). Letters and digits that meet begin a new word, as in '12A'.
 */
export function highlight(text: string, typed: string): readonly Piece[] {
  const words = wordsOf(typed).flatMap((word) => word.match(/\d+|\D+/gu) ?? [])
  const pieces: Piece[] = []
  const add = (piece: string, found: boolean) => {
    const last = pieces.at(-1)
    if (piece === '') return
    if (last?.found === found) pieces[pieces.length - 1] = { text: last.text + piece, found }
    else pieces.push({ text: piece, found })
  }
  for (const part of text.match(/\p{N}+|[\p{L}\p{M}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const length = /^[\p{L}\p{N}]/u.test(part) ? Math.max(0, ...words.map((word) => begun(part, word))) : 0
    add(part.slice(0, length), true)
    add(part.slice(length), false)
  }
  return pieces
}

/**
 * The same for a phone number, whose digits are found across its spaces: '0405' begins '040 555 0142'. What was typed may
 * have Finland's country code, where the number has a zero.
 */
export function highlightNumber(text: string, typed: string): readonly Piece[] {
  const digits = typed
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)358/, '0')
    .replace(/\D/g, '')
  const begins = digits !== '' && text.replace(/\D/g, '').startsWith(digits)
  if (!begins) return highlight(text, typed)
  let left = digits.length
  let at = 0
  while (left > 0) {
    if (/\d/.test(text.charAt(at))) left -= 1
    at += 1
  }
  return [
    { text: text.slice(0, at), found: true },
    { text: text.slice(at), found: false },
  ].filter((piece) => piece.text !== '')
}

/** Whether each word that was typed begins some word of these texts: nothing else need be shown of why they were found. */
export function allBegun(texts: readonly string[], typed: string): boolean {
  const parts = texts.flatMap((text) => text.match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? [])
  const words = wordsOf(typed).flatMap((word) => word.match(/\d+|\D+/gu) ?? [])
  return words.every((word) => parts.some((part) => begun(part, word) > 0))
}
