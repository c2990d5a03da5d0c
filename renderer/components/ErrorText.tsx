import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { errorName } from '../app/errors'

interface ErrorTextProps {
  /** What a call ended with; nothing is shown for null or undefined. */
  readonly error: unknown
  /** Gives a button that tries again. */
  readonly onRetry?: () => void
}

/** Says what happened and what to do next. Read out at once. */
export function ErrorText({ error, onRetry }: ErrorTextProps) {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  return (
    <Alert
      severity="error"
      sx={{ mb: 2 }}
      action={
        onRetry && (
          <Button color="inherit" onClick={onRetry}>
            {t('common:action.retry')}
          </Button>
        )
      }
    >
      {t(`refusals:${errorName(error).name}`)}
    </Alert>
  )
}
