import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MandateSummary } from '#shared/contract/mandateViews'
import type { ResidentPage } from '#shared/contract/residents'
import { actionRules, type MandateAction } from '#shared/rules/mandateScopes'
import { api } from '../../app/client'
import { firstLease } from './PowerForm'
import { type Here, type Question, useQuestion } from './useQuestion'

/** The space or turn that the powers of whoever is here name, of the kind that the action is about. */
function namedSpace(who: Here, action: MandateAction): string {
  const { about } = actionRules[action]
  if (about === null || who.kind !== 'grantee') return ''
  const named = who.person.named.find(({ mandate }) => mandate.object?.kind === about)
  return named?.mandate.object?.name ?? ''
}

const isSame = (one: Question, other: Question) =>
  one.who === other.who &&
  one.action === other.action &&
  one.leaseNo === other.leaseNo &&
  one.spaceName === other.spaceName

/** The question at the counter: who is here, what they want, on which lease, and what the desk answers. */
export function useAsk(person: ResidentPage, given: readonly MandateSummary[]) {
  const queryClient = useQueryClient()
  const [who, setWho] = useState<Here | null>(null)
  const [leaseNo, setLeaseNo] = useState(firstLease(person))
  const asking = useQuestion(person.id, given, () => {
    void queryClient.invalidateQueries({ queryKey: api.mandates.ofResident.key() })
  })
  const { asked, answer, error, busy, outdated, decided } = asking
  const put = (question: Question) => {
    // A key held down asks once; another question takes the place of the one that is being asked.
    if (!(busy && asked !== null && isSame(asked, question))) void asking.put(question)
  }
  return {
    who,
    leaseNo,
    asked,
    answer,
    error,
    busy,
    outdated,
    decided,
    choose: (here: Here | null) => {
      setWho(here)
      asking.reset()
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
  }
}
