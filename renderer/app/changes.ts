import type { Query } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AppointmentPage } from '#shared/contract/appointments'
import type { changeTopics } from '#shared/contract/system'
import { api, client } from './client'
import { queryClient } from './queryClient'

type Topic = (typeof changeTopics)[number]

const keysOf = {
  resident: () => [api.residents.key(), api.identity.key(), api.portal.key()],
  // The desk's status says which register this is.
  register: () => [api.register.key(), api.residents.key(), api.system.status.key()],
  staff: () => [api.staff.key()],
  // When the desk locks itself is a setting, and is told with the session.
  settings: () => [api.system.key(), api.staff.session.key()],
  timetable: () => [api.timetable.key(), api.appointments.key(), api.visits.key(), api.system.calendar.key()],
  visit: () => [api.visits.key(), api.appointments.key(), api.timetable.key()],
  // The page of an appointment shows where its messages are.
  outbox: () => [api.outbox.key(), api.appointments.read.key()],
  audit: () => [api.audit.key()],
} satisfies Record<Topic, () => readonly unknown[]>

/** Whom a query is about, when it is about one person. */
function personOf(queryKey: readonly unknown[]): string | undefined {
  const options = queryKey[1] as
    | { readonly input?: { readonly id?: string; readonly residentId?: string } }
    | undefined
  return options?.input?.residentId ?? options?.input?.id
}

const appointmentPath = JSON.stringify(api.appointments.read.key()[0])

/** Whether an open appointment's page is about this visit, or shows this message. */
function isOfAppointment(query: Query, id: string): boolean {
  const options = query.queryKey[1] as { readonly input?: { readonly id?: string } } | undefined
  const shown = query.state.data as AppointmentPage | undefined
  return options?.input?.id === id || (shown?.messages.some((message) => message.id === id) ?? false)
}

/**
 * Whether what a query reads may have changed. Reading another person, or the appointment of another, again would be one
 * more look at them in the audit log.
 */
function concerns(query: Query, topic: Topic, id: string | null): boolean {
  if (id === null) return true
  if (topic === 'resident') {
    const person = personOf(query.queryKey)
    return person === undefined || person === id
  }
  const isAppointment = JSON.stringify(query.queryKey[0]) === appointmentPath
  return !isAppointment || isOfAppointment(query, id)
}

/** Re-reads what is shown about a topic; `id` names the one person, visit or message that it is about. */
export function reRead(topic: Topic, id: string | null) {
  for (const queryKey of keysOf[topic]()) {
    void queryClient.invalidateQueries({
      queryKey,
      predicate: (query) => concerns(query, topic, id),
      // Reading the audit log is itself written there: re-reading at each record would never end.
      refetchType: topic === 'audit' ? 'none' : 'active',
    })
  }
}

const firstWaitMs = 500
const longestWaitMs = 15_000

async function listen(signal: AbortSignal) {
  let wait = firstWaitMs
  let before = false
  while (!signal.aborted) {
    try {
      const changes = await client.system.changes(undefined, { signal })
      // What changed while nobody listened is not told again.
      if (before) void queryClient.invalidateQueries()
      before = true
      wait = firstWaitMs
      for await (const { topic, id } of changes) reRead(topic, id)
    } catch {
      // A lost desk is told by the bar, an ended session by the next read; this only tries again.
    }
    if (signal.aborted) return
    await new Promise((done) => setTimeout(done, wait))
    wait = Math.min(wait * 2, longestWaitMs)
  }
}

/** Re-reads what the page shows when the desk says that it changed, for as long as somebody is signed in and there. */
export function useChanges(active: boolean) {
  useEffect(() => {
    if (!active) return
    const ending = new AbortController()
    void listen(ending.signal)
    return () => ending.abort()
  }, [active])
}
