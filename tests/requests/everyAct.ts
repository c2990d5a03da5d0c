import type { Acting } from '../mandates/everyAct'
import { examples, nobody } from '../support/procedures'

/** Does everything with a service request that leaves an audit record, each thing as its own work. */
export async function everyRequestAct({ lead, residentId, note, look, works }: Acting): Promise<void> {
  const { leaseNo } = (await lead.residents.read({ id: residentId })).leases[0]!
  const inputs = examples({ ...nobody, residentId, leaseNo })
  await works('requests.form', () => lead.requests.form({ residentId, leaseNo }), look)
  const given = { ...inputs['requests.make'], fields: { what: note } } as never
  const made = { ...look, kept: '{"kind":"messageLeaseControl"}' }
  const make = async () => (await works('requests.make', () => lead.requests.make(given), made)).request
  const { id, version } = await make()
  await works('requests.ofResident', () => lead.requests.ofResident({ residentId }), look)
  await works('requests.read', () => lead.requests.read({ id }), look)
  await works('requests.receipt', () => lead.requests.receipt({ id, language: 'fi' }), look)

  const settings = await lead.requests.readSettings()
  const withAddress = { ...settings, emails: { ...settings.emails, leaseControl: 'valvonta@example.org' } }
  await works('requests.saveSettings', () => lead.requests.saveSettings(withAddress), {})
  const messageId = (await lead.requests.read({ id })).request.handOff.messageId!
  await lead.outbox.settle({ id: messageId, as: 'dropped' })
  const { request } = await works('requests.handOff', () => lead.requests.handOff({ id, version }), look)
  const done = { id, version: request.version, note }
  await works('requests.markDone', () => lead.requests.markDone(done), look)
  const other = await make()
  const cancel = { id: other.id, version: other.version, by: 'customer', note } as const
  await works('requests.cancel', () => lead.requests.cancel(cancel), { ...look, kept: '{"by":"customer"}' })
}
