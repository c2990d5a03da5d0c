import { beforeEach, describe, expect, it } from 'vitest'
import { reRead } from './changes'
import { api } from './client'
import { queryClient } from './queryClient'

const aino = '01930000-0000-7000-8000-000000000001'
const kalle = '01930000-0000-7000-8000-000000000002'
const home = '01930000-0000-7000-8000-000000000003'
const otherHome = '01930000-0000-7000-8000-000000000004'
const handoff = '01930000-0000-7000-8000-000000000005'
const otherHandoff = '01930000-0000-7000-8000-000000000006'
const message = '01930000-0000-7000-8000-000000000007'
const key = '01930000-0000-7000-8000-000000000008'
const property = '01930000-0000-7000-8000-000000000009'

const held = { handoff: { id: handoff } }
const queries = {
  home: [
    api.keys.ofApartment.queryKey({ input: { apartmentId: home } }),
    { apartmentId: home, keys: [held] },
  ],
  otherHome: [api.keys.ofApartment.queryKey({ input: { apartmentId: otherHome } }), { keys: [] }],
  aino: [
    api.keys.ofResident.queryKey({ input: { residentId: aino } }),
    { homes: [{ apartmentId: home, handoffs: [{ id: handoff }] }], otherKeys: [] },
  ],
  kalle: [
    api.keys.ofResident.queryKey({ input: { residentId: kalle } }),
    { homes: [{ apartmentId: otherHome, handoffs: [] }], otherKeys: [] },
  ],
  history: [api.keys.history.queryKey({ input: { keyId: key } }), { apartmentId: home, key: held }],
  property: [api.keys.ofProperty.queryKey({ input: { propertyId: property } }), {}],
  handoff: [
    api.keys.readHandoff.queryKey({ input: { id: handoff } }),
    { handoff: { id: handoff, apartmentId: home, messages: [{ id: message }] } },
  ],
  otherHandoff: [
    api.keys.readHandoff.queryKey({ input: { id: otherHandoff } }),
    { handoff: { id: otherHandoff, apartmentId: otherHome, messages: [] } },
  ],
  chase: [api.keys.chase.queryKey({ input: { show: 'late', direction: null, page: 0 } }), {}],
  instructions: [api.keys.instructions.queryKey({ input: { id: handoff, language: 'fi' } }), {}],
  settings: [api.keys.readSettings.queryKey(), {}],
} as const

const stale = () =>
  Object.entries(queries)
    .filter(([, [queryKey]]) => queryClient.getQueryState(queryKey)?.isInvalidated)
    .map(([name]) => name)

describe('what is read again of keys', () => {
  beforeEach(() => {
    queryClient.clear()
    for (const [queryKey, data] of Object.values(queries)) queryClient.setQueryData<unknown>(queryKey, data)
  })

  it('is what shows keys of that home, and no other resident: a look at them would be written in the audit log', () => {
    reRead([{ topic: 'key', id: home }])
    expect(stale()).toEqual(['home', 'aino', 'history', 'property', 'handoff'])
  })

  it('is what shows that hand-off, and the lists that it may be in; never its papers', () => {
    reRead([{ topic: 'handoff', id: handoff }])
    expect(stale()).toEqual(['home', 'aino', 'history', 'property', 'handoff', 'chase'])
  })

  it('is the hand-off whose message has gone', () => {
    reRead([{ topic: 'outbox', id: message }])
    expect(stale()).toEqual(['handoff'])
  })

  it('is what a resident has, when the resident changed', () => {
    reRead([{ topic: 'resident', id: kalle }])
    expect(stale()).toEqual(['kalle'])
  })
})
