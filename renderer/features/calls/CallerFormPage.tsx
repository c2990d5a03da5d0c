import Alert from '@mui/material/Alert'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import type { ResidentPage } from '#shared/contract/residents'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ResidentLead } from '../residents/ResidentLead'

interface CallerFormPageProps {
  readonly title: string
  /** What is said of somebody who has no lease. */
  readonly withoutLease: string
  readonly children: (
    person: ResidentPage,
    /** The live call of whoever is signed in, when it is with this resident. */
    call: { readonly id: string; readonly version: number } | null,
  ) => ReactNode
}

/** A page on which something is taken down for a resident: at the counter, by e-mail, or by the live call with them. */
export function CallerFormPage({ title, withoutLease, children }: CallerFormPageProps) {
  const { id = '' } = useParams()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const mine = useQuery(api.calls.mine.queryOptions())
  const live = mine.data?.live ?? null
  const call = live?.residentId === id ? { id: live.id, version: live.version } : null
  const error = resident.error ?? mine.error
  const content = () => {
    if (!resident.data || !mine.data) return error === null && <LinesSkeleton lines={10} />
    if (resident.data.leases.length === 0) return <Alert severity="warning">{withoutLease}</Alert>
    return children(resident.data, call)
  }
  return (
    <Page
      title={title}
      windowTitle={title}
      width="text"
      lead={resident.data && <ResidentLead person={resident.data} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const query of [resident, mine]) if (query.isError) void query.refetch()
        }}
      />
      {content()}
    </Page>
  )
}
