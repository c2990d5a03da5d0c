import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { Checklist } from './Checklist'
import { MandateActions, type MandateDialog } from './MandateActions'
import { MandateFacts } from './MandateFacts'
import { MandateHistory } from './MandateHistory'
import { Papers } from './Papers'
import { paperLanguage, ReceiptDialog } from './PrintDialogs'
import { RefuseDialog } from './RefuseDialog'
import { RevokeDialog } from './RevokeDialog'
import { StandingMark } from './StandingMark'
import { corrections } from './standing'
import type { Answered } from './useMandateChanged'

/** One power: what it says, its papers, its checklist while it is only received, and everything done with it. */
export function MandatePage() {
  const { id = '' } = useParams()
  return <MandateView key={id} id={id} />
}

function MandateView({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.mandates.read.queryOptions({ input: { id } }))
  const { data } = query
  const failed = query.isError && data === undefined
  return (
    <Page
      title={
        failed
          ? t('mandates:page.notShown')
          : data && t('mandates:page.titleOf', { name: data.mandate.grantors[0]?.name ?? '' })
      }
      windowTitle={t('mandates:page.title')}
      lead={
        data && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 0.5 }}>
            <StandingMark standing={data.mandate.standing} />
            <Typography>{t('mandates:until', { day: format.day(data.mandate.lastDay) })}</Typography>
          </Box>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined ? !failed && <LinesSkeleton lines={10} /> : <Loaded {...data} />}
    </Page>
  )
}

function Loaded({ residentId, mandate }: Answered) {
  const { i18n } = useTranslation()
  const [dialog, setDialog] = useState<MandateDialog | null>(null)
  const close = () => setDialog(null)
  // By its standing alone: whose grantor has died is received as before, but is confirmed no more.
  const received = mandate.standing === 'received'
  return (
    <>
      <MandateActions residentId={residentId} mandate={mandate} onOpen={setDialog} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
          columnGap: 2,
          alignItems: 'start',
        }}
      >
        <Box>
          <MandateFacts mandate={mandate} />
          <MandateHistory history={mandate.history} />
        </Box>
        <Box>
          <Papers mandate={mandate} />
          {received && <Checklist key={corrections(mandate)} mandate={mandate} />}
        </Box>
      </Box>
      {dialog === 'refuse' && <RefuseDialog mandate={mandate} onClose={close} />}
      {dialog === 'receipt' && (
        <ReceiptDialog id={mandate.id} language={paperLanguage(i18n.language)} onClose={close} />
      )}
      {dialog === 'revoke' && <RevokeDialog mandate={mandate} onClose={close} />}
    </>
  )
}
