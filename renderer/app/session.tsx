import { hashKey, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Role } from '#shared/contract/base'
import type { Session } from '#shared/contract/staff'
import { api, client } from './client'
import { clearDrafts, restoreDrafts, tellDraftsNow } from './drafts'
import { queryClient } from './queryClient'
import { shortcutsBelongTo } from './shortcuts'

const SessionContext = createContext<Session | null>(null)

/** Asks again while nothing has been answered yet: the program may still be starting. */
export const whileFailing = ({
  state,
}: {
  readonly state: { readonly data: unknown; readonly error: unknown }
}) => state.error !== null && state.data === undefined && 3_000

/** The session as the desk tells it: null when nobody is signed in, undefined until it has answered. */
export function useSessionQuery() {
  return useQuery(
    api.staff.session.queryOptions({ staleTime: Number.POSITIVE_INFINITY, refetchInterval: whileFailing }),
  )
}

// What one person has read must not stay in memory for the next.
const kept = [api.system.status.key(), api.staff.session.key(), api.staff.recentAtThisDesk.key()]
const isKept = (queryKey: readonly unknown[]) =>
  kept.some(([path]) => JSON.stringify(path) === JSON.stringify(queryKey[0]))

let reader: string | undefined
let writer: string | undefined
let restoredFor: string | undefined

function noticePerson(session: Session | null) {
  if (session?.staffId !== reader)
    queryClient.removeQueries({ predicate: (query) => !isKept(query.queryKey) })
  reader = session?.staffId
  // A session that only ended leaves the drafts for the same person, who signs in again.
  if (session !== null && session.staffId !== writer) {
    if (writer !== undefined) {
      clearDrafts()
      // The page that was open is the one before's business; the next person begins at the beginning.
      navigate('/')
    }
    writer = session.staffId
    shortcutsBelongTo(session.staffId)
  }
  if (session === null) restoredFor = undefined
  else if (!session.locked && restoredFor !== session.staffId) {
    restoredFor = session.staffId
    void restoreDrafts()
  }
}

// Before React hears of a new person, so that no page of theirs is drawn from what another has read.
const sessionHash = hashKey(api.staff.session.queryKey())
queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type === 'updated' && query.queryHash === sessionHash && query.state.data !== undefined) {
    noticePerson(query.state.data as Session | null)
  }
})

/** Takes a session that the desk gave: after signing in, unlocking, or saying that somebody is here. */
export function takeSession(session: Session) {
  queryClient.setQueryData(api.staff.session.queryKey(), session)
}

/** Signs out and forgets what was read; what was typed waits at the desk. */
export async function signOut() {
  await tellDraftsNow()
  await client.staff.signOut()
  clearDrafts()
  queryClient.setQueryData(api.staff.session.queryKey(), null)
}

/** Gives the signed-in person to the pages. Mounted only when somebody is signed in. */
export function SessionProvider({
  session,
  children,
}: {
  readonly session: Session
  readonly children: ReactNode
}) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The person who is signed in at this desk. Only inside the frame, where there always is one. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (session === null) throw new Error('no session outside the frame')
  return session
}

/**
 * Whether the person has one of the roles: `const may = useMay(); may('lead', 'administrator')`. It decides what is shown;
 * the desk decides what is allowed.
 */
export function useMay(): (...roles: readonly Role[]) => boolean {
  const { roles: mine } = useSession()
  return useMemo(
    () =>
      (...roles: readonly Role[]) =>
        roles.some((role) => mine.includes(role)),
    [mine],
  )
}

/** The roles that serve residents, as in the contract's `servingRoles`. */
export const serving = ['counter', 'phone', 'asoy', 'lead'] as const satisfies readonly Role[]
/** The roles that see a document, as in the contract's `counterRoles`. */
export const atCounter = ['counter', 'lead'] as const satisfies readonly Role[]
