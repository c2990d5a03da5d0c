import { type BoardText, boardLanguages, wordsOf } from './words'

interface WordsProps {
  readonly of: BoardText
  readonly className?: string
}

/** A text in three languages, each said to be what it is, so that it is read out as it should be. */
export function Words({ of, className }: WordsProps) {
  const words = wordsOf(of)
  return (
    <span className={`words ${className ?? ''}`}>
      {boardLanguages.map((language) => (
        <span key={language} lang={language}>
          {words[language]}
        </span>
      ))}
    </span>
  )
}
