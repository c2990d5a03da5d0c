import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MandateAnswer, MandateSummary } from '#shared/contract/mandateViews'
import type { MandateAction } from '#shared/rules/mandateScopes'
import { api } from '../../app/client'
import type { Person } from './people'

/** Who stands at the counter: the resident, somebody whom a power names, or anybody else. */
export type Here =
  | { readonly kind: 'self' }
  | { readonly kind: 'grantee'; readonly person: Person }
  | { readonly kind: 'resident'; readonly id: string; readonly name: string }
  | { readonly kind: 'other'; readonly name: string }

/** What is asked: whether somebody may do this. */
export interface Question {
  readonly who: Here
  readonly action: MandateAction
  readonly leaseNo: string
  /** The parking space or the sauna turn; empty for none in particular. */
  readonly spaceName: string
}

/** What was asked, as it was when it was. */
export interface Asked extends Question {
  /** The powers as they stood. */
  readonly powers: string
}

/** What of a resident's powers an answer rests on. */
const standingOf = (given: readonly MandateSummary[]) =>
  given.map(({ id, version, standing }) => `${id} ${version} ${standing}`).join('\n')

function whoInput(who: Here) {
  switch (who.kind) {
    case 'self':
      return { kind: 'self' } as const
    case 'grantee':
      return { kind: 'grantee', granteeId: who.person.named[0]?.granteeId ?? '' } as const
    case 'resident':
      return { kind: 'resident', residentId: who.id } as const
    case 'other':
      return { kind: 'other', name: who.name } as const
  }
}

/** The mandate question: whether whoever is here may do something about a resident's home, and what the desk answers. */
export function useQuestion(residentId: string, given: readonly MandateSummary[], onError?: () => void) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [answer, setAnswer] = useState<MandateAnswer | null>(null)
  const ask = useMutation({ ...api.mandates.ask.mutationOptions(), gcTime: 0 })
  const turn = useRef(0)
  const sayOf = async (question: Question): Promise<MandateAnswer | null> => {
    setAsked({ ...question, powers: standingOf(given) })
    setAnswer(null)
    turn.current += 1
    const mine = turn.current
    try {
      const said = await ask.mutateAsync({
        residentId,
        who: whoInput(question.who),
        action: question.action,
        leaseNo: question.leaseNo,
        name: question.spaceName.trim() || null,
      })
      // What is asked since is about somebody or something else.
      if (mine !== turn.current) return null
      setAnswer(said)
      return said
    } catch {
      // It is shown by its name.
      onError?.()
      return null
    }
  }
  const coming = useRef<Promise<MandateAnswer | null>>(Promise.resolve(null))
  const put = (question: Question) => {
    coming.current = sayOf(question)
    return coming.current
  }
  /** A power was changed since the answer: it may be another now. */
  const outdated = asked !== null && answer !== null && asked.powers !== standingOf(given)
  const awaited = useRef(false)
  const answerTo = async (question: Question, anew: boolean): Promise<MandateAnswer | null> => {
    // Sent twice, it is sent once.
    if (awaited.current) return null
    awaited.current = true
    try {
      const said = ask.isPending ? await coming.current : answer
      return said === null || outdated || anew ? await put(question) : said
    } finally {
      awaited.current = false
    }
  }
  return {
    asked,
    answer,
    error: ask.error,
    busy: ask.isPending,
    outdated,
    put,
    /** What was answered, or is just being asked, or is asked now; null when there is no answer to go on with. */
    answerTo,
    decided: setAnswer,
    reset: () => {
      turn.current += 1
      ask.reset()
      setAsked(null)
      setAnswer(null)
    },
  }
}

/** How an answer stands now: what was read in an open section and decided counts as the answer. */
export const saidOf = ({ answer, decision }: MandateAnswer) =>
  decision === null ? answer : decision.allowed ? 'yes' : 'no'

/** Whether an answer is there, and is yes now. */
export const isYes = (answer: MandateAnswer | null): boolean => answer !== null && saidOf(answer) === 'yes'
