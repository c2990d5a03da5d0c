import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { LinesSkeleton } from '../../components/Skeletons'
import { ManagerForm } from './ManagerForm'

interface CallManagerProps {
  readonly residentId: string
  readonly callId: string
  readonly said: string
  readonly onSent: () => void
  readonly onLeave: () => void
}

/** A matter of the live call, handed off to the building manager of the resident's home. */
export function CallManager({ residentId, callId, said, onSent, onLeave }: CallManagerProps) {
  const resident = useQuery(api.residents.read.queryOptions({ input: { id: residentId } }))
  return (
    <>
      <ErrorText error={resident.error} onRetry={() => void resident.refetch()} />
      {resident.data ? (
        <ManagerForm person={resident.data} callId={callId} said={said} onSent={onSent} onLeave={onLeave} />
      ) : (
        !resident.isError && <LinesSkeleton lines={6} />
      )}
    </>
  )
}
