import { electronicFormatIBAN, friendlyFormatIBAN, isValidIBAN } from 'ibantools'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { accept, type Result, refuse } from './result'

// The library takes some thirty times as long, and an import of the register has 100,000 numbers. Only
// numbers whose every form the library would also accept: Finnish mobile numbers of ten digits.
const finnishMobile = /^(?:\+358|0)((?:4\d|50)\d{7})$/

/**
 * A phone number as E.164 ('+358401234567'). Without a country code it is Finnish. Spaces, hyphens and brackets do
 * not matter. Refused: what is not one whole valid number, also one with an extension, which E.164 would lose.
 * Validity: libphonenumber-js.
 */
export function normalisePhone(text: string): Result<string, 'phoneInvalid'> {
  const mobile = finnishMobile.exec(text.replace(/[ -]/g, ''))
  if (mobile) return accept(`+358${mobile[1]}`)
  const phone = parsePhoneNumberFromString(text.trim(), { defaultCountry: 'FI', extract: false })
  return phone?.isValid() && phone.ext === undefined ? accept(phone.number) : refuse('phoneInvalid')
}

/** Long digits in the groups in which Finns read them: 040 123 4567, 09 5767 3000. The library leaves them together. */
const groups: Readonly<Record<number, RegExp>> = {
  6: /(\d{3})(\d{3})/,
  7: /(\d{3})(\d{4})/,
  8: /(\d{4})(\d{4})/,
}
const grouped = (national: string) =>
  national.replace(/\d{6,8}$/, (digits) => digits.replace(groups[digits.length] ?? /$^/, '$1 $2'))

/** A number for the screen: the Finnish national form for +358, otherwise international. Other text as it is. */
export function formatPhone(e164: string): string {
  const phone = parsePhoneNumberFromString(e164, { extract: false })
  if (phone === undefined) return e164
  return phone.countryCallingCode === '358' ? grouped(phone.formatNational()) : phone.formatInternational()
}

const emailPattern =
  /^[^\s@<>()[\]\\,;:"\p{C}]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/**
 * An e-mail address without outer spaces and with its domain in lower case. Lenient on purpose: whether it works,
 * only a message tells. Refused: no or two '@', more than 254 characters, misplaced dots, and every character
 * that could add a header or a second recipient to a message (line ends, control characters, commas, brackets).
 */
export function normaliseEmail(text: string): Result<string, 'emailInvalid'> {
  const email = text.trim()
  if (email.length > 254 || !emailPattern.test(email)) return refuse('emailInvalid')
  const at = email.lastIndexOf('@')
  const name = email.slice(0, at)
  if (name.length > 64 || name.startsWith('.') || name.endsWith('.') || name.includes('..')) {
    return refuse('emailInvalid')
  }
  return accept(name + email.slice(at).toLowerCase())
}

/** A bank account number in electronic form ('FI2112345600000785'). Validity by country: package ibantools. */
export function normaliseIban(text: string): Result<string, 'ibanInvalid'> {
  const iban = electronicFormatIBAN(text.replace(/\s/g, ''))
  return iban !== null && isValidIBAN(iban) ? accept(iban) : refuse('ibanInvalid')
}

/** A bank account number for the screen, in groups of four. */
export function formatIban(iban: string): string {
  return friendlyFormatIBAN(iban) ?? iban
}
