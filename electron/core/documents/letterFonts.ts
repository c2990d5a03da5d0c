import { Font } from '@react-pdf/renderer'
// As data in the program's own code: there is then no path to get wrong in a test, a build or a package.
import latinRegular from '../../../resources/fonts/source-sans-3-latin-400-normal.woff?inline'
import latinSemibold from '../../../resources/fonts/source-sans-3-latin-600-normal.woff?inline'
import latinExtRegular from '../../../resources/fonts/source-sans-3-latin-ext-400-normal.woff?inline'
import latinExtSemibold from '../../../resources/fonts/source-sans-3-latin-ext-600-normal.woff?inline'

const faces = [
  { fontFamily: 'Source Sans 3', fontWeight: 400, src: latinRegular },
  { fontFamily: 'Source Sans 3', fontWeight: 600, src: latinSemibold },
  { fontFamily: 'Source Sans 3 Extended', fontWeight: 400, src: latinExtRegular },
  { fontFamily: 'Source Sans 3 Extended', fontWeight: 600, src: latinExtSemibold },
] as const

for (const { fontFamily, fontWeight, src } of faces) Font.register({ family: fontFamily, fontWeight, src })

// The library hyphenates as if every text were English: words stay whole instead.
Font.registerHyphenationCallback((word) => [word])

/**
 * The face of letters, in the weights 400 and 600. The free face comes in two files: what the first lacks (š, ž) is
 * taken from the second. A letter that neither has comes out wrong, so a text of unknown letters is to be tested.
 */
export const letterFont: string[] = ['Source Sans 3', 'Source Sans 3 Extended']

const known = new Set<number>()

/**
 * A text that somebody typed with a question mark for each letter that no face has, such as an emoji; to be asked after
 * `prepareLetterFonts`. Line ends stay.
 */
export const withKnownLetters = (text: string): string =>
  [...text]
    .map((letter) => (letter === '\n' || known.has(letter.codePointAt(0) ?? 0) ? letter : '?'))
    .join('')

/**
 * Makes the faces ready; to be awaited before a letter is rendered. The library keeps the first sight of each glyph,
 * and one first seen as a part of another (the o of ö) stays without its letter: the page looks right but cannot be
 * searched, copied or read aloud. So every letter is looked at as itself first.
 */
export async function prepareLetterFonts(): Promise<void> {
  for (const face of faces) {
    await Font.load(face)
    const { data } = Font.getFont(face)
    for (const codePoint of data?.characterSet ?? []) {
      data?.glyphForCodePoint(codePoint)
      known.add(codePoint)
    }
  }
}
