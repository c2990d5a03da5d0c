import { Font } from '@react-pdf/renderer'
// As data in the program's own code: there is then no path to get wrong in a test, a build or a package.
import latinRegular from '../../../resources/fonts/source-sans-3-latin-400-normal.woff?inline'
import latinSemibold from '../../../resources/fonts/source-sans-3-latin-600-normal.woff?inline'
import latinExtRegular from '../../../resources/fonts/source-sans-3-latin-ext-400-normal.woff?inline'
import latinExtSemibold from '../../../resources/fonts/source-sans-3-latin-ext-600-normal.woff?inline'

const families = [
  { family: 'Source Sans 3', regular: latinRegular, semibold: latinSemibold },
  { family: 'Source Sans 3 Extended', regular: latinExtRegular, semibold: latinExtSemibold },
] as const

for (const { family, regular, semibold } of families) {
  Font.register({
    family,
    fonts: [
      { src: regular, fontWeight: 400 },
      { src: semibold, fontWeight: 600 },
    ],
  })
}

// The library hyphenates as if every text were English: words stay whole instead.
Font.registerHyphenationCallback((word) => [word])

/** The face of letters. The free subset comes in two files; what the first lacks (š, ž) is taken from the second. */
export const letterFont: string[] = families.map(({ family }) => family)
