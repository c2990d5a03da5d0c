import { accept, type Result, refuse } from './result'

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
const known = new Map<string, boolean>()

/** A language as its ISO 639-1 code in lower case. Refused: what is not one of theirs. */
export function normaliseLanguage(text: string): Result<string, 'languageUnknown'> {
  const code = text.trim().toLowerCase()
  if (!/^[a-z]{2}$/.test(code)) return refuse('languageUnknown')
  // Asked of the library once a code: an import has 100,000 of them.
  const isKnown = known.get(code) ?? names.of(code) !== undefined
  known.set(code, isKnown)
  return isKnown ? accept(code) : refuse('languageUnknown')
}
