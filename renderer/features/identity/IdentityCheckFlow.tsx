import { useQueryClient } from '@tanstack/react-query'
import { checkPurposes } from '#shared/rules/documents'
import { api } from '../../app/client'
import { DocumentSteps } from './DocumentSteps'
import { PurposeChoice } from './PurposeChoice'
import { RecordedCheck } from './RecordedCheck'
import { residentCalls } from './residentCalls'
import { useIdentityCheck } from './useIdentityCheck'

interface IdentityCheckFlowProps {
  readonly residentId: string
  /** Today in Helsinki by the program's clock. */
  readonly today: string
}

/** The check itself, step by step, from its purpose to its record. */
export function IdentityCheckFlow({ residentId, today }: IdentityCheckFlowProps) {
  const queryClient = useQueryClient()
  const check = useIdentityCheck(residentCalls(residentId), 'portal', () => {
    void queryClient.invalidateQueries({ queryKey: api.identity.list.key({ input: { residentId } }) })
    void queryClient.invalidateQueries({ queryKey: api.portal.read.key({ input: { residentId } }) })
  })
  const { step } = check
  const keys: Record<string, () => void> = {}
  checkPurposes.forEach((purpose, at) => {
    keys[String(at + 1)] = () => check.choosePurpose(purpose)
  })
  return (
    <>
      {step.at !== 'recorded' && (
        <PurposeChoice
          purpose={check.purpose}
          disabled={check.reading || check.recording}
          onChoose={check.choosePurpose}
        />
      )}
      <DocumentSteps check={check} today={today} keys={keys} />
      {step.at === 'recorded' && (
        <RecordedCheck check={step.check} residentId={residentId} onAgain={check.again} />
      )}
    </>
  )
}
