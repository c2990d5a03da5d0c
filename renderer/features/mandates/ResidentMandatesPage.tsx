import HelpIcon from '@mui/icons-material/HelpOutlineOutlined'
import HistoryEduIcon from '@mui/icons-material/HistoryEduOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { MandateSummary } from '#shared/contract/mandateViews'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { ResidentLead } from '../residents/ResidentLead'
import { KeyButton } from './KeyButton'
import { MandateList } from './MandateList'
import { BlankFormDialog, paperLanguage } from './PrintDialogs'

/** Every power that a resident gave or holds, and the way to record another. */
export function ResidentMandatesPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const query = useQuery(api.mandates.ofResident.queryOptions({ input: { residentId: id } }))
  const { data } = query
  const [blank, setBlank] = useState(false)
  useShortcut('escape', () => navigate(`/residents/${id}`))
  return (
    <Page
      title={t('mandates:title')}
      windowTitle={t('mandates:title')}
      width="text"
      lead={resident.data && <ResidentLead person={resident.data} />}
    >
      <ErrorText error={resident.error} onRetry={() => void resident.refetch()} />
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <KeyButton
          keys="K"
          icon={<HistoryEduIcon />}
          label={t('mandates:record.title')}
          main
          onAct={() => navigate(`/residents/${id}/mandates/new`)}
        />
        <KeyButton
          keys="A"
          icon={<HelpIcon />}
          label={t('mandates:ask.title')}
          onAct={() => navigate(`/residents/${id}/ask`)}
        />
        <KeyButton
          keys="T"
          icon={<PrintIcon />}
          label={t('mandates:print.blank')}
          enabled={resident.data !== undefined}
          onAct={() => setBlank(true)}
        />
      </Stack>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined ? (
        !query.isError && <LinesSkeleton lines={8} />
      ) : (
        <>
          <Powers
            title={t('mandates:given')}
            none={t('mandates:noneGiven')}
            mandates={data.given}
            names="grantees"
          />
          <Powers
            title={t('mandates:held')}
            none={t('mandates:noneHeld')}
            mandates={data.held}
            names="grantors"
          />
        </>
      )}
      {blank && resident.data && (
        <BlankFormDialog
          language={paperLanguage(resident.data.contacts.language ?? '')}
          onClose={() => setBlank(false)}
        />
      )}
    </Page>
  )
}

interface PowersProps {
  readonly title: string
  readonly none: string
  readonly mandates: readonly MandateSummary[]
  readonly names: 'grantees' | 'grantors'
}

function Powers({ title, none, mandates, names }: PowersProps) {
  return (
    <Section title={title}>
      {mandates.length === 0 && <Typography color="text.secondary">{none}</Typography>}
      <MandateList mandates={mandates} names={names} />
    </Section>
  )
}
