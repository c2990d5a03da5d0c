import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { HandoffPage } from '#shared/contract/keyHandoffViews'
import { isHandoffOpen } from '#shared/rules/keyHandoff'
import { useFormat } from '../../app/format'
import { useMay } from '../../app/session'
import { Facts, Section } from '../../components/Section'

/** Whether whoever brings has been told, and BLC Turva, and where their messages are. */
export function HandoffTold({ handoff }: { readonly handoff: HandoffPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const { told, toldBlc, messages, state, items, reminders, remindedOn } = handoff
  const open = isHandoffOpen(state)
  // Of what BLC Turva has counted already it needs no telling.
  const blcWaits = open && toldBlc.state === 'noAddress' && items.some((item) => item.state === 'expected')
  const waits = told.state === 'waiting' || toldBlc.state === 'waiting'
  const words = ({ state: at, at: when }: typeof told) =>
    when === null ? t(`keys:told.${at}`) : `${t(`keys:told.${at}`)}, ${format.dateTime(when)}`
  return (
    <Section title={t('keys:told.title')}>
      <Facts
        rows={[
          { name: handoff.bringer.name, value: words(told) },
          {
            name: t('keys:holder.blc'),
            value: handoff.protected ? t('keys:told.protected') : words(toldBlc),
          },
          ...(reminders > 0
            ? [
                {
                  name: t('keys:told.reminders'),
                  value:
                    remindedOn === null
                      ? String(reminders)
                      : t('keys:told.remindedOn', { count: reminders, day: format.day(remindedOn) }),
                },
              ]
            : []),
        ]}
      />
      {[told, toldBlc].map(
        ({ problem, messageId }) =>
          open &&
          problem !== null && <Typography key={messageId}>{t(`outbox:problem.${problem}`)}</Typography>,
      )}
      {blcWaits && !handoff.protected && (
        <Alert severity="info" role="note" sx={{ mt: 1 }}>
          {t('keys:told.noBlcAddress')}
          {may('lead', 'administrator') && (
            <>
              {' '}
              <Link href="#/settings" color="inherit">
                {t('requests:page.toSettings')}
              </Link>
            </>
          )}
        </Alert>
      )}
      {open && waits && !handoff.mailConfigured && (
        <Alert severity="info" role="note" sx={{ mt: 1 }}>
          {t('keys:told.noServer')}
        </Alert>
      )}
      {messages.length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: 1 }}>
            {t('requests:page.messages')}
          </Typography>
          <Box component="ul" sx={{ m: 0, mb: 1, p: 0, listStyle: 'none' }}>
            {messages.map((message) => (
              <Box component="li" key={message.id} sx={{ py: 0.25 }}>
                {`${format.dateTime(message.at)} · ${t(`outbox:kind.${message.kind}`)} · ${t(`outbox:state.${message.state}`)}`}
              </Box>
            ))}
          </Box>
          <Link href="#/outbox">{t('requests:page.toOutbox')}</Link>
        </>
      )}
    </Section>
  )
}
