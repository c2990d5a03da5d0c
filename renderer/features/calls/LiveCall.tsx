import PhoneIcon from '@mui/icons-material/PhoneInTalkOutlined'
import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { CallView } from '#shared/contract/calls'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { useElapsed } from './useElapsed'
import { deskPath, useStartCall } from './useStartCall'

/** On every page: the key that starts a call, and the way back to the one that is live. */
export function LiveCall() {
  const [location] = useHashLocation()
  const start = useStartCall()
  useShortcut('f2', start.go)
  if (location === deskPath) return null
  return (
    <>
      <ErrorText error={start.error} />
      {start.live !== null && <Bar call={start.live} />}
    </>
  )
}

function Bar({ call }: { readonly call: CallView }) {
  const { t } = useTranslation()
  const elapsed = useElapsed(call)
  return (
    <Alert severity="info" role="group" aria-label={t('calls:bar.label')} icon={<PhoneIcon />} sx={{ py: 0 }}>
      {call.residentName === ''
        ? t('calls:bar.live', { elapsed })
        : t('calls:bar.liveWith', { elapsed, name: call.residentName })}{' '}
      <Link href={`#${deskPath}`}>{t('calls:bar.back')}</Link>
    </Alert>
  )
}
