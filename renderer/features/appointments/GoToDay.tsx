import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDay } from '#shared/rules/localDay'
import { describedBy } from '../../components/FormField'
import { readDay } from './days'

interface GoToDayProps {
  readonly today: LocalDay
  readonly onDay: (day: LocalDay) => void
}

/** Goes to a day that is typed, with Enter or on leaving the field. */
export function GoToDay({ today, onDay }: GoToDayProps) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const go = () => {
    if (text.trim() === '') {
      setWrong(false)
      return
    }
    const day = readDay(text, today)
    setWrong(day === null)
    if (day === null) return
    setText('')
    onDay(day)
  }
  return (
    <Box sx={{ ml: 'auto', display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
      <FormLabel htmlFor={id} sx={{ fontWeight: 400 }}>
        {t('appointments:chooser.goTo')}
      </FormLabel>
      <OutlinedInput
        id={id}
        size="small"
        value={text}
        error={wrong}
        onChange={(event) => setText(event.target.value)}
        onBlur={go}
        onKeyDown={(event) => {
          // Enter would save the form around this field.
          if (event.key !== 'Enter' || event.ctrlKey) return
          event.preventDefault()
          go()
        }}
        inputProps={{
          maxLength: 10,
          autoComplete: 'off',
          placeholder: '2.12.',
          'aria-describedby': describedBy(id, true, wrong ? true : undefined),
        }}
        sx={{ width: 116 }}
      />
      <FormHelperText id={`${id}-hint`} hidden>
        {t('appointments:chooser.goToHint')}
      </FormHelperText>
      {wrong && (
        <FormHelperText id={`${id}-error`} error sx={{ mx: 0 }}>
          {t('appointments:chooser.goToWrong')}
        </FormHelperText>
      )}
    </Box>
  )
}
