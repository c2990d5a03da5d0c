import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import OutlinedInput from '@mui/material/OutlinedInput'
import { describedBy } from '../../components/FormField'
import type { AdviceField } from './adviceForm'
import { type AdviceForm, idOf } from './useAdvice'

interface AmountFieldProps {
  readonly form: AdviceForm
  readonly field: AdviceField
  readonly value: string
  /** The id of the rule beside it, that is read with it. */
  readonly rule?: string
  readonly onType: (text: string) => void
}

/** An amount in a row that already says what it is: the field, and what is wrong under it. */
export function AmountField({ form, field, value, rule, onType }: AmountFieldProps) {
  const id = idOf(field)
  const problem = form.problem(field)
  const described = [rule, describedBy(id, undefined, problem)].filter(Boolean).join(' ')
  return (
    <Box>
      <OutlinedInput
        id={id}
        size="small"
        fullWidth
        value={value}
        error={problem !== undefined}
        endAdornment={
          <Box component="span" aria-hidden sx={{ ml: 0.5 }}>
            €
          </Box>
        }
        onBlur={() => form.leave(field)}
        onChange={(event) => onType(event.target.value)}
        inputProps={{
          inputMode: 'decimal',
          maxLength: 60,
          autoComplete: 'off',
          'aria-label': form.label(field),
          'aria-describedby': described || undefined,
          style: { textAlign: 'right' },
        }}
      />
      {problem !== undefined && (
        <FormHelperText id={`${id}-error`} error sx={{ mx: 0 }}>
          {problem}
        </FormHelperText>
      )}
    </Box>
  )
}
