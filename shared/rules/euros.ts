import { accept, type Result, refuse } from './result'

/** Why a typed amount is none. */
export type EurosRefusal = 'notAmount' | 'amountTooLarge'

/** The largest amount that is taken, in cents: a hundred million euros. */
export const mostCents = 10_000_000_000

const oneAmount = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?$|^\d+(?:[.,]\d{1,2})?$/

/**
 * Reads euros as staff type them, as whole cents: 1234, 1 234,50 or 1234.5, with or without €; a plus between several adds
 * them (1800+950). A dot or a comma before three digits is not read: it would have to be guessed what it means.
 */
export function parseEuros(text: string): Result<number, EurosRefusal> {
  let cents = 0
  for (const part of text.split('+')) {
    const typed = part.replace(/€/g, '').trim()
    if (!oneAmount.test(typed)) return refuse('notAmount')
    const [euros = '', fraction = ''] = typed.replace(/[ \u00a0\u202f]/g, '').split(/[.,]/)
    // Longer than the largest amount: what it is exactly no longer matters, and a number could not hold it.
    if (euros.replace(/^0+/, '').length > 10) return refuse('amountTooLarge')
    cents += Number(euros) * 100 + Number(fraction.padEnd(2, '0'))
  }
  return cents > mostCents ? refuse('amountTooLarge') : accept(cents)
}
