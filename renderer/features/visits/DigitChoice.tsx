import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useShortcut } from '../../app/shortcuts'
import { FieldGroup } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { useTakesFocus } from '../../components/useTakesFocus'

interface DigitChoiceProps<Value extends string> {
  readonly id: string
  readonly label: string
  readonly values: readonly Value[]
  readonly value: Value | ''
  readonly nameOf: (value: Value) => string
  readonly error?: string
  readonly onChoose: (value: Value) => void
}

/** A few choices in a dialog, each on its own digit; the first thing that is asked, so it has the focus. */
export function DigitChoice<Value extends string>(props: DigitChoiceProps<Value>) {
  const { id, label, values, value, nameOf, error, onChoose } = props
  const focused = useTakesFocus<HTMLInputElement>()
  const first = value === '' ? values[0] : value
  return (
    <FieldGroup id={id} label={label} error={error}>
      <RadioGroup
        value={value}
        onChange={(event) => onChoose(event.target.value as Value)}
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
          // The outline of the focus goes round the button, and must not cover the first letter.
          '& .MuiFormControlLabel-label': { pl: 1 },
        }}
      >
        {values.map((each, at) => (
          <FormControlLabel
            key={each}
            value={each}
            control={
              <Radio size="small" slotProps={{ input: { ref: each === first ? focused : undefined } }} />
            }
            label={
              <>
                {nameOf(each)}
                <Digit digit={at + 1} onPress={() => onChoose(each)} />
              </>
            }
          />
        ))}
      </RadioGroup>
    </FieldGroup>
  )
}

function Digit({ digit, onPress }: { readonly digit: number; readonly onPress: () => void }) {
  useShortcut(String(digit), onPress, { inDialog: true })
  return <KeyHint keys={String(digit)} />
}
