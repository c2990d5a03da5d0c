import Alert from '@mui/material/Alert'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ResidentLead } from '../residents/ResidentLead'
import { DoorForm } from './DoorForm'

/** A door opening for a resident: at the counter, or by the live call with them. */
export default function OrderPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const mine = useQuery(api.calls.mine.queryOptions())
  const live = mine.data?.live ?? null
  const call = live?.residentId === id ? { id: live.id, version: live.version } : null
  const error = resident.error ?? mine.error
  return (
    <Page
      title={t('doors:form.title')}
      windowTitle={t('doors:form.title')}
      width="text"
      lead={resident.data && <ResidentLead person={resident.data} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const query of [resident, mine]) if (query.isError) void query.refetch()
        }}
      />
      {resident.data && mine.data ? (
        resident.data.leases.length === 0 ? (
          <Alert severity="error">{t('refusals:notInRegister')}</Alert>
        ) : (
          <DoorForm
            key={id}
            person={resident.data}
            call={call}
            onOrdered={({ door }) => {
              announce(t('doors:form.ordered'))
              navigate(`/doors/${door.id}`, { replace: true })
            }}
            onLeave={() => navigate(`/residents/${id}`)}
          />
        )
      ) : (
        error === null && <LinesSkeleton lines={8} />
      )}
    </Page>
  )
}
