import { isLocalDay, type LocalDay } from './localDay'
import { accept, type Result, refuse } from './result'

/** A personal identity code that has been found sound. */
export interface PersonalIdentityCode {
  /** All 11 characters in upper case. The sign distinguishes people: compare and store every character. */
  readonly code: string
  readonly birthDate: LocalDay
  /** Individual number 900–999: a temporary code, never in the population register. */
  readonly temporary: boolean
}

export type PersonalIdentityCodeRefusal = 'codeFormat' | 'codeDate' | 'codeFuture' | 'codeCheckCharacter'

// dvv.fi, hetu-uudistus. In a pattern the hyphen comes first in its bracket.
const pattern = /^\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]$/
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY'

/** The first two digits of the birth year that a sign stands for, or null for a sign that is not in use. */
function centuryOf(sign: string): string | null {
  if (sign === '+') return '18'
  if (sign === '-' || (sign >= 'U' && sign <= 'Y')) return '19'
  return sign >= 'A' && sign <= 'F' ? '20' : null
}

/** The check character of the nine digits DDMMYYNNN: their remainder by 31. The sign is not in the sum (dvv.fi). */
export function checkCharacter(digits9: string): string {
  return checkCharacters.charAt(Number(digits9) % 31)
}

/**
 * Reads a personal identity code (henkilötunnus) as typed: outer spaces and lower case are accepted.
 * Refusals, the first that applies: `codeFormat` (not the shape, or an individual number under 002, which is
 * never given), `codeDate` (no such day), `codeFuture` (born after today), `codeCheckCharacter`. Source: dvv.fi.
 */
export function parsePersonalIdentityCode(
  text: string,
  today: LocalDay,
): Result<PersonalIdentityCode, PersonalIdentityCodeRefusal> {
  const code = text.trim().toUpperCase()
  if (!pattern.test(code)) return refuse('codeFormat')
  const individualNumber = code.slice(7, 10)
  if (individualNumber < '002') return refuse('codeFormat')
  const birthDate = `${centuryOf(code.charAt(6))}${code.slice(4, 6)}-${code.slice(2, 4)}-${code.slice(0, 2)}`
  if (!isLocalDay(birthDate)) return refuse('codeDate')
  if (birthDate > today) return refuse('codeFuture')
  if (checkCharacter(code.slice(0, 6) + individualNumber) !== code.charAt(10)) {
    return refuse('codeCheckCharacter')
  }
  return accept({ code, birthDate, temporary: individualNumber >= '900' })
}

/**
 * A code for the screen: birth part and sign kept, the last four characters hidden ('040785-••••'). Text of
 * another length is hidden whole, so that a mistyped code never shows what should be hidden.
 */
export function maskPersonalIdentityCode(code: string): string {
  return code.length === 11 ? `${code.slice(0, 7)}••••` : '•'.repeat(code.length)
}

/**
 * Builds a valid code. `individualNumber` is 2–999; fixtures and practice data take 900–999 only, so that they
 * never name a real person. `sign` is by default the century's first: '+', '-' or 'A'.
 * Throws RangeError on values of which no code can be made: the caller is a program, not a person typing.
 */
export function formatPersonalIdentityCode(
  birthDate: LocalDay,
  individualNumber: number,
  sign: string = birthDate < '1900' ? '+' : birthDate < '2000' ? '-' : 'A',
): string {
  const century = birthDate.slice(0, 2)
  if (!isLocalDay(birthDate) || sign.length !== 1 || centuryOf(sign) !== century) {
    throw new RangeError('the sign and the birth date do not make a personal identity code')
  }
  if (!Number.isInteger(individualNumber) || individualNumber < 2 || individualNumber > 999) {
    throw new RangeError('an individual number is 2–999')
  }
  const date = birthDate.slice(8) + birthDate.slice(5, 7) + birthDate.slice(2, 4)
  const number = String(individualNumber).padStart(3, '0')
  return date + sign + number + checkCharacter(date + number)
}
