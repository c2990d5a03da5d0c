import { foldName } from './names'

/** The parts of a resident's words that the index keeps apart. */
export const searchColumns = ['name', 'address', 'number', 'email'] as const
export type SearchColumn = (typeof searchColumns)[number]

/** One way in which a term may match: a folded word in some columns, begun or whole. */
export interface SearchAlternative {
  readonly columns: readonly SearchColumn[]
  /** Folded letters and digits only. */
  readonly text: string
  /** True when the word must be there whole, such as a stair or a complete birth date. */
  readonly whole: boolean
}

/** One term of what was typed; a resident is found when every term matches in one of its ways. */
export interface SearchTerm {
  readonly alternatives: readonly SearchAlternative[]
}

/** What a resident is found by. A person under non-disclosure has no homes, phone or e-mail here. */
export interface SearchableResident {
  readonly firstNames: string
  readonly lastName: string
  readonly homes: readonly {
    readonly address: string
    readonly stair: string
    readonly number: string
    readonly postalCode: string
    readonly district: string
  }[]
  /** E.164. */
  readonly phone: string | null
  readonly email: string | null
  readonly identityCode: string | null
  readonly birthDate: string | null
  readonly leaseNos: readonly string[]
}

const maxTerms = 8
const maxWord = 40

/** Folded words of letters and digits. */
export function searchWords(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0)
    .map((word) => word.slice(0, maxWord))
}

/** Remembers the words of texts that come again and again: names and addresses are few beside people and homes. */
function remembering(wordsOf: (text: string) => readonly string[]): typeof wordsOf {
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    const words = wordsOf(text)
    if (known.size < 20_000) known.set(text, words)
    return words
  }
}

/** O'Brien is found by `o'brien`, `brien` and `obrien`. */
const nameWords = remembering((name) => [
  ...searchWords(name),
  ...(/['’]/.test(name) ? searchWords(name.replace(/['’]/g, '')) : []),
])

/** `12A3` is written `12 A 3` as well: words part where letters and digits meet. */
const partedWords = (text: string) => searchWords(text).flatMap((word) => word.match(/\d+|[^\d]+/g) ?? [])
const addressWords = remembering(partedWords)

// The sign of a personal identity code tells people apart, and '-' and '+' are no letters: they stand as letters that no
// code uses as a sign.
const codeWord = (code: string) => code.toLowerCase().replace('-', 'm').replace('+', 'p')

/** A phone number as it is dialled in Finland, or with its country code; digits only. */
function phoneWord(digits: string): string {
  const international = digits.replace(/^\+/, '').replace(/^00/, '')
  const abroad = digits.startsWith('+') || digits.startsWith('00')
  if (!abroad) return digits
  return international.startsWith('358') ? `0${international.slice(3)}` : international
}

const leaseWord = (text: string) =>
  foldName(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, maxWord)

const birthWord = (day: string) => `b${day.slice(8, 10)}${day.slice(5, 7)}${day.slice(0, 4)}`

/** The words of one resident, by column, separated by spaces. */
export function searchDocument(resident: SearchableResident): Readonly<Record<SearchColumn, string>> {
  const unique = (words: readonly string[]) => [...new Set(words)].join(' ')
  const numbers = [
    ...(resident.phone ? [phoneWord(resident.phone)] : []),
    ...(resident.identityCode ? [codeWord(resident.identityCode)] : []),
    ...(resident.birthDate ? [birthWord(resident.birthDate)] : []),
    ...resident.leaseNos.flatMap((leaseNo) => [leaseWord(leaseNo), ...(leaseNo.match(/\d{4,}/g) ?? [])]),
  ]
  return {
    name: unique([resident.lastName, ...resident.firstNames.split(' ')].flatMap(nameWords)),
    address: unique(
      resident.homes
        .flatMap(({ address, postalCode, district, stair, number }) => [
          address,
          postalCode,
          district,
          stair,
          number,
        ])
        .flatMap(addressWords),
    ),
    number: unique(numbers),
    email: resident.email ? unique(searchWords(resident.email)) : '',
  }
}

const one = (columns: readonly SearchColumn[], text: string, whole = false): SearchAlternative => ({
  columns,
  text,
  whole,
})

const codePattern = /^\d{6}[-+a-fu-y]\d{0,3}[0-9a-z]?$/i
const dayPattern = /^(\d{1,2})\.(\d{1,2})\.(\d{0,4})$/
const isoDayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const leasePattern = /^[a-z]{1,3}-?\d{4,}$/i
/** A phone number from its beginning: `+`, `0` or a bracket, and digits. */
const phonePattern = /^(?=[+0(])\+?[\d()/-]{2,}$/
const digitsPattern = /^[\d()/-]+$/

/** A birth date as far as it has been typed: `4.7.`, `4.7.19`, `4.7.1985`, and `4.7.85` for either century. */
function dayTerm(day: string, month: string, year: string): SearchTerm {
  const begun = `b${day.padStart(2, '0')}${month.padStart(2, '0')}`
  if (year.length === 4) return { alternatives: [one(['number'], begun + year, true)] }
  const centuries =
    year.length === 2 ? ['19', '20'].map((century) => one(['number'], begun + century + year, true)) : []
  return { alternatives: [one(['number'], begun + year), ...centuries] }
}

/** `040785-1` begins a code, and may be a phone number with a hyphen. */
function codeTerm(typed: string): SearchTerm {
  const code = one(['number'], codeWord(typed))
  return { alternatives: typed[6] === '-' ? [code, one(['number'], typed.replace('-', ''))] : [code] }
}

function phoneTerm(typed: string): SearchTerm {
  // `+358 (0)40`: the zero in brackets is dialled in Finland only.
  const digits = typed.replace(/^((?:\+|00)\d+)\(0\)/, '$1').replace(/(?!^\+)\D/g, '')
  const alternatives = [one(['number'], phoneWord(digits))]
  // `00530` is a postal code before it is the beginning of a number abroad.
  if (digits.length <= 5 && !digits.startsWith('+')) alternatives.push(one(['address', 'number'], digits))
  // `000123` is the number of a lease before it is the beginning of a number abroad.
  else if (digits.startsWith('00')) alternatives.push(one(['number'], digits))
  return { alternatives: alternatives.filter(({ text }) => text.length > 0) }
}

/** A word of letters, of digits, or of both. */
function wordTerms(word: string): SearchTerm[] {
  if (/^\d+$/.test(word)) {
    const alternatives = [one(['address'], word)]
    if (word.length >= 3) alternatives.push(one(['number'], word))
    return [{ alternatives }]
  }
  if (/^\d+[a-z]{1,2}\d*$|^[a-z]\d{1,4}[a-z]?$/.test(word)) {
    return partedWords(word).map((part) => ({ alternatives: [one(['address'], part, /^[a-z]/.test(part))] }))
  }
  if (word.length === 1) return [{ alternatives: [one(['name'], word), one(['address'], word, true)] }]
  return [{ alternatives: [one(['name', 'address', 'email'], word)] }]
}

/** Digits that go on with a phone number: not a postal code or another number, which begin with 0. */
const continuesPhone = (piece: string) => digitsPattern.test(piece) && !/^0\d{4}$/.test(piece)

/** Pieces between spaces, with those of one phone number put together. */
function pieces(text: string): string[] {
  const parts: string[] = []
  for (const piece of text.normalize('NFC').trim().split(/\s+/)) {
    const last = parts.at(-1)
    if (last !== undefined && phonePattern.test(last) && continuesPhone(piece))
      parts[parts.length - 1] = last + piece
    else if (piece !== '') parts.push(piece)
  }
  return parts
}

function termsOf(piece: string): SearchTerm[] {
  const day = dayPattern.exec(piece)
  const isoDay = isoDayPattern.exec(piece)
  if (codePattern.test(piece)) return [codeTerm(piece)]
  if (day) return [dayTerm(day[1]!, day[2]!, day[3]!)]
  if (isoDay) return [dayTerm(isoDay[3]!, isoDay[2]!, isoDay[1]!)]
  if (phonePattern.test(piece)) return [phoneTerm(piece)]
  if (leasePattern.test(piece)) return [{ alternatives: [one(['number'], leaseWord(piece))] }]
  return searchWords(piece).flatMap(wordTerms)
}

/**
 * What was typed, as terms that all must match. Words of a name come in any order; å ä ö and a o are alike; a phone
 * number may have spaces, hyphens or a country code; a birth date is `4.7.1985` or `1985-07-04`; a personal identity
 * code counts with its sign; a lease number with or without its letters. Nothing for fewer than two letters or digits.
 */
export function parseSearch(text: string): SearchTerm[] {
  const terms = pieces(text)
    .flatMap(termsOf)
    .filter(({ alternatives }) => alternatives.length > 0)
    .slice(0, maxTerms)
  const typed = terms.reduce((sum, { alternatives }) => sum + alternatives[0]!.text.length, 0)
  return typed < 2 ? [] : terms
}

/** The columns in which a resident's words match what was typed: what the search says it found somebody by. */
export function matchedColumns(
  terms: readonly SearchTerm[],
  document: Readonly<Record<SearchColumn, string>>,
): ReadonlyMap<SearchColumn, readonly string[]> {
  const matched = new Map<SearchColumn, string[]>()
  for (const { alternatives } of terms) {
    for (const { columns, text, whole } of alternatives) {
      for (const column of columns) {
        const words = document[column]
          .split(' ')
          .filter((word) => (whole ? word === text : word.startsWith(text)))
        if (words.length > 0 && words[0] !== '')
          matched.set(column, [...(matched.get(column) ?? []), ...words])
      }
    }
  }
  return matched
}
