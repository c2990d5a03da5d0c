import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MandateAnswer, MandateSummary } from '#shared/contract/mandateViews'
import type { ResidentPage } from '#shared/contract/residents'
import { actionRules, type MandateAction } from '#shared/rules/mandateScopes'
import { api } from '../../app/client'
import { firstLease } from './PowerForm'
import type { Person } from './people'

/** Who stands at the counter: the resident, somebody whom a power names, or anybody else. */
export type Here =
  | { readonly kind: 'self' }
  | { readonly kind: 'grantee'; readonly person: Person }
  | { readonly kind: 'resident'; readonly id: string; readonly name: string }
  | { readonly kind: 'other'; readonly name: string }

/** What was asked, as it was when it was. */
export interface Asked {
  readonly who: Here
  readonly action: MandateAction
  readonly leaseNo: string
  /** The parking space or the sauna turn; empty for none in particular. */
  readonly spaceName: string
  /** The powers as they stood. */
  readonly powers: string
}

/** What of a resident's powers an answer rests on. */
const standingOf = (given: readonly MandateSummary[]) =>
  given.map(({ id, version, standing }) => `${id} ${version} ${standing}`).join('\n')

/** The space or turn that the powers of whoever is here name, of the kind that the action is about. */
function namedSpace(who: Here, action: MandateAction): string {
  const { about } = actionRules[action]
  if (about === null || who.kind !== 'grantee') return ''
  const named = who.person.named.find(({ mandate }) => mandate.object?.kind === about)
  return named?.mandate.object?.name ?? ''
}

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

const isSame = (one: Omit<Asked, 'powers'>, other: Omit<Asked, 'powers'>) =>
  one.who === other.who &&
  one.action === other.action &&
  one.leaseNo === other.leaseNo &&
  one.spaceName === other.spaceName

/** The question at the counter: who is here, what they want, on which lease, and what the desk answers. */
export function useAsk(person: ResidentPage, given: readonly MandateSummary[]) {
  const queryClient = useQueryClient()
  const [who, setWho] = useState<Here | null>(null)
  const [leaseNo, setLeaseNo] = useState(firstLease(person))
  const [asked, setAsked] = useState<Asked | null>(null)
  const [answer, setAnswer] = useState<MandateAnswer | null>(null)
  const ask = useMutation({ ...api.mandates.ask.mutationOptions(), gcTime: 0 })

  const reset = () => {
    ask.reset()
    setAsked(null)
    setAnswer(null)
  }
  const put = (question: Omit<Asked, 'powers'>) => {
    // A key held down asks once; another question takes the place of the one that is being asked.
    if (ask.isPending && asked !== null && isSame(asked, question)) return
    setAsked({ ...question, powers: standingOf(given) })
    setAnswer(null)
    ask.mutate(
      {
        residentId: person.id,
        who: whoInput(question.who),
        action: question.action,
        leaseNo: question.leaseNo,
        name: question.spaceName.trim() || null,
      },
      {
        onSuccess: setAnswer,
        onError: () => void queryClient.invalidateQueries({ queryKey: api.mandates.ofResident.key() }),
      },
    )
  }
  return {
    who,
    leaseNo,
    asked,
    answer,
    error: ask.error,
    busy: ask.isPending,
    /** A power was changed since the answer: it may be another now. */
    outdated: asked !== null && answer !== null && asked.powers !== standingOf(given),
    choose: (here: Here | null) => {
      setWho(here)
      reset()
    },
    chooseLease: (no: string) => {
      setLeaseNo(no)
      if (asked !== null) put({ ...asked, leaseNo: no })
    },
    want: (action: MandateAction) => {
      if (who !== null) put({ who, action, leaseNo, spaceName: namedSpace(who, action) })
    },
    /** Asks the same again: of another space, or because something was changed. */
    again: (spaceName?: string) => {
      if (asked !== null) put({ ...asked, spaceName: spaceName ?? asked.spaceName })
    },
    decided: setAnswer,
  }
}
