import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetWhatChanged, reRead } from './changes'
import { api } from './client'
import { noteAnswer } from './connection'
import { queryClient } from './queryClient'
import { Unreachable } from './unreachable'

const aino = '01930000-0000-7000-8000-000000000001'
const kalle = '01930000-0000-7000-8000-000000000002'
const visit = '01930000-0000-7000-8000-000000000003'
const otherVisit = '01930000-0000-7000-8000-000000000004'
const message = '01930000-0000-7000-8000-000000000005'
const power = '01930000-0000-7000-8000-000000000006'
const otherPower = '01930000-0000-7000-8000-000000000007'
const request = '01930000-0000-7000-8000-000000000008'
const otherRequest = '01930000-0000-7000-8000-000000000009'

const keys = {
  aino: api.residents.read.queryKey({ input: { id: aino } }),
  kalle: api.residents.read.queryKey({ input: { id: kalle } }),
  ainoChecks: api.identity.list.queryKey({ input: { residentId: aino } }),
  ainoPortal: api.portal.read.queryKey({ input: { residentId: aino } }),
  search: api.residents.search.queryKey({ input: { text: 'virt' } }),
  register: api.register.status.queryKey(),
  status: api.system.status.queryKey(),
  settings: api.system.readSettings.queryKey(),
  staff: api.staff.list.queryKey(),
  session: api.staff.session.queryKey(),
  audit: api.audit.verify.queryKey(),
  appointment: api.appointments.read.queryKey({ input: { id: visit } }),
  otherAppointment: api.appointments.read.queryKey({ input: { id: otherVisit } }),
  ainoVisits: api.appointments.ofResident.queryKey({ input: { residentId: aino } }),
  day: api.visits.day.queryKey({ input: { day: null } }),
  presentAtAino: api.presence.withResident.queryKey({ input: { residentId: aino } }),
  presentAtKalle: api.presence.withResident.queryKey({ input: { residentId: kalle } }),
  present: api.presence.list.queryKey(),
  power: api.mandates.read.queryKey({ input: { id: power } }),
  otherPower: api.mandates.read.queryKey({ input: { id: otherPower } }),
  ainoPowers: api.mandates.ofResident.queryKey({ input: { residentId: aino } }),
  kallePowers: api.mandates.ofResident.queryKey({ input: { residentId: kalle } }),
  endingSoon: api.mandates.endingSoon.queryKey(),
  outbox: api.outbox.list.queryKey({ input: { show: 'all', page: 0 } }),
}

const stale = () =>
  Object.entries(keys)
    .filter(([, queryKey]) => queryClient.getQueryState(queryKey)?.isInvalidated)
    .map(([name]) => name)

describe('what is read again when something changed', () => {
  beforeEach(() => {
    queryClient.clear()
    for (const queryKey of Object.values(keys)) queryClient.setQueryData<unknown>(queryKey, null)
  })

  it('is everything about that person and no other: a look at another would be written in the audit log', () => {
    reRead([{ topic: 'resident', id: aino }])
    expect(stale()).toEqual(['aino', 'ainoChecks', 'ainoPortal', 'search', 'ainoPowers'])
  })

  it('is who is with that resident, and who is here at all', () => {
    reRead([{ topic: 'presence', id: aino }])
    expect(stale()).toEqual(['presentAtAino', 'present'])
  })

  it('is everybody when the change names nobody', () => {
    reRead([{ topic: 'resident', id: null }])
    expect(stale()).toEqual([
      'aino',
      'kalle',
      'ainoChecks',
      'ainoPortal',
      'search',
      'ainoPowers',
      'kallePowers',
    ])
  })

  it('is what holds the register, its people and which register it is', () => {
    reRead([{ topic: 'register', id: null }])
    expect(stale()).toEqual([
      'aino',
      'kalle',
      'search',
      'register',
      'status',
      'power',
      'otherPower',
      'ainoPowers',
      'kallePowers',
      'endingSoon',
    ])
  })

  it('is an appointment that is open only when it is about that visit, or shows that message', () => {
    reRead([{ topic: 'visit', id: visit }])
    expect(stale()).toEqual(['appointment', 'ainoVisits', 'day'])
    queryClient.clear()
    for (const queryKey of Object.values(keys)) queryClient.setQueryData<unknown>(queryKey, null)
    queryClient.setQueryData<unknown>(keys.otherAppointment, { messages: [{ id: message }] })
    reRead([{ topic: 'outbox', id: message }])
    expect(stale()).toEqual(['otherAppointment', 'outbox'])
  })

  it('is a power, and the powers of a resident only when it is shown among them', () => {
    queryClient.setQueryData<unknown>(keys.kallePowers, { given: [{ id: power }], held: [] })
    reRead([{ topic: 'mandate', id: power }])
    expect(stale()).toEqual(['power', 'kallePowers', 'endingSoon'])
  })

  it('is a request, its resident’s and the list of open ones; never its form or its receipt', () => {
    const shown = [
      api.requests.read.queryKey({ input: { id: request } }),
      api.requests.ofResident.queryKey({ input: { residentId: aino } }),
      api.requests.open.queryKey({ input: { show: 'all', goesTo: null, page: 0 } }),
    ]
    const others = [
      api.requests.read.queryKey({ input: { id: otherRequest } }),
      api.requests.ofResident.queryKey({ input: { residentId: kalle } }),
      api.requests.form.queryKey({ input: { residentId: aino, leaseNo: 'L1' } }),
      api.requests.receipt.queryKey({ input: { id: request, language: 'fi' } }),
    ]
    const begin = () => {
      queryClient.clear()
      for (const queryKey of others) queryClient.setQueryData<unknown>(queryKey, null)
      const summary = { id: request, handOff: { messageId: message } }
      const [read, ofAino, open] = shown
      queryClient.setQueryData<unknown>(read ?? [], { request: { id: request, messages: [{ id: message }] } })
      queryClient.setQueryData<unknown>(ofAino ?? [], { requests: [summary] })
      queryClient.setQueryData<unknown>(open ?? [], { requests: [summary] })
    }
    const isStale = (queryKey: readonly unknown[]) => queryClient.getQueryState(queryKey)?.isInvalidated
    for (const change of [
      { topic: 'request', id: request },
      { topic: 'outbox', id: message },
    ] as const) {
      begin()
      reRead([change])
      expect(shown.map(isStale)).toEqual([true, true, true])
      expect(others.map(isStale)).toEqual([false, false, false, false])
    }
  })

  it.each([
    ['staff', ['staff', 'session']],
    ['settings', ['status', 'settings', 'session']],
    ['audit', ['audit']],
  ] as const)('is what belongs to the %s', (topic, expected) => {
    reRead([{ topic, id: null }])
    expect(stale()).toEqual(expected)
  })
})

describe('what changed while nobody looked at it', () => {
  const { aino: seen, kalle: unseen } = keys
  /** The cache tells of what happened to it a moment later. */
  const told = () => new Promise((done) => setTimeout(done, 5))
  let end = () => {}
  beforeEach(() => {
    queryClient.clear()
    for (const queryKey of [seen, unseen]) queryClient.setQueryData<unknown>(queryKey, null)
    const unwatch = new QueryObserver(queryClient, { queryKey: seen, enabled: false }).subscribe(() => {})
    const remember = forgetWhatChanged()
    end = () => {
      unwatch()
      remember()
    }
  })
  afterEach(() => {
    end()
    noteAnswer(null)
  })

  it('is not shown again before it has been read anew', async () => {
    reRead([{ topic: 'resident', id: null }])
    await told()
    expect(queryClient.getQueryState(unseen)).toBeUndefined()
    expect(queryClient.getQueryState(seen)?.isInvalidated).toBe(true)
  })

  it('is not shown again when its page was left while it was being read anew', async () => {
    const queryFn = ({ signal }: { readonly signal: AbortSignal }) =>
      new Promise<null>((_, failed) => signal.addEventListener('abort', failed))
    const leave = new QueryObserver(queryClient, { queryKey: unseen, queryFn }).subscribe(() => {})
    reRead([{ topic: 'resident', id: null }])
    expect(queryClient.getQueryState(unseen)).toMatchObject({ fetchStatus: 'fetching', data: null })
    leave()
    await told()
    expect(queryClient.getQueryState(unseen)).toBeUndefined()
  })

  it('is kept while nothing answers', async () => {
    noteAnswer(new Unreachable())
    reRead([{ topic: 'resident', id: null }])
    await told()
    expect(queryClient.getQueryState(unseen)?.isInvalidated).toBe(true)
  })

  it('is kept when it did not change', async () => {
    reRead([{ topic: 'staff', id: null }])
    await told()
    expect(queryClient.getQueryState(unseen)?.isInvalidated).toBe(false)
  })
})

describe('a reading that is on its way when something changes', () => {
  it.each([
    ['the first of what is shown', undefined],
    ['a later one', 'older'],
  ])('begins again: %s', async (_, before) => {
    const queryKey = api.outbox.list.queryKey({ input: { show: 'all', page: 1 } })
    const begun: ((answer: string) => void)[] = []
    const queryFn = () => new Promise<string>((answer) => begun.push(answer))
    if (before !== undefined) queryClient.setQueryData(queryKey as readonly unknown[], before)
    const observer = new QueryObserver<string>(queryClient, { queryKey, queryFn, staleTime: 0 })
    const end = observer.subscribe(() => undefined)
    await vi.waitFor(() => expect(begun).toHaveLength(1))
    reRead([{ topic: 'outbox', id: null }])
    await vi.waitFor(() => expect(begun).toHaveLength(2))
    begun[0]?.('read before the change')
    begun[1]?.('read after it')
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('read after it'))
    expect(observer.getCurrentResult().fetchStatus).toBe('idle')
    end()
    queryClient.removeQueries({ queryKey })
  })
})
