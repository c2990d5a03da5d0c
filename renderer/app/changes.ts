import { partialMatchKey, type Query } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AppointmentPage } from '#shared/contract/appointments'
import type { changeTopics } from '#shared/contract/system'
import { showsHandoff, showsKeyMessage, showsKeysOf } from './changesOfKeys'
import { isOfPhone, showsOfPhone } from './changesOfPhone'
import { api, client } from './client'
import { readLoss } from './connection'
import { queryClient } from './queryClient'

type ResidentsMandates = Awaited<ReturnType<typeof client.mandates.ofResident>>
type Topic = (typeof changeTopics)[number]

const keysOf = {
  resident: () => [
    api.residents.key(),
    api.identity.key(),
    api.portal.key(),
    api.mandates.ofResident.key(),
    api.requests.ofResident.key(),
    api.keys.ofResident.key(),
    api.keys.handoffForm.key(),
    api.defects.ofResident.key(),
    api.doors.ofResident.key(),
    api.tasks.ofResident.key(),
  ],
  // The desk's status says which register this is.
  register: () => [
    api.register.key(),
    api.residents.key(),
    api.mandates.key(),
    api.keys.key(),
    api.defects.readSettings.key(),
    api.today.key(),
    api.system.status.key(),
  ],
  staff: () => [api.staff.key()],
  // When the desk locks itself is a setting, and is told with the session.
  settings: () => [
    api.system.key(),
    api.staff.session.key(),
    api.keys.readSettings.key(),
    api.tasks.readSettings.key(),
    api.defects.readSettings.key(),
    api.today.key(),
  ],
  timetable: () => [
    api.timetable.key(),
    api.appointments.key(),
    api.visits.key(),
    api.system.calendar.key(),
    api.today.key(),
  ],
  visit: () => [api.visits.key(), api.appointments.key(), api.timetable.key(), api.today.key()],
  mandate: () => [api.mandates.key()],
  request: () => [api.requests.key(), api.today.key()],
  key: () => [api.keys.key()],
  handoff: () => [api.keys.key(), api.today.key()],
  call: () => [api.calls.key(), api.today.key()],
  defect: () => [api.defects.key(), api.today.key()],
  door: () => [api.doors.key(), api.today.key()],
  task: () => [api.tasks.key(), api.today.key()],
  answer: () => [api.answers.key()],
  // The page of an appointment shows where its messages are, and so do a request's and a hand-off's.
  outbox: () => [
    api.outbox.key(),
    api.appointments.read.key(),
    api.requests.key(),
    api.keys.readHandoff.key(),
    api.defects.key(),
    api.tasks.key(),
    api.today.key(),
  ],
  presence: () => [api.presence.key()],
  database: () => [api.system.status.key(), api.database.key()],
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

/** Whether a query shows this power. That a resident has a new one is told as a change of theirs. */
function isOfMandate(query: Query, id: string): boolean {
  const options = query.queryKey[1] as
    | { readonly input?: { readonly id?: string; readonly residentId?: string } }
    | undefined
  if (options?.input?.id !== undefined) return options.input.id === id
  if (options?.input?.residentId === undefined) return true
  const { given = [], held = [] } = (query.state.data ?? {}) as Partial<ResidentsMandates>
  return [...given, ...held].some((each) => each.id === id)
}

type ResidentsRequests = Awaited<ReturnType<typeof client.requests.ofResident>>
type Requested = Awaited<ReturnType<typeof client.requests.read>>

const requestPath = JSON.stringify(api.requests.read.key()[0])
const formPaths = [api.requests.form.key(), api.requests.receipt.key()].map(([path]) => JSON.stringify(path))
const isOfRequests = (query: Query) => partialMatchKey(query.queryKey, api.requests.key())

/** Whether a query shows this request, or this message of one. That a resident has a new one is told as a change of theirs. */
function isOfRequest(query: Query, id: string): boolean {
  const path = JSON.stringify(query.queryKey[0])
  if (formPaths.includes(path)) return false
  if (path === requestPath) {
    const shown = (query.state.data as Requested | undefined)?.request
    return shown?.id === id || (shown?.messages.some((message) => message.id === id) ?? false)
  }
  const options = query.queryKey[1] as { readonly input?: { readonly residentId?: string } } | undefined
  if (options?.input?.residentId === undefined) return true
  const { requests = [] } = (query.state.data ?? {}) as Partial<ResidentsRequests>
  return requests.some((each) => each.id === id || each.handOff.messageId === id)
}

/**
 * Whether what a query reads may have changed. Reading another person, or the appointment of another, again would be one
 * more look at them in the audit log.
 */
function concerns(query: Query, topic: Topic, id: string | null): boolean {
  if (id === null) return true
  if (topic === 'resident' || topic === 'presence') {
    const person = personOf(query.queryKey)
    return person === undefined || person === id
  }
  if (topic === 'mandate') return isOfMandate(query, id)
  if (topic === 'key') return showsKeysOf(query, id)
  if (isOfPhone(query)) return showsOfPhone(query, id)
  if (partialMatchKey(query.queryKey, api.today.key())) return true
  if (topic === 'handoff') return showsHandoff(query, id)
  if (partialMatchKey(query.queryKey, api.keys.key())) return showsKeyMessage(query, id)
  if (isOfRequests(query)) return isOfRequest(query, id)
  const isAppointment = JSON.stringify(query.queryKey[0]) === appointmentPath
  return !isAppointment || isOfAppointment(query, id)
}

interface Change {
  readonly topic: Topic
  /** The one person, visit or message that it is about; null for any. */
  readonly id: string | null
}

const isToldBy =
  (changes: readonly Change[]) =>
  (query: Query): boolean =>
    changes.some(
      ({ topic, id }) =>
        keysOf[topic]().some((key) => partialMatchKey(query.queryKey, key)) && concerns(query, topic, id),
    )

/**
 * Reads what matches anew. A reading that is on its way may have been answered before the change: TanStack Query would let a
 * first one come to its end, and take it for new.
 */
function readAnew(predicate: (query: Query) => boolean) {
  const onTheWay = queryClient.getQueryCache().findAll({ fetchStatus: 'fetching', predicate })
  void queryClient.invalidateQueries({ predicate }, { cancelRefetch: false })
  for (const query of onTheWay) {
    void query.cancel({ silent: true })
    // That it failed is told by the query itself.
    query.fetch().catch(() => undefined)
  }
}

/** Re-reads what is shown of what changed, each thing once however many of the changes it shows. */
export function reRead(changes: readonly Change[]) {
  const ofAudit = changes.filter(({ topic }) => topic === 'audit')
  const others = changes.filter(({ topic }) => topic !== 'audit')
  if (others.length > 0) readAnew(isToldBy(others))
  // Reading the audit log is itself written there: re-reading at each record would never end.
  if (ofAudit.length > 0)
    void queryClient.invalidateQueries({ predicate: isToldBy(ofAudit), refetchType: 'none' })
}

/** What belongs together comes together: so long it is waited for. Milliseconds. */
const togetherMs = 15

/** Takes changes one by one and re-reads them together. */
function collector() {
  let collected: Change[] = []
  return (change: Change) => {
    collected.push(change)
    if (collected.length > 1) return
    setTimeout(() => {
      const changes = collected
      collected = []
      reRead(changes)
    }, togetherMs)
  }
}

const firstWaitMs = 500
/** A desk that is back is noticed within five seconds, its own way back included. */
const longestWaitMs = 2_000

async function listen(signal: AbortSignal) {
  const changed = collector()
  let wait = firstWaitMs
  while (!signal.aborted) {
    try {
      const changes = await client.system.changes(undefined, { signal })
      // What changed while nobody listened is not told again: what was read until now, or is being read, is read anew.
      readAnew(() => true)
      wait = firstWaitMs
      for await (const change of changes) changed(change)
    } catch {
      // A lost desk is told by the bar, an ended session by the next read; this only tries again.
    }
    if (signal.aborted) return
    await new Promise((done) => setTimeout(done, wait))
    wait = Math.min(wait * 2, longestWaitMs)
  }
}

/**
 * What is known to have changed is not shown again until it has been read anew: a list whose rows have other keys now, a
 * version that is no longer the newest. That holds too for what was being read anew when its page was left: what is left is
 * what was before. While nothing answers, what was read before is better than nothing. Gives what ends it.
 */
export function forgetWhatChanged(): () => void {
  const cache = queryClient.getQueryCache()
  const forget = (query: Query) => {
    const { isInvalidated, fetchStatus } = query.state
    const unseen = query.getObserversCount() === 0 && fetchStatus === 'idle'
    if (isInvalidated && unseen && readLoss() === null) cache.remove(query)
  }
  return cache.subscribe(({ type, query }) => {
    if (type === 'updated') forget(query)
    // The page that comes may show it too.
    if (type === 'observerRemoved') setTimeout(() => forget(query))
  })
}

/** Re-reads what the page shows when the desk says that it changed, for as long as somebody is signed in and there. */
export function useChanges(active: boolean) {
  useEffect(forgetWhatChanged, [])
  useEffect(() => {
    if (!active) return
    const ending = new AbortController()
    void listen(ending.signal)
    return () => ending.abort()
  }, [active])
}
