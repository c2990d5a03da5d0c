import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdentityCheck } from '#shared/contract/identity'
import type { MandateAnswer } from '#shared/contract/mandateViews'
import { api } from '../../app/client'
import { queryClient } from '../../app/queryClient'
import { atCounter, useMay } from '../../app/session'
import { announce } from '../../components/Live'
import { useScanBegins } from '../identity/useScanBegins'
import { IdentifyWho, type Whose } from './IdentifyWho'
import type { Here } from './useQuestion'

/** Whose document would tell who whoever acts is; null for one whom nobody knows, and for one who shows none here. */
export function whoseDocument(
  who: Here | { readonly kind: 'caller' | 'coTenant' } | null,
  answer: MandateAnswer | null,
  id: string,
  name: string,
): Whose | null {
  switch (who?.kind) {
    case 'self':
      return { residentId: id, name }
    case 'resident':
      return { residentId: who.id, name: who.name }
    case 'grantee': {
      const { named } = who.person
      // As the power names them that the answer was about, or the one that counts most.
      const at = named.find(({ mandate }) => mandate.id === answer?.nearestMandateId) ?? named[0]
      return at ? { mandateId: at.mandate.id, granteeId: at.granteeId, name: who.person.name } : null
    }
    default:
      return null
  }
}

/** A document is looked at in the middle of a form: begun by a button or by a scan, and done once it is accepted. */
export function useIdentifying(whose: Whose | null, onIdentified: () => void) {
  const { t } = useTranslation()
  const may = useMay()
  const [identifying, setIdentifying] = useState(false)
  const checking = identifying && whose !== null
  useScanBegins(checking, () => {
    const begins = whose !== null && may(...atCounter)
    if (begins) setIdentifying(true)
    else announce(t('mandates:ask.whoFirst'))
    return begins
  })
  return {
    checking,
    begin: () => setIdentifying(true),
    end: () => setIdentifying(false),
    identified: (check: IdentityCheck) => {
      setIdentifying(false)
      announce(t('mandates:identifiedToday'))
      // What is sent next asks for it, and does not wait until the checks have been read again.
      if (whose !== null && 'residentId' in whose)
        queryClient.setQueryData(
          api.identity.list.queryKey({ input: { residentId: whose.residentId } }),
          (known) => known && [check, ...known],
        )
      for (const key of [api.identity.list.key(), api.mandates.ofResident.key()])
        void queryClient.invalidateQueries({ queryKey: key })
      onIdentified()
    },
  }
}

interface IdentifyingProps {
  readonly whose: Whose
  readonly today: string
  readonly identifying: ReturnType<typeof useIdentifying>
}

/** What is done once the document is accepted is done once, whatever is drawn anew meanwhile. */
export function Identifying({ whose, today, identifying }: IdentifyingProps) {
  const latest = useRef(identifying.identified)
  useEffect(() => {
    latest.current = identifying.identified
  })
  const [once] = useState(() => (check: IdentityCheck) => latest.current(check))
  return <IdentifyWho whose={whose} today={today} onIdentified={once} onBack={identifying.end} />
}
