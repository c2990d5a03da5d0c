import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { FieldGroup } from '../../components/FormField'

interface TicksProps<Name extends string> {
  readonly label: string
  readonly names: readonly Name[]
  readonly chosen: readonly Name[]
  readonly words: (name: Name) => string
  readonly onChange: (chosen: readonly Name[]) => void
}

/** Boxes to tick under their rule, in two columns where there is room. */
export function Ticks<Name extends string>({ label, names, chosen, words, onChange }: TicksProps<Name>) {
  return (
    <FieldGroup label={label}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          columnGap: 2,
        }}
      >
        {names.map((name) => (
          <FormControlLabel
            key={name}
            sx={{ alignItems: 'flex-start', '& .MuiFormControlLabel-label': { pt: 0.75 } }}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(name)}
                onChange={(_, on) =>
                  onChange(on ? [...chosen, name] : chosen.filter((each) => each !== name))
                }
              />
            }
            label={words(name)}
          />
        ))}
      </Box>
    </FieldGroup>
  )
}
