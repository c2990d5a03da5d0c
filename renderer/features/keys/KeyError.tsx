import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import { ORPCError } from '@orpc/client'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '#shared/contract/keyViews'
import { errorName } from '../../app/errors'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { useKeyWords } from './useKeyWords'

interface Refused {
  readonly refusal?: string
  readonly field?: string
  readonly keyId?: string
  readonly now?: KeyView
  readonly handoffId?: string
  readonly reason?: string
  readonly reportId?: string
}

/** What the desk told with a refusal. */
export const refusedWith = (error: unknown): Refused =>
  error instanceof ORPCError && error.code === 'REFUSED' ? ((error.data ?? {}) as Refused) : {}

interface KeyErrorProps {
  readonly error: unknown
  /** The keys that it can be about. */
  readonly keys: readonly KeyView[]
}

/** Why the desk said no about keys: which key it is, where that is now, and the way to what is in the way. */
export function KeyError({ error, keys }: KeyErrorProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useKeyWords()
  const { refusal, keyId, now, handoffId, reportId } = refusedWith(error)
  if (refusal === undefined) return <ErrorText error={error} />
  const which = now ?? keys.find(({ id }) => id === keyId)
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      {which && `${words.key(which)}: `}
      {t(`refusals:${errorName(error).name}`)}
      {now && <> {t('keys:nowAt', { who: words.holder(now.holder), day: format.day(now.since) })}</>}
      {handoffId !== undefined && (
        <>
          {' '}
          <Link href={`#/keys/handoffs/${handoffId}`} color="inherit">
            {t('keys:openHandoff')}
          </Link>
        </>
      )}
      {reportId !== undefined && (
        <>
          {' '}
          <Link href={`#/keys/reports/${reportId}`} color="inherit">
            {t('keys:openReport')}
          </Link>
        </>
      )}
    </Alert>
  )
}
