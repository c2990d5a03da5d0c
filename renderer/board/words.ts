import type { Language } from '#shared/contract/base'
import en from '../i18n/en/board.json'
import fi from '../i18n/fi/board.json'
import sv from '../i18n/sv/board.json'

/** A text of the board, as the program's other texts are named. */
export type BoardText = `board:${keyof typeof fi}`

/** The order in which the languages stand on the board. */
export const boardLanguages = ['fi', 'sv', 'en'] as const satisfies readonly Language[]

/** A text in the three languages. The board speaks all of them at once: nobody in the waiting room has chosen one. */
export function wordsOf(text: BoardText): Readonly<Record<Language, string>> {
  const key = text.slice('board:'.length) as keyof typeof fi
  return { fi: fi[key], sv: sv[key], en: en[key] }
}
