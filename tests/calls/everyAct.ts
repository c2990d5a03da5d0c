import type { DeskClient } from '#shared/contract/index'
import type { Acting } from '../mandates/everyAct'
import { examples, nobody } from '../support/procedures'

/** Does everything with a call that leaves an audit record, each thing as its own work. */
export async function everyCallAct({ lead, residentId, note, look, works }: Acting): Promise<void> {
  const given = { ...examples({ ...nobody, residentId })['calls.start'] } as never
  const started = { ...look, kept: '{"line":"general"}' }
  const start = async () => (await works('calls.start', () => lead.calls.start(given), started)).call
  const which = ({ id, version }: { id: string; version: number }) => ({ id, version })
  const call = await start()
  await works('calls.read', () => lead.calls.read({ id: call.id }), look)
  const caller = { ...examples({ ...nobody, residentId })['calls.start'], callerName: note } as never
  const { call: set } = await works(
    'calls.setCaller',
    () => lead.calls.setCaller({ ...(caller as object), ...which(call) } as never),
    look,
  )
  const asked = [{ question: 'rooms', outcome: 'right' }] as const
  const { call: known } = await works(
    'calls.recognise',
    () => lead.calls.recognise({ ...which(set), asked: [...asked] }),
    look,
  )
  const parking = { ...which(known), topic: null, said: note }
  const { call: parked } = await works('calls.park', () => lead.calls.park(parking), look)
  const { call: live } = await works('calls.resume', () => lead.calls.resume(which(parked)), look)
  const logging = { ...which(live), topic: 'other', said: note, outcome: 'answered', followUp: null } as const
  const logged = { ...look, kept: '{"topic":"other","outcome":"answered"}' }
  await works('calls.log', () => lead.calls.log(logging), logged)

  const asOy = await someAsOyResident(lead)
  const ofAsOy = { ...look, subject_id: asOy }
  const toThem = { ...(given as object), residentId: asOy } as never
  const { call: theirs } = await works('calls.start', () => lead.calls.start(toThem), {
    ...ofAsOy,
    kept: '{"line":"general"}',
  })
  const over = { ...which(theirs), topic: 'other', said: note } as const
  await works('calls.handOver', () => lead.calls.handOver(over), { ...ofAsOy, kept: '{"topic":"other"}' })
}

/** Somebody in the practice register who lives in an As Oy apartment. */
async function someAsOyResident(lead: DeskClient): Promise<string> {
  for (const text of ['virtanen', 'korhonen', 'nieminen', 'mäkinen', 'ma', 'jo', 'an', 'ti', 'sa', 'he']) {
    const { hits } = await lead.residents.search({ text })
    const found = hits.find(({ marks }) => marks.includes('asoy') && !marks.includes('deceased'))
    if (found) return found.id
  }
  throw new Error('nobody lives in an As Oy apartment')
}

/** Does everything with a task that leaves an audit record. */
export async function everyTaskAct({ lead, residentId, note, look, works }: Acting): Promise<void> {
  const { leaseNo } = (await lead.residents.read({ id: residentId })).leases[0]!
  const inputs = examples({ ...nobody, residentId, leaseNo })
  const which = ({ id, version }: { id: string; version: number }) => ({ id, version })
  const given = { ...inputs['tasks.make'], subject: note } as never
  const made = await works('tasks.make', () => lead.tasks.make(given), {
    ...look,
    kept: '{"kind":"callBack"}',
  })
  await works('tasks.read', () => lead.tasks.read({ id: made.task.id }), look)
  await works('tasks.ofResident', () => lead.tasks.ofResident({ residentId }), look)
  const owner = { kind: 'team', team: 'phone' } as const
  const gave = await works('tasks.give', () => lead.tasks.give({ ...which(made.task), owner, note }), look)
  const wait = { ...which(gave.task), waitsFor: 'customer', note } as const
  const waits = await works('tasks.wait', () => lead.tasks.wait(wait), look)
  const noted = await works('tasks.note', () => lead.tasks.note({ ...which(waits.task), note }), look)
  const done = await works('tasks.done', () => lead.tasks.done({ ...which(noted.task), note }), look)
  const again = await works('tasks.reopen', () => lead.tasks.reopen({ ...which(done.task), note }), look)
  await works('tasks.cancel', () => lead.tasks.cancel({ ...which(again.task), note }), look)
  const toManager = { ...inputs['tasks.toManager'], body: note } as never
  const { task } = await works('tasks.toManager', () => lead.tasks.toManager(toManager), look)
  await lead.outbox.settle({ id: task.message!.id!, as: 'dropped' })
  await works('tasks.handOff', () => lead.tasks.handOff(which(task)), look)
  const settings = await lead.tasks.readSettings()
  await works('tasks.saveSettings', () => lead.tasks.saveSettings(settings), {})
}
