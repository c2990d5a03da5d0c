import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'

/** Walks the whole chain of records when asked, and says in words whether every record is as it was written. */
export function ChainCheck() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const check = useMutation(api.audit.verify.mutationOptions())
  const { data } = check
  return (
    <Box sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, mb: 1 }}>
        <Button variant="outlined" loading={check.isPending} onClick={() => check.mutate(undefined)}>
          {t('audit:chain.check')}
        </Button>
        <Typography color="text.secondary">{t('audit:chain.what')}</Typography>
      </Box>
      <ErrorText error={check.error} onRetry={() => check.mutate(undefined)} />
      {data?.intact === true && (
        <Alert severity="success" role="status">
          {t('audit:chain.intact', { count: data.records, number: number(data.records) })}
        </Alert>
      )}
      {data?.intact === false && (
        <Alert severity="error">
          <AlertTitle>{t(`audit:chain.${data.finding}`, { seq: number(data.seq) })}</AlertTitle>
          <Typography>
            {data.seq > 1
              ? t('audit:chain.before', { seq: number(data.seq - 1) })
              : t('audit:chain.nothingBefore')}
          </Typography>
          <Typography>{t('audit:chain.whatToDo')}</Typography>
        </Alert>
      )}
    </Box>
  )
}
