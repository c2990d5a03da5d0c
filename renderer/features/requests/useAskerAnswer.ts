import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MandateAnswer, MandateSummary } from '#shared/contract/mandateViews'
import type { MandateAction } from '#shared/rules/mandateScopes'
import { api } from '../../app/client'
import type { Asked, Here } from '../mandates/useAsk'

const standingOf = (given: readonly MandateSummary[]) =>
  given.map(({ id, version, standing }) => `${id} ${version} ${standing}`).join('\n')

function whoInput(here: Here) {
  switch (here.kind) {
    case 'self':
      return { kind: 'self' } as const
    case 'grantee':
      return { kind: 'grantee', granteeId: here.person.named[0]?.granteeId ?? '' } as const
    case 'resident':
      return { kind: 'resident', residentId: here.id } as const
    case 'other':
      return { kind: 'other', name: here.name } as const
  }
}

interface Question {
  readonly here: Here
  readonly action: MandateAction
  readonly leaseNo: string
  /** The parking space or the sauna turn of the form; empty for none in particular. */
  readonly spaceName: string
}

/** Whether whoever asks for another may: the mandate question, put about what the form is about. */
export function useAskerAnswer(residentId: string, given: readonly MandateSummary[]) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [answer, setAnswer] = useState<MandateAnswer | null>(null)
  const ask = useMutation({ ...api.mandates.ask.mutationOptions(), gcTime: 0 })
  const turn = useRef(0)
  const sayOf = async ({ here, action, leaseNo, spaceName }: Question): Promise<MandateAnswer | null> => {
    setAsked({ who: here, action, leaseNo, spaceName, powers: standingOf(given) })
    setAnswer(null)
    turn.current += 1
    const mine = turn.current
    try {
      const said = await ask.mutateAsync({
        residentId,
        who: whoInput(here),
        action,
        leaseNo,
        name: spaceName.trim() || null,
      })
      // What is asked since is about somebody or something else.
      if (mine !== turn.current) return null
      setAnswer(said)
      return said
    } catch {
      // It is shown by its name.
      return null
    }
  }
  const coming = useRef<Promise<MandateAnswer | null>>(Promise.resolve(null))
  const put = (question: Question) => {
    coming.current = sayOf(question)
    return coming.current
  }
  /** A power was changed since. */
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

/** Whether an answer, or what was read in the open section and decided, is yes. */
export const isYes = (answer: MandateAnswer | null): boolean =>
  answer !== null && (answer.decision === null ? answer.answer === 'yes' : answer.decision.allowed)
