import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { type CheckPurpose, checkPurposes } from '#shared/rules/documents'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'

interface PurposeChoiceProps {
  readonly purpose: CheckPurpose
  readonly disabled: boolean
  readonly onChoose: (purpose: CheckPurpose) => void
}

/** What identity is checked for: it decides which documents are accepted. */
export function PurposeChoice({ purpose, disabled, onChoose }: PurposeChoiceProps) {
  const { t } = useTranslation()
  const choose = (at: number) => () => {
    const chosen = checkPurposes[at]
    if (chosen !== undefined && !disabled) onChoose(chosen)
  }
  useShortcut('1', choose(0))
  useShortcut('2', choose(1))
  useShortcut('3', choose(2))
  return (
    <FormControl component="fieldset" disabled={disabled} sx={{ mb: 2 }}>
      <FormLabel component="legend" sx={{ fontWeight: 600, color: 'text.primary', mb: 0.5 }}>
        {t('identity:purpose.title')}
      </FormLabel>
      <RadioGroup
        row
        value={purpose}
        onChange={(event) => onChoose(event.target.value as CheckPurpose)}
        sx={{ columnGap: 2 }}
      >
        {checkPurposes.map((each, at) => (
          <FormControlLabel
            key={each}
            value={each}
            control={<Radio size="small" />}
            label={
              <>
                {t(`identity:purpose.${each}`)}
                <KeyHint keys={String(at + 1)} />
              </>
            }
          />
        ))}
      </RadioGroup>
      <Typography variant="body2" color="text.secondary">
        {t(`identity:accepted.${purpose}`)}
      </Typography>
    </FormControl>
  )
}
