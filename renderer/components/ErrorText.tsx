import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useLoss } from '../app/connection'
import { errorName } from '../app/errors'

interface ErrorTextProps {
  /** What a call ended with; nothing is shown for null or undefined. */
  readonly error: unknown
  /** What was to be read can be read again: gives a button for it. */
  readonly onRetry?: () => void
}

const lost: readonly string[] = ['DATABASE_LOST', 'STORE_FAILED', 'unreachable']

/** Says what happened and what to do next. Read out at once. What could not be read because of a loss is read by itself. */
export function ErrorText({ error, onRetry }: ErrorTextProps) {
  const { t } = useTranslation()
  const loss = useLoss()
  if (error === null || error === undefined) return null
  const { name } = errorName(error)
  const comesBack = onRetry !== undefined && loss !== null && lost.includes(name)
  return (
    <Alert
      severity={comesBack ? 'info' : 'error'}
      sx={{ mb: 2 }}
      action={
        onRetry && (
          <Button color="inherit" onClick={onRetry}>
            {t('common:action.retry')}
          </Button>
        )
      }
    >
      {comesBack ? t('common:loss.notRead') : t(`refusals:${name}`)}
    </Alert>
  )
}
