import { type Details, type FieldName, parse, states } from 'mrz'
import type { DocumentData, DocumentKind } from './documents'
import { isLocalDay, type LocalDay } from './localDay'
import { checkCharacter } from './personalIdentityCode'
import { accept, type Result, refuse } from './result'

/**
 * Why a scan gives no data. `mrzFormat`: not a machine readable zone, or one with characters where they cannot
 * be; `mrzCheckDigit`: misread or altered, scan again; `mrzUnsupported`: a zone of another kind (a visa, a
 * national format) or without a full birth or expiry date: type the details from the document.
 */
export type MrzRefusal = 'mrzFormat' | 'mrzCheckDigit' | 'mrzUnsupported'

// Characters in all and in a line: passport TD3, card TD1, card TD2 (ICAO 9303 parts 4–6).
const lineLengths: Readonly<Record<number, number>> = { 88: 44, 90: 30, 72: 36 }

/**
 * Splits a scan into the lines of a machine readable zone, or null. Scanners type lines apart by Enter, Tab, a
 * space or nothing, so all white space goes and the total length says the format.
 */
function splitLines(text: string): readonly string[] | null {
  const characters = text.replace(/[\s\p{Cc}]+/gu, '').toUpperCase()
  const length = lineLengths[characters.length]
  if (length === undefined || !/^[A-Z0-9<]+$/.test(characters)) return null
  return Array.from({ length: characters.length / length }, (_, at) =>
    characters.slice(at * length, (at + 1) * length),
  )
}

/**
 * Whether text typed into any field is a scanner reading a document, so that the page can take it: begins as a
 * passport (P) or a card (I, A, C), has the filler '<<' and at least 30 characters.
 */
export function looksLikeMrz(text: string): boolean {
  const firstLine = text.trim().split(/\s/)[0] ?? ''
  return firstLine.length >= 30 && /^[PIAC][A-Z<][A-Z<]{3}/i.test(firstLine) && text.includes('<<')
}

/**
 * The kind of document by its code (ICAO 9303 part 4 and 5). The second letter is the issuer's own; residence
 * permits use R by EU practice and crew certificates are AC: neither is an identity card, so the Resident Portal
 * does not take them. A clerk who sees that the card is one can type the details.
 */
function kindOf(code: string): DocumentKind | null {
  if (code.startsWith('P')) return 'passport'
  if (!/^[IAC]/.test(code)) return null
  return code[1] === 'R' || code === 'AC' ? 'otherPhotoId' : 'identityCard'
}

/**
 * Whether a three-letter code is of a state or organisation that issues documents: ICAO 9303 part 3, section 5,
 * as listed by package mrz, and UTO, the country of ICAO's specimens.
 */
export function isIssuingCountry(code: string): boolean {
  return code === 'UTO' || (code.length === 3 && Object.hasOwn(states, code))
}

const dayOf = (century: string, yymmdd: string): LocalDay | null => {
  const day = `${century}${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`
  return isLocalDay(day) ? day : null
}

/** The latest day not after today that the six digits can mean: nobody is born in the future. */
function birthDateOf(yymmdd: string, today: LocalDay): LocalDay | null {
  const recent = dayOf('20', yymmdd)
  return recent !== null && recent <= today ? recent : dayOf('19', yymmdd)
}

/** Last and first names from a name field: the first '<<' parts them, '<' stands for a space or a hyphen. */
function namesOf(field: string): { readonly lastName: string; readonly firstNames: string } {
  const [lastName = '', ...firstNames] = field.split('<<')
  const words = (text: string) => text.replace(/<+/g, ' ').trim()
  return { lastName: words(lastName), firstNames: words(firstNames.join('<')) }
}

/**
 * The Finnish personal identity code in the optional data, as it stands there: with the sign, with '<' for it,
 * or without it. Only Finland (and Utopia, the country of ICAO's specimens) puts one there, and other countries'
 * numbers can look like one (a Danish number begins with the birth date too), so all of it has to agree.
 */
function codeIn(fields: readonly string[], country: string, yymmdd: string): string | null {
  if (country !== 'FIN' && country !== 'UTO') return null
  const date = yymmdd.slice(4, 6) + yymmdd.slice(2, 4) + yymmdd.slice(0, 2)
  for (const field of fields) {
    const code = /^(\d{6})[<A-FU-Y]?(\d{3})([0-9A-Y])$/.exec(field.replace(/^<+|<+$/g, ''))
    if (code?.[1] === date && checkCharacter(date + code[2]) === code[3]) return code[0]
  }
  return null
}

const checkDigits: readonly FieldName[] = [
  'documentNumberCheckDigit',
  'birthDateCheckDigit',
  'expirationDateCheckDigit',
  'personalNumberCheckDigit',
  'compositeCheckDigit',
]

/**
 * Reads a machine readable zone as a scanner types it, in either case, with or without line ends: passports
 * (TD3) and identity cards (TD1, TD2). Every check digit must be right. What comes out has neither the document
 * number nor the lines: throw the text away. Birth dates get the latest century that is not in the future,
 * expiry dates 20xx. Source: ICAO 9303 parts 3–6.
 */
export function readMrz(text: string, today: LocalDay): Result<DocumentData, MrzRefusal> {
  const lines = splitLines(text)
  if (lines === null) return refuse('mrzFormat')
  const [first = '', second = ''] = lines
  const kind = kindOf(first.slice(0, 2).replace('<', ''))
  if (kind === null) return refuse(/^V/.test(first) ? 'mrzUnsupported' : 'mrzFormat')

  // The parser's own verdict also refuses issuers that it does not know, so its details are read instead.
  const zone = parse(lines)
  if (zone.format !== 'TD1' && zone.format !== 'TD2' && zone.format !== 'TD3') return refuse('mrzUnsupported')
  const detail = (field: FieldName): Details | undefined => zone.details.find((one) => one.field === field)
  if (checkDigits.some((field) => detail(field)?.valid === false)) return refuse('mrzCheckDigit')

  const isCard = zone.format === 'TD1'
  const country = first.slice(2, 5).replaceAll('<', '')
  const names = namesOf(isCard ? (lines[2] ?? '') : first.slice(5))
  if (!/^[A-Z]{1,3}$/.test(country) || !/^[A-Z ]+$/.test(names.lastName + names.firstNames)) {
    return refuse('mrzFormat')
  }
  const birth = isCard ? second.slice(0, 6) : second.slice(13, 19)
  const birthDate = birthDateOf(birth, today)
  const expiresOn = dayOf('20', isCard ? second.slice(8, 14) : second.slice(21, 27))
  if (birthDate === null || expiresOn === null) return refuse('mrzUnsupported')
  const optional = isCard ? [first.slice(15, 30), second.slice(18, 29)] : [second.slice(28, -2)]
  return accept({
    kind,
    issuingCountry: country === 'D' ? 'DEU' : country,
    ...names,
    birthDate,
    expiresOn,
    personalIdentityCode: codeIn(optional, country, birth),
    source: 'mrz',
  })
}
