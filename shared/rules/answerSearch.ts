import { searchWords } from './search'

/** What an answer is found by, in one language. */
export interface AnswerWords {
  readonly title: string
  readonly words: string
  readonly text: string
}

/** How well a typed word fits: it begins a word of the title, of the other words, or of the text. */
const weights = { title: 9, words: 4, text: 1 } as const

/**
 * How well an answer fits what was typed, more being better; null when it does not. Every typed word begins a word of the answer, in any
 * order, in one of its languages: whoever asks in English is found the answer that was written in all three. Nothing typed fits all.
 */
export function answerFits(typed: string, languages: readonly AnswerWords[]): number | null {
  const terms = searchWords(typed)
  if (terms.length === 0) return 0
  const fits = languages.flatMap((language) => {
    const parts = (['title', 'words', 'text'] as const).map((part) => ({
      weight: weights[part],
      words: searchWords(language[part]),
    }))
    const best = terms.map((term) =>
      Math.max(
        0,
        ...parts.map(({ weight, words }) => {
          if (words.includes(term)) return weight * 2
          return words.some((word) => word.startsWith(term)) ? weight : 0
        }),
      ),
    )
    return best.includes(0) ? [] : [best.reduce((sum, one) => sum + one, 0)]
  })
  return fits.length === 0 ? null : Math.max(...fits)
}
