import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ResidentPage } from '#shared/contract/residents'
import { queryClient } from '../../app/queryClient'

/** A resident whose page was opened in this sign-in. */
export interface Opened {
  readonly id: string
  readonly name: string
  readonly birthDate: string | null
}

const most = 10
// Kept beside what the desk has answered, so that it is forgotten with it when somebody else signs in.
const queryKey = ['residentsOpenedLately'] as const
const staysInMemory = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }
queryClient.setQueryDefaults(queryKey, staysInMemory)

/** The residents opened in this sign-in, the latest first. Only in the memory of the page. */
export function useOpenedLately(): readonly Opened[] {
  return useQuery<readonly Opened[]>({ queryKey, queryFn: () => [], enabled: false }).data ?? []
}

/** Remembers that a resident's page was opened. */
export function useRememberOpened(page: ResidentPage | undefined) {
  useEffect(() => {
    if (page === undefined) return
    const { id, birthDate } = page
    const opened = { id, birthDate, name: `${page.lastName} ${page.firstNames}` }
    queryClient.setQueryData<readonly Opened[]>(queryKey, (before = []) =>
      [opened, ...before.filter((each) => each.id !== id)].slice(0, most),
    )
  }, [page])
}
