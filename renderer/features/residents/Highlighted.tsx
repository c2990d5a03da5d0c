import Box from '@mui/material/Box'
import { highlight, highlightNumber } from './highlight'

interface HighlightedProps {
  readonly text: string
  readonly typed: string
  /** A phone number, whose digits are typed with or without its spaces. */
  readonly isNumber?: boolean
}

/** A text with what was typed marked in it: bold and underlined, so that colour is not the sign. */
export function Highlighted({ text, typed, isNumber = false }: HighlightedProps) {
  let at = 0
  return (
    <>
      {(isNumber ? highlightNumber : highlight)(text, typed).map((piece) => {
        const key = at
        at += piece.text.length
        return piece.found ? (
          <Box
            component="mark"
            key={key}
            sx={{ color: 'inherit', bgcolor: 'transparent', fontWeight: 600, textDecoration: 'underline' }}
          >
            {piece.text}
          </Box>
        ) : (
          piece.text
        )
      })}
    </>
  )
}
