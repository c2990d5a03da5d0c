import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { errorName } from '../../app/errors'
import { FileGone } from './chunks'
import { OtherFolder } from './OtherFolder'
import type { Job } from './progress'

interface ImportProblemProps {
  /** What the latest job ended with; null when it went well. */
  readonly error: unknown
  /** Which job that was. */
  readonly failed: Job | null
  /** The latest job, if it was cancelled. */
  readonly cancelled: Job | null
  /** Reads the same files or practice register again. */
  readonly onReadAgain?: (() => void) | undefined
}

/** The refusals after which the same is worth reading again as it is. */
const readAgainHelps = ['NOT_FOUND', 'previewFirst', 'registerChangedMeanwhile', 'chunkOutOfOrder']

/** Says how the latest job failed or was cancelled, and what to do about it. */
export function ImportProblem({ error, failed, cancelled, onReadAgain }: ImportProblemProps) {
  const { t } = useTranslation()
  if (cancelled !== null) {
    return (
      <Alert severity="info" role="status" sx={{ mb: 2 }}>
        {t(`register:cancelled.${cancelled}`)}
      </Alert>
    )
  }
  if (error === null) return null
  const { name } = errorName(error)
  let words: ReactNode = t(`refusals:${name}`)
  if (error instanceof FileGone) words = t('register:error.fileGone', { file: error.file })
  else if (name === 'unreachable' && failed === 'importing') words = t('register:error.brokeOff')
  else if (name === 'NOT_FOUND') words = t('register:error.forgotten')
  else if (name === 'realRegisterLoaded') words = <OtherFolder wanted="practice" />
  else if (name === 'practiceRegisterLoaded') words = <OtherFolder wanted="real" />
  return (
    <Alert
      severity="error"
      sx={{ mb: 2 }}
      action={
        onReadAgain &&
        readAgainHelps.includes(name) && (
          <Button color="inherit" onClick={onReadAgain}>
            {t('register:readAgain')}
          </Button>
        )
      }
    >
      {words}
    </Alert>
  )
}
