import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ResidentLead } from '../residents/ResidentLead'
import { ManagerForm } from './ManagerForm'

/** A resident's building manager, one key away, and a matter handed off to them. */
export function ManagerPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  return (
    <Page
      title={t('tasks:manager.page')}
      windowTitle={t('tasks:manager.page')}
      width="text"
      lead={resident.data && <ResidentLead person={resident.data} />}
    >
      <ErrorText error={resident.error} onRetry={() => void resident.refetch()} />
      {resident.data ? (
        <ManagerForm
          key={id}
          person={resident.data}
          callId={null}
          said=""
          onSent={({ task }) => {
            navigate(`/tasks/${task.id}`, { replace: true })
          }}
          onLeave={() => navigate(`/residents/${id}`)}
        />
      ) : (
        !resident.isError && <LinesSkeleton lines={6} />
      )}
    </Page>
  )
}
