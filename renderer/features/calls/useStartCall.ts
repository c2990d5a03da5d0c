import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { useMay } from '../../app/session'
import { announce } from '../../components/Live'
import { useCallAgain, useCallChanged } from './useCallChanged'

/** Where the call desk is. */
export const deskPath = '/calls'
/** The field that says who calls. */
export const callerFieldId = 'caller'

/** Starts a call, of which nothing need be known yet, and opens the call desk; a live call is gone back to. */
export function useStartCall() {
  const { t } = useTranslation()
  const may = useMay()
  const [, navigate] = useHashLocation()
  const changed = useCallChanged()
  const again = useCallAgain()
  const mine = useQuery(api.calls.mine.queryOptions())
  const start = useMutation({ ...api.calls.start.mutationOptions(), gcTime: 0 })
  const live = mine.data?.live ?? null
  const asOyOnly = may('asoy') && !may('counter', 'phone', 'lead')
  return {
    live,
    parked: mine.data?.parked,
    error: start.error,
    busy: start.isPending,
    go: () => {
      if (start.isPending) return
      if (live !== null) {
        navigate(deskPath)
        document.getElementById(callerFieldId)?.focus()
        return
      }
      start.mutate(
        {
          line: asOyOnly ? 'asoy' : 'general',
          number: '',
          withheld: false,
          callerKind: 'unknown',
          residentId: null,
          callerName: '',
        },
        {
          onSuccess: (answered) => {
            changed(answered)
            announce(t('calls:started'))
            navigate(deskPath)
          },
          onError: (error) => {
            again()
            if (isNamed(error, 'otherCallLive')) navigate(deskPath)
          },
        },
      )
    },
  }
}
