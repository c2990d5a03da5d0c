import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DocumentInput, IdentityCheck, Judgement } from '#shared/contract/identity'
import type { CheckPurpose, DocumentKind } from '#shared/rules/documents'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'

/** Why a scan cannot be read; these may be recorded as a refusal. */
const unreadableNames = ['mrzFormat', 'mrzCheckDigit', 'mrzUnsupported'] as const
export type Unreadable = (typeof unreadableNames)[number]

/** The clerk's own reasons for refusing what the rule would accept. */
export const clerkReasons = ['photoDiffers', 'documentDamaged', 'documentSuspect'] as const
export type ClerkReason = (typeof clerkReasons)[number]

/** How far a check is. The document is in `judged` only, and gone when the check is recorded. */
export type CheckStep =
  | { readonly at: 'document' }
  | { readonly at: 'unreadable'; readonly reading: Unreadable }
  | {
      readonly at: 'judged'
      readonly document: DocumentInput
      readonly judgement: Judgement
      /** Which reading of this check: what was ticked for one document is not ticked for the next. */
      readonly turn: number
    }
  | { readonly at: 'recorded'; readonly check: IdentityCheck }

/**
 * One identity check from the choice of the purpose to its record. What was scanned or typed is in the memory of this page
 * until it is recorded or the page is left: no draft, no cache.
 */
export function useIdentityCheck(residentId: string, onRecorded: () => void) {
  const [purpose, setPurpose] = useState<CheckPurpose>('portal')
  const [step, setStep] = useState<CheckStep>({ at: 'document' })
  const [error, setError] = useState<unknown>(null)
  const turns = useRef(0)
  const judge = useMutation({ ...api.identity.judge.mutationOptions(), gcTime: 0 })
  const record = useMutation({ ...api.identity.record.mutationOptions(), gcTime: 0 })
  const recordUnreadable = useMutation({ ...api.identity.recordUnreadable.mutationOptions(), gcTime: 0 })

  // A finished call still holds what it was called with.
  const forget = () => {
    judge.reset()
    record.reset()
    recordUnreadable.reset()
  }
  const fail = (failure: unknown) => {
    const { name } = errorName(failure)
    const reading = unreadableNames.find((each) => each === name)
    forget()
    if (reading === undefined) setError(failure)
    else setStep({ at: 'unreadable', reading })
  }
  const done = (check: IdentityCheck) => {
    forget()
    setStep({ at: 'recorded', check })
    onRecorded()
  }
  const read = (document: DocumentInput, forPurpose = purpose) => {
    if (record.isPending) return
    setError(null)
    judge.mutate(
      { residentId, purpose: forPurpose, document },
      {
        onSuccess: (judgement) => {
          forget()
          turns.current += 1
          setStep({ at: 'judged', document, judgement, turn: turns.current })
        },
        onError: fail,
      },
    )
  }
  return {
    purpose,
    step,
    error,
    reading: judge.isPending,
    recording: record.isPending || recordUnreadable.isPending,
    read,
    /** Another purpose may accept other documents: the one at hand is judged again. */
    choosePurpose: (chosen: CheckPurpose) => {
      setPurpose(chosen)
      if (step.at === 'judged' && chosen !== purpose) read(step.document, chosen)
    },
    accept: () => {
      if (step.at !== 'judged' || record.isPending || judge.isPending) return
      const { document, judgement } = step
      setError(null)
      record.mutate(
        {
          residentId,
          purpose,
          document,
          outcome: 'accepted',
          confirmed: judgement.confirmations,
          clerkRefuses: null,
        },
        { onSuccess: done, onError: fail },
      )
    },
    refuse: (clerkRefuses: ClerkReason | null) => {
      if (step.at !== 'judged' || record.isPending || judge.isPending) return
      setError(null)
      record.mutate(
        { residentId, purpose, document: step.document, outcome: 'refused', confirmed: [], clerkRefuses },
        { onSuccess: done, onError: fail },
      )
    },
    refuseUnreadable: (kind: DocumentKind, issuingCountry: string) => {
      if (step.at !== 'unreadable' || recordUnreadable.isPending) return
      setError(null)
      recordUnreadable.mutate(
        { residentId, purpose, kind, issuingCountry, reading: step.reading },
        { onSuccess: done, onError: fail },
      )
    },
    /** Back to a document: another one, or the same again. */
    again: () => {
      forget()
      setError(null)
      setStep({ at: 'document' })
    },
  }
}
