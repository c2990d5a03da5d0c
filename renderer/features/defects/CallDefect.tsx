import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { LinesSkeleton } from '../../components/Skeletons'
import { DefectForm } from './DefectForm'
import type { ByCall } from './useDefectForm'

interface CallDefectProps {
  readonly residentId: string
  readonly call: ByCall
  readonly onReported: (defectId: string, endsCall: boolean) => void
  readonly onLeave: () => void
}

/** A defect that comes by the live call. */
export function CallDefect({ residentId, call, onReported, onLeave }: CallDefectProps) {
  const resident = useQuery(api.residents.read.queryOptions({ input: { id: residentId } }))
  return (
    <>
      <ErrorText error={resident.error} onRetry={() => void resident.refetch()} />
      {resident.data ? (
        <DefectForm
          person={resident.data}
          call={call}
          onReported={({ defect }, endsCall) => onReported(defect.id, endsCall)}
          onLeave={onLeave}
        />
      ) : (
        !resident.isError && <LinesSkeleton lines={8} />
      )}
    </>
  )
}
