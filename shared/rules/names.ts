/** A person's names as one source writes them; given names are separated by spaces. */
export interface PersonName {
  readonly firstNames: string
  readonly lastName: string
}

/** Names read from a document. `manual` says a person typed them, so nothing was cut for lack of room. */
export interface DocumentName extends PersonName {
  readonly source?: 'mrz' | 'manual'
}

export type NameComparison = 'same' | 'partial' | 'different'

// Letters that Unicode does not take apart into a basic letter and a mark.
const wholeLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'q',
  ĳ: 'ij',
}

const _wholeLetter = new RegExp(`[${Object.keys(wholeLetters).join('')}]`, 'g')

const wholeLetter = new RegExp(`[${Object.keys(wholeLetters).join('')}]`, 'g')

// ICAO 9303 part 3, section 6: letters whose transliteration is not just the letter without its mark.
const mrzDigraphs: Readonly<Record<string, string>> = { å: 'aa', ä: 'ae', ö: 'oe', ø: 'oe', ü: 'ue' }

const apostrophes = /['’‘ʼʻ`´]/gu

/** Lower-case letters without their marks; the marks go first, so that ǿ is o too. */
function basicLetters(text: string): string {
  // Most of what an import of 100,000 people folds has no letter to take apart.
  if (/^[ -~]*$/.test(text)) return text
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(wholeLetter, (letter) => wholeLetters[letter] ?? letter)
}

/**
 * A name for searching: lower case, no diacritics (å→a, ö→o, ø→o, æ→ae, ß→ss, ð→d, þ→th, ł→l), apostrophes and
 * hyphens as spaces, single spaces. Folding a folded text changes nothing.
 */
export function foldName(text: string): string {
  return basicLetters(text.normalize('NFC').replace(apostrophes, ' ').toLowerCase())
    .replace(/[\p{Pd}\p{Z}\s]+/gu, ' ')
    .trim()
}

/**
 * A name as a machine readable zone writes it (ICAO 9303 part 3, section 4.6 and 6): Å→AA, Ä→AE, Ö→OE, Ø→OE,
 * Æ→AE, Ü→UE, ß→SS, É→E; hyphens, spaces and commas become '<'; apostrophes and full stops are left out, as
 * are letters that are not Latin.
 */
export function mrzName(text: string): string {
  const letters = Array.from(
    text.normalize('NFC').replace(apostrophes, '').toLowerCase(),
    (letter) => mrzDigraphs[letter] ?? letter,
  ).join('')
  return basicLetters(letters)
    .toUpperCase()
    .replace(/[\p{Pd}\p{Z}\s,<]+/gu, '<')
    .replace(/[^A-Z<]/g, '')
    .replace(/^<+|<+$/g, '')
}

// How the same letter may stand in a document: its own mark dropped, or as ICAO 9303 writes it.
const spellings: Readonly<Record<string, readonly string[]>> = {
  å: ['a', 'aa'],
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ø: ['o', 'oe'],
  ü: ['u', 'ue', 'uxx'],
  æ: ['ae', 'a'],
  ñ: ['n', 'nxx'],
}

const spellingsOf = (letter: string): readonly string[] =>
  spellings[letter] ?? (basicLetters(letter) === letter ? [] : [basicLetters(letter)])

/** The words of a name in lower case; apostrophes are dropped because a machine readable zone has none. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(apostrophes, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')

/**
 * Whether two texts can be spellings of one. Only a marked letter may differ, so 'Aalto' is not 'Alto' but
 * 'Ålander' is 'Aalander' and 'Alander'. Dead ends are remembered: odd input must not take exponential time.
 */
function sameSpelling(left: string, right: string, deadEnds = new Set<string>()): boolean {
  if (left === right) return true
  const [a = '', b = ''] = [left.charAt(0), right.charAt(0)]
  if (a === '' || b === '') return false
  const key = `${left}|${right}`
  if (deadEnds.has(key)) return false
  const found =
    (a === b && sameSpelling(left.slice(1), right.slice(1), deadEnds)) ||
    spellingsOf(a).some((spelling) => sameSpelling(spelling + left.slice(1), right, deadEnds)) ||
    spellingsOf(b).some((spelling) => sameSpelling(left, spelling + right.slice(1), deadEnds))
  if (!found) deadEnds.add(key)
  return found
}

const sameName = (register: string, document: string) =>
  sameSpelling(wordsOf(register).join(''), wordsOf(document).join(''))

/** Whether every word of one side is on the other side, each found once. */
function isSubset(few: readonly string[], many: readonly string[]): boolean {
  const left = [...many]
  return few.every((word) => {
    const at = left.findIndex((other) => sameSpelling(word, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

// Room for the names, with the two fillers between them, on a passport (TD3), a card (TD1) and a TD2 card.
const nameRoom: readonly number[] = [39, 30, 31]

/**
 * Whether the document's names are the register's, cut for lack of room: the field is full to its last
 * character, and each word begins the register's word in the same place (ICAO 9303 part 3, section 4.6).
 */
function isTruncation(register: PersonName, document: DocumentName): boolean {
  if (document.source === 'manual') return false
  const onDocument = [mrzName(document.lastName), mrzName(document.firstNames)] as const
  if (!nameRoom.includes(onDocument.filter((name) => name !== '').join('<<').length)) return false
  const begins = (full: readonly string[], cut: readonly string[]) =>
    cut.length <= full.length && cut.every((word, at) => full[at]?.startsWith(word))
  const words = (name: string) => name.split('<').filter((word) => word !== '')
  const full = [mrzName(register.lastName), mrzName(register.firstNames)] as const
  return begins(words(full[0]), words(onDocument[0])) && begins(words(full[1]), words(onDocument[1]))
}

/**
 * Compares the register's names with a document's, field by field. The last name is `same` or `different`; the
 * first names are `partial` when one side has only some of the other's (a call name, another order).
 * Either transliteration of å, ä, ö, ü … counts as the same letter, and hyphens and spaces do not count.
 */
export function compareNameFields(
  register: PersonName,
  document: DocumentName,
): { readonly firstNames: NameComparison; readonly lastName: 'same' | 'different' } {
  if (isTruncation(register, document)) return { firstNames: 'same', lastName: 'same' }
  const lastName = sameName(register.lastName, document.lastName) ? 'same' : 'different'
  if (sameName(register.firstNames, document.firstNames)) return { firstNames: 'same', lastName }
  const [inRegister, onDocument] = [wordsOf(register.firstNames), wordsOf(document.firstNames)]
  const [few, many] =
    inRegister.length <= onDocument.length ? [inRegister, onDocument] : [onDocument, inRegister]
  const partial = few.length > 0 && isSubset(few, many)
  return { firstNames: partial ? 'partial' : 'different', lastName }
}

/**
 * Compares whole names: `same`; `partial` when the last name is the same and one side's given names are a
 * non-empty subset of the other's; otherwise `different`. It knows letters only: who the person is, is
 * judged with the birth date, the personal identity code and the photo.
 */
export function compareNames(register: PersonName, document: DocumentName): NameComparison {
  const { firstNames, lastName } = compareNameFields(register, document)
  return lastName === 'same' ? firstNames : 'different'
}
