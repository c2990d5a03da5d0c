import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { VisitView } from '#shared/contract/visits'
import type { BecauseNext } from '#shared/rules/callNext'
import { api, client } from '../../app/client'
import { announce } from '../../components/Live'

// The page goes on to the resident's and is there anew on coming back; why they were called is still worth saying.
let lastCall: { readonly visitId: string; readonly because: BecauseNext } | null = null

/** By which part of the rule a visit was called from here; null when it was called out of turn, or elsewhere. */
export const becauseOf = (visit: VisitView | null): BecauseNext | null =>
  visit !== null && lastCall?.visitId === visit.id ? lastCall.because : null

/** Calls the one whose turn it is, or a certain one, to my desk, and opens the resident's page when there is one. */
export function useCall() {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const queryClient = useQueryClient()
  const [nobody, setNobody] = useState(false)
  const call = useMutation({
    mutationFn: async (chosen: VisitView | null) => {
      if (chosen === null) return client.visits.callNext()
      const { id, version } = chosen
      return { ...(await client.visits.call({ id, version })), because: null }
    },
    onMutate: () => setNobody(false),
    onSuccess: async ({ visit, because }) => {
      if (visit === null) {
        setNobody(true)
        announce(t('visits:serve.nobody'))
        return
      }
      lastCall = because === null ? null : { visitId: visit.id, because }
      announce(
        [
          t('visits:serve.calledAnnounce', { number: visit.number }),
          because && t(`visits:because.${because}`),
        ]
          .filter(Boolean)
          .join(' '),
      )
      if (visit.residentId !== null) navigate(`/residents/${visit.residentId}`)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.visits.key() }),
    gcTime: 0,
  })
  return { call, nobody }
}
