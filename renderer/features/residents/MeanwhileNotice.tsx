import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '#shared/rules/contacts'
import { useFormat } from '../../app/format'
import type { Meanwhile } from './contactChanges'
import { languageName } from './languages'

interface MeanwhileNoticeProps {
  readonly others: readonly Meanwhile[]
  readonly onTake: (field: Meanwhile['field']) => void
}

/** What somebody else changed while the form was open, beside what is typed here. Nothing typed is lost. */
export function MeanwhileNotice({ others, onTake }: MeanwhileNoticeProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  if (others.length === 0) return null
  const shown = (field: Meanwhile['field'], value: string | null) => {
    if (value === null || value === '') return t('residents:contacts.missing')
    if (field === 'phone') return formatPhone(value)
    return field === 'language' ? languageName(value, language) : value
  }
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{t('residents:meanwhile.title')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {others.map(({ field, now, typed }) => (
          <li key={field}>
            {t('residents:meanwhile.now', {
              field: t(`residents:contacts.${field}`),
              value:
                field === 'iban' && now !== null
                  ? t('residents:contacts.ibanEnding', { ending: now })
                  : shown(field, now),
            })}{' '}
            {typed === null
              ? t('residents:meanwhile.untouched')
              : t('residents:meanwhile.typed', { value: shown(field, typed) })}
            {typed !== null && (
              <Button size="small" color="inherit" onClick={() => onTake(field)} sx={{ ml: 1 }}>
                {t('residents:meanwhile.take')}
              </Button>
            )}
          </li>
        ))}
      </Box>
    </Alert>
  )
}
