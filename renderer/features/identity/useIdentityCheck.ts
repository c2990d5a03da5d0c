import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DocumentInput, IdentityCheck, Judgement } from '#shared/contract/identity'
import type { CheckPurpose, DocumentKind } from '#shared/rules/documents'
import { errorName } from '../../app/errors'

/** Why a scan cannot be read; these may be recorded as a refusal. */
const unreadableNames = ['mrzFormat', 'mrzCheckDigit', 'mrzUnsupported'] as const
export type Unreadable = (typeof unreadableNames)[number]

/** The clerk's own reasons for refusing what the rule would accept. */
export const clerkReasons = ['photoDiffers', 'documentDamaged', 'documentSuspect'] as const
export type ClerkReason = (typeof clerkReasons)[number]

/** How far a check is. */
export type CheckStep =
  | { readonly at: 'document' }
  | { readonly at: 'unreadable'; readonly reading: Unreadable }
  | {
      readonly at: 'judged'
      readonly judgement: Judgement
      /** Whether the document was typed and not scanned. */
      readonly typed: boolean
      /** Which reading of this check: what was ticked for one document is not ticked for the next. */
      readonly turn: number
    }
  | { readonly at: 'recorded'; readonly check: IdentityCheck }

/** What the clerk's eyes say of a document that was judged. */
interface Decision {
  readonly outcome: IdentityCheck['outcome']
  readonly confirmed: Judgement['confirmations']
  readonly clerkRefuses: ClerkReason | null
}

/** How the desk is asked about the one whose document it is: a resident, or somebody whom a power of attorney names. */
export interface CheckCalls {
  readonly judge: (document: DocumentInput, purpose: CheckPurpose) => Promise<Judgement>
  readonly record: (
    document: DocumentInput,
    purpose: CheckPurpose,
    decision: Decision,
  ) => Promise<IdentityCheck>
  readonly recordUnreadable: (
    kind: DocumentKind,
    issuingCountry: string,
    reading: Unreadable,
    purpose: CheckPurpose,
  ) => Promise<IdentityCheck>
}

/**
 * One identity check from the choice of the purpose to its record. What was scanned or typed is in the memory of this page
 * until it is recorded or the page is left: no draft, no cache. It is in `held` alone, which is emptied; in a state or in
 * the callbacks of a call it would live on until the next one.
 */
export function useIdentityCheck(calls: CheckCalls, first: CheckPurpose, onRecorded: () => void) {
  const [purpose, setPurpose] = useState(first)
  const [step, setStep] = useState<CheckStep>({ at: 'document' })
  const [error, setError] = useState<unknown>(null)
  const turns = useRef(0)
  const held = useRef<DocumentInput | null>(null)
  const judge = useMutation({
    mutationFn: (asked: Parameters<CheckCalls['judge']>) => calls.judge(...asked),
    gcTime: 0,
  })
  const record = useMutation({
    mutationFn: (asked: Parameters<CheckCalls['record']>) => calls.record(...asked),
    gcTime: 0,
  })
  const recordUnreadable = useMutation({
    mutationFn: (asked: Parameters<CheckCalls['recordUnreadable']>) => calls.recordUnreadable(...asked),
    gcTime: 0,
  })

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
    if (reading === undefined) return setError(failure)
    held.current = null
    setStep({ at: 'unreadable', reading })
  }
  const done = (check: IdentityCheck) => {
    forget()
    held.current = null
    setStep({ at: 'recorded', check })
    onRecorded()
  }
  const read = (document: DocumentInput, forPurpose = purpose) => {
    if (record.isPending) return
    setError(null)
    held.current = document
    judge.mutate([document, forPurpose], {
      onSuccess: (judgement) => {
        forget()
        turns.current += 1
        const typed = held.current?.source === 'manual'
        setStep({ at: 'judged', judgement, typed, turn: turns.current })
      },
      onError: (failure) => {
        // What was judged before is not the document at hand.
        held.current = null
        setStep({ at: 'document' })
        fail(failure)
      },
    })
  }
  const refuseUnreadable = (kind: DocumentKind, issuingCountry: string) => {
    if (step.at !== 'unreadable' || recordUnreadable.isPending) return
    setError(null)
    recordUnreadable.mutate([kind, issuingCountry, step.reading, purpose], { onSuccess: done, onError: fail })
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
      if (held.current !== null && step.at === 'judged' && chosen !== purpose) read(held.current, chosen)
    },
    accept: () => {
      const document = held.current
      if (step.at !== 'judged' || document === null || record.isPending || judge.isPending) return
      setError(null)
      const decision: Decision = {
        outcome: 'accepted',
        confirmed: step.judgement.confirmations,
        clerkRefuses: null,
      }
      record.mutate([document, purpose, decision], { onSuccess: done, onError: fail })
    },
    refuse: (clerkRefuses: ClerkReason | null) => {
      const document = held.current
      if (step.at !== 'judged' || document === null || record.isPending || judge.isPending) return
      setError(null)
      const decision: Decision = { outcome: 'refused', confirmed: [], clerkRefuses }
      record.mutate([document, purpose, decision], { onSuccess: done, onError: fail })
    },
    refuseUnreadable,
    /** Back to a document: another one, or the same again. */
    again: () => {
      forget()
      held.current = null
      setError(null)
      setStep({ at: 'document' })
    },
  }
}
export type IdentityCheckState = ReturnType<typeof useIdentityCheck>
