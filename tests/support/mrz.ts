import type { LocalDay } from '#shared/rules/localDay'
import { mrzName } from '#shared/rules/names'

/** What is printed on a document, as far as its machine readable zone says it. */
export interface PrintedDocument {
  /** Three letters; Germany's `DEU` is printed `D<<`. */
  readonly issuingCountry: string
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: LocalDay
  readonly expiresOn: LocalDay
  /** The optional data: on a Finnish document the personal identity code, with `<` or nothing for its sign. */
  readonly optional: string
  /** The document number, at most nine characters. */
  readonly number?: string
}

/** The check digit of ICAO 9303 part 3, section 4.9: weights 7, 3, 1; letters are 10–35 and `<` is 0. */
export const checkDigit = (text: string): string =>
  String(
    Array.from(text, (character, at) => {
      const value = character === '<' ? 0 : Number.parseInt(character, 36)
      return value * [7, 3, 1][at % 3]!
    }).reduce((sum, value) => sum + value, 0) % 10,
  )

const checked = (text: string) => text + checkDigit(text)
const field = (text: string, length: number) => text.toUpperCase().padEnd(length, '<').slice(0, length)
const sixDigits = (day: LocalDay) => day.slice(2).replaceAll('-', '')
const country = (code: string) => field(code === 'DEU' ? 'D' : code, 3)
/** What has no room is cut off, as on the document. */
const names = ({ lastName, firstNames }: PrintedDocument, length: number) =>
  field(`${mrzName(lastName)}<<${mrzName(firstNames)}`, length)

/** The two lines of a passport (TD3, ICAO 9303 part 4). */
export function passportLines(printed: PrintedDocument): readonly [string, string] {
  const number = checked(field(printed.number ?? 'XP1234567', 9))
  const birth = checked(sixDigits(printed.birthDate))
  const expiry = checked(sixDigits(printed.expiresOn))
  const optional = checked(field(printed.optional, 14))
  const issuer = country(printed.issuingCountry)
  const composite = checkDigit(number + birth + expiry + optional)
  return [`P<${issuer}${names(printed, 39)}`, `${number}${issuer}${birth}<${expiry}${optional}${composite}`]
}

/** The three lines of an identity card (TD1, ICAO 9303 part 5). The code of a Finnish card stands in its first line. */
export function cardLines(printed: PrintedDocument): readonly [string, string, string] {
  const first = checked(field(printed.number ?? 'AB1234567', 9)) + field(printed.optional, 15)
  const birth = checked(sixDigits(printed.birthDate))
  const expiry = checked(sixDigits(printed.expiresOn))
  const issuer = country(printed.issuingCountry)
  const rest = field('', 11)
  return [
    `I<${issuer}${first}`,
    `${birth}<${expiry}${issuer}${rest}${checkDigit(first + birth + expiry + rest)}`,
    names(printed, 30),
  ]
}
