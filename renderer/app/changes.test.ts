import { beforeEach, describe, expect, it } from 'vitest'
import { reRead } from './changes'
import { api } from './client'
import { queryClient } from './queryClient'

const aino = '01930000-0000-7000-8000-000000000001'
const kalle = '01930000-0000-7000-8000-000000000002'
const visit = '01930000-0000-7000-8000-000000000003'
const otherVisit = '01930000-0000-7000-8000-000000000004'
const message = '01930000-0000-7000-8000-000000000005'

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
    expect(stale()).toEqual(['aino', 'ainoChecks', 'ainoPortal', 'search'])
  })

  it('is who is with that resident, and who is here at all', () => {
    reRead([{ topic: 'presence', id: aino }])
    expect(stale()).toEqual(['presentAtAino', 'present'])
  })

  it('is everybody when the change names nobody', () => {
    reRead([{ topic: 'resident', id: null }])
    expect(stale()).toEqual(['aino', 'kalle', 'ainoChecks', 'ainoPortal', 'search'])
  })

  it('is what holds the register, its people and which register it is', () => {
    reRead([{ topic: 'register', id: null }])
    expect(stale()).toEqual(['aino', 'kalle', 'search', 'register', 'status'])
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

  it.each([
    ['staff', ['staff', 'session']],
    ['settings', ['status', 'settings', 'session']],
    ['audit', ['audit']],
  ] as const)('is what belongs to the %s', (topic, expected) => {
    reRead([{ topic, id: null }])
    expect(stale()).toEqual(expected)
  })
})
