import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { LinesSkeleton } from '../../components/Skeletons'
import type { ByCall } from '../defects/useDefectForm'
import { DoorForm } from './DoorForm'

interface CallDoorProps {
  readonly residentId: string
  readonly call: ByCall
  readonly onOrdered: (doorId: string, endsCall: boolean) => void
  readonly onLeave: () => void
}

/** A door opening that is asked for in the live call. */
export function CallDoor({ residentId, call, onOrdered, onLeave }: CallDoorProps) {
  const resident = useQuery(api.residents.read.queryOptions({ input: { id: residentId } }))
  return (
    <>
      <ErrorText error={resident.error} onRetry={() => void resident.refetch()} />
      {resident.data ? (
        <DoorForm
          person={resident.data}
          call={call}
          onOrdered={({ door }, endsCall) => onOrdered(door.id, endsCall)}
          onLeave={onLeave}
        />
      ) : (
        !resident.isError && <LinesSkeleton lines={8} />
      )}
    </>
  )
}
