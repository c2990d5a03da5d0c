import Box from '@mui/material/Box'
import { highlight } from './highlight'

/** A text with what was typed marked in it: bold and underlined, so that colour is not the sign. */
export function Highlighted({ text, typed }: { readonly text: string; readonly typed: string }) {
  let at = 0
  return (
    <>
      {highlight(text, typed).map((piece) => {
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
