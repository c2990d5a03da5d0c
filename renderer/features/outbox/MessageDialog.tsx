import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxMessage } from '#shared/contract/outbox'
import { client } from '../../app/client'
import { useFormat } from '../../app/format'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { ErrorText } from '../../components/ErrorText'
import { Facts } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { languageNames } from '../../i18n/index'
import { aboutOf } from './aboutOf'
import { type Act, actsFor, needsAsking } from './acts'
import { MessageAsSent } from './MessageAsSent'
import { MessageState } from './MessageState'
import { adviceOn } from './problems'
import { useMessageActs } from './useMessageActs'

interface MessageDialogProps {
  /** As it is in the list now. */
  readonly message: OutboxMessage
  readonly configured: boolean
  readonly onChanged: (message: OutboxMessage) => void
  readonly onClose: () => void
}

/** One message as the customer gets it, where it is, and what can be done with it. */
export function MessageDialog({ message, configured, onChanged, onClose }: MessageDialogProps) {
  const { t } = useTranslation()
  const { dateTime, number } = useFormat()
  const id = useId()
  const [asking, setAsking] = useState<Act | null>(null)
  const read = useQuery({
    // Not a key of `api.outbox`: each reading is written in the audit log, so only opening reads, and no change does.
    queryKey: ['messageAsSent', message.id],
    queryFn: () => client.outbox.read({ id: message.id }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    gcTime: 0,
  })
  const { act, busy, error } = useMessageActs(onChanged)
  const doAct = (what: Act) => {
    setAsking(null)
    act(what, message.id)
  }
  const advice = adviceOn(message)
  const about = aboutOf(message, t)
  // The text is what one comes for: the arrow keys scroll it at once.
  const focusFirst = useCallback((content: HTMLElement | null) => content?.focus(), [])
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={`${id}-title`} maxWidth="md" fullWidth>
      <DialogTitle id={`${id}-title`}>{t(`outbox:kind.${message.kind}`)}</DialogTitle>
      <DialogContent ref={focusFirst} tabIndex={-1} sx={{ outline: 'none' }}>
        <ErrorText error={error} />
        {message.state === 'uncertain' && (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {t('outbox:uncertain')}
          </Alert>
        )}
        <Facts
          rows={[
            {
              name: t('outbox:column.to'),
              value: `${message.name}, ${message.to ?? t('outbox:hiddenAddress')}`,
            },
            { name: t('outbox:language'), value: languageNames[message.language] },
            { name: t('outbox:written'), value: dateTime(message.createdAt) },
            {
              name: t('outbox:column.state'),
              value: <MessageState message={message} configured={configured} />,
            },
            ...(advice === null ? [] : [{ name: t('outbox:whatToDo'), value: t(`outbox:advice.${advice}`) }]),
            ...(message.attempts === 0
              ? []
              : [{ name: t('outbox:attempts'), value: number(message.attempts) }]),
            { name: about.name, value: <Link href={about.href}>{about.open}</Link> },
          ]}
        />
        <ErrorText error={read.error} onRetry={() => void read.refetch()} />
        {read.isPending && <LinesSkeleton lines={10} />}
        {read.data !== undefined && (
          <MessageAsSent
            subject={read.data.subject}
            text={read.data.text}
            hasCalendarEntry={read.data.hasCalendarEntry}
            language={message.language}
          />
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', rowGap: 1 }}>
        {actsFor(message).map((each) => (
          <Button
            key={each}
            disabled={busy}
            color={each === 'drop' ? 'error' : 'primary'}
            onClick={() => (needsAsking(each, message) ? setAsking(each) : doAct(each))}
          >
            {t(`outbox:act.${each}`)}
          </Button>
        ))}
        <Button variant="contained" onClick={onClose} disabled={busy}>
          {t('outbox:close')}
        </Button>
      </DialogActions>
      <ConfirmDialog
        open={asking === 'resend'}
        title={t('outbox:ask.resendTitle')}
        confirm={t('outbox:act.resend')}
        onConfirm={() => doAct('resend')}
        onCancel={() => setAsking(null)}
      >
        {t('outbox:ask.resend')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'drop'}
        title={t('outbox:ask.dropTitle')}
        confirm={t('outbox:act.drop')}
        danger
        onConfirm={() => doAct('drop')}
        onCancel={() => setAsking(null)}
      >
        {message.visitId === null ? t('outbox:ask.dropOther') : t('outbox:ask.drop')}
      </ConfirmDialog>
    </Dialog>
  )
}
