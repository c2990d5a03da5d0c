import { beforeEach, describe, expect, it } from 'vitest'
import { reRead } from './changes'
import { api } from './client'
import { queryClient } from './queryClient'

const aino = '01930000-0000-7000-8000-000000000001'
const kalle = '01930000-0000-7000-8000-000000000002'
const defect = '01930000-0000-7000-8000-000000000003'
const other = '01930000-0000-7000-8000-000000000004'
const message = '01930000-0000-7000-8000-000000000005'

const handOff = (messageId: string | null) => ({ handOff: { messageId } })
const shown = {
  defect: [
    api.defects.read.queryKey({ input: { id: defect } }),
    { defect: { ...handOff(message), similar: [] } },
  ],
  other: [
    api.defects.read.queryKey({ input: { id: other } }),
    { defect: { ...handOff(null), similar: [{ id: defect }] } },
  ],
  ainoDefects: [
    api.defects.ofResident.queryKey({ input: { residentId: aino } }),
    { defects: [{ id: defect, ...handOff(message) }] },
  ],
  kalleDefects: [api.defects.ofResident.queryKey({ input: { residentId: kalle } }), { defects: [] }],
  form: [api.defects.form.queryKey({ input: { residentId: kalle, leaseNo: 'L1' } }), null],
  list: [api.defects.list.queryKey({ input: { show: 'open', area: null, page: 0 } }), { defects: [] }],
  task: [api.tasks.read.queryKey({ input: { id: other } }), { task: { message: { id: message } } }],
  mine: [api.calls.mine.queryKey(), { live: null, parked: [] }],
  today: [api.today.read.queryKey(), null],
  answers: [api.answers.find.queryKey({ input: { text: '', topic: null } }), { answers: [] }],
} as const

const stale = () =>
  Object.entries(shown)
    .filter(([, [queryKey]]) => queryClient.getQueryState(queryKey)?.isInvalidated)
    .map(([name]) => name)

describe('what is read again of the phone’s work', () => {
  beforeEach(() => {
    queryClient.clear()
    for (const [queryKey, data] of Object.values(shown)) queryClient.setQueryData<unknown>(queryKey, data)
  })

  it('is a defect wherever it is shown, and nothing of somebody else', () => {
    reRead([{ topic: 'defect', id: defect }])
    expect(stale()).toEqual(['defect', 'other', 'ainoDefects', 'list', 'today'])
  })

  it('is whoever shows a message that went', () => {
    reRead([{ topic: 'outbox', id: message }])
    expect(stale()).toEqual(['defect', 'ainoDefects', 'list', 'task', 'today'])
  })

  it('is which calls are live', () => {
    reRead([{ topic: 'call', id: other }])
    expect(stale()).toEqual(['mine', 'today'])
  })

  it('is what a resident has new', () => {
    reRead([{ topic: 'resident', id: kalle }])
    expect(stale()).toEqual(['kalleDefects'])
  })

  it('is every answer when one was edited', () => {
    reRead([{ topic: 'answer', id: 'hours' }])
    expect(stale()).toEqual(['answers'])
  })
})
