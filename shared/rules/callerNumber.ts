import { normalisePhone } from './contacts'

/** What a caller's number is: a Finnish one, one of another country, something that is no number, withheld, or not known. */
export const callerNumberKinds = ['finnish', 'foreign', 'unreadable', 'withheld', 'none'] as const
export type CallerNumberKind = (typeof callerNumberKinds)[number]

export interface CallerNumber {
  readonly kind: CallerNumberKind
  /** E.164 of a Finnish or foreign one; as typed when it cannot be read; null when there is none. */
  readonly number: string | null
}

/** What exchanges and phones show in place of a number that is withheld. */
const withheldWords =
  /^(anonymous|private|restricted|withheld|unknown|salattu|estetty|piilotettu|tuntematon|hemligt|dolt|okänt)$/i

/**
 * A caller's number as it was typed or pasted. Every text is an ordinary case with a name: nothing is refused, so that no call is
 * lost for its number. Reading and validity: libphonenumber-js, Finnish without a country code.
 */
export function callerNumber(typed: string): CallerNumber {
  const text = typed.trim()
  if (text === '') return { kind: 'none', number: null }
  if (withheldWords.test(text)) return { kind: 'withheld', number: null }
  const phone = normalisePhone(text)
  if (!phone.ok) return { kind: 'unreadable', number: text }
  return { kind: phone.value.startsWith('+358') ? 'finnish' : 'foreign', number: phone.value }
}
