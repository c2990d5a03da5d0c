import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseFinnishDay } from '#shared/rules/localDay'

/** Any day, typed as people write it. */
export function JumpToDay({ onJump }: { readonly onJump: (day: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const day = parseFinnishDay(typed)
    setWrong(day === null)
    if (day === null) return
    setTyped('')
    onJump(day)
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}
    >
      <FormLabel htmlFor="calendar-jump" error={wrong}>
        {t('calendar:bar.jump')}
      </FormLabel>
      <OutlinedInput
        id="calendar-jump"
        size="small"
        value={typed}
        error={wrong}
        placeholder={t('calendar:bar.dayExample')}
        onChange={({ target }) => {
          setTyped(target.value)
          setWrong(false)
        }}
        sx={{ width: 124 }}
        inputProps={{
          autoComplete: 'off',
          maxLength: 10,
          'aria-invalid': wrong,
          'aria-describedby': wrong ? 'calendar-jump-error' : undefined,
        }}
      />
      {wrong && (
        <FormHelperText id="calendar-jump-error" error sx={{ m: 0 }} role="alert">
          {t('calendar:bar.dayWrong')}
        </FormHelperText>
      )}
    </Box>
  )
}
