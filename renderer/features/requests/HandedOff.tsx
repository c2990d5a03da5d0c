import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { RequestPage } from '#shared/contract/requests'
import { useFormat } from '../../app/format'
import { useMay } from '../../app/session'
import { Section } from '../../components/Section'
import { HandOffState } from './HandOffState'

/** To whom it went, and where its messages are. */
export function HandedOff({ request }: { readonly request: RequestPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const { handOff, messages, goesTo } = request
  const open = request.state === 'open'
  const settable = goesTo !== 'buildingManager' && may('lead', 'administrator')
  return (
    <Section title={t('requests:page.where')}>
      <Typography sx={{ fontWeight: 600, '&::first-letter': { textTransform: 'uppercase' } }}>
        {t(`requests:goesTo.${goesTo}`)}
      </Typography>
      <Typography component="div" sx={{ mb: 1 }}>
        <HandOffState request={request} />
      </Typography>
      {open && handOff.problem !== null && (
        <Typography sx={{ mb: 1 }}>{t(`outbox:problem.${handOff.problem}`)}</Typography>
      )}
      {open && handOff.state === 'noAddress' && (
        <Alert severity="warning" role="note" sx={{ mb: 1 }}>
          {goesTo === 'buildingManager' ? t('requests:page.noManagersAddress') : t('requests:page.noAddress')}
          {settable && (
            <>
              {' '}
              <Link href="#/settings" color="inherit">
                {t('requests:page.toSettings')}
              </Link>
            </>
          )}
        </Alert>
      )}
      {open && handOff.state === 'waiting' && !request.mailConfigured && (
        <Alert severity="info" role="note" sx={{ mb: 1 }}>
          {t('requests:page.noServer')}
        </Alert>
      )}
      {request.protected && (
        <Alert severity="info" role="note" sx={{ mb: 1 }}>
          {t('requests:page.protected')}
        </Alert>
      )}
      {messages.length > 0 && (
        <>
          <Typography variant="h3">{t('requests:page.messages')}</Typography>
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
