import Alert from '@mui/material/Alert'
import { useQuery } from '@tanstack/react-query'
import { useHashLocation } from 'wouter/use-hash-location'
import type { MandateContent } from '#shared/contract/mandateViews'
import type { ResidentPage } from '#shared/contract/residents'
import { api } from '../../app/client'
import { announce } from '../../components/Live'
import { MandateForm } from './MandateForm'
import type { MandateValues } from './mandateValues'
import { type Answered, useMandateChanged } from './useMandateChanged'
import { useMandateForm } from './useMandateForm'

interface PowerFormProps {
  readonly person: ResidentPage
  readonly draftKey: string
  readonly name: string
  /** What is said before the form. */
  readonly lead?: string
  readonly initial: MandateValues
  readonly now: MandateValues | null
  readonly saved: string
  readonly save: (content: MandateContent) => Promise<Answered>
  /** Where leaving without saving leads. */
  readonly back: string
}

/** A form of a power on its page: saved, it leads to the page of the power. */
export function PowerForm({ person, lead, name, saved, back, ...options }: PowerFormProps) {
  const [, navigate] = useHashLocation()
  const changed = useMandateChanged()
  const form = useMandateForm({
    ...options,
    today: person.today,
    died: person.marks.includes('deceased'),
    onSaved: (answered) => {
      changed(answered)
      announce(saved)
      navigate(`/mandates/${answered.mandate.id}`, { replace: true })
    },
  })
  return (
    <>
      {lead !== undefined && (
        <Alert severity="info" role="note" sx={{ mb: 2 }}>
          {lead}
        </Alert>
      )}
      <MandateForm
        form={form}
        name={name}
        person={person}
        toSign={options.now === null}
        onLeave={() => navigate(back)}
      />
    </>
  )
}

/** A resident as the forms need them; read once it is known who it is. */
export function useGrantor(id: string | undefined) {
  return useQuery({
    ...api.residents.read.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
}

/** The lease that is meant unless another is chosen: what matters now comes first. */
export const firstLease = ({ leases }: ResidentPage): string => leases[0]?.leaseNo ?? ''
