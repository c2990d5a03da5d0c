import Box from '@mui/material/Box'
import { useSingleKeys } from '../app/shortcuts'

/**
 * The key beside what it does: `<Button aria-keyshortcuts="I">Identify <KeyHint keys="I" /></Button>`. A single key is
 * shown only while single-key shortcuts are on. Screen readers get it from `aria-keyshortcuts` instead.
 */
export function KeyHint({ keys }: { readonly keys: string }) {
  const singleKeys = useSingleKeys()
  if (keys.length === 1 && !singleKeys) return null
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        ml: 1,
        px: 0.75,
        border: 1,
        borderColor: 'currentcolor',
        fontFamily: 'inherit',
        fontSize: 14,
        lineHeight: '20px',
        opacity: 0.85,
      }}
    >
      {keys}
    </Box>
  )
}
