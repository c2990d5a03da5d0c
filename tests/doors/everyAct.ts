import type { Acting } from '../mandates/everyAct'
import { examples, nobody } from '../support/procedures'

/** Does everything with a door opening that leaves an audit record, each thing as its own work. */
export async function everyDoorAct({ lead, residentId, note, look, works }: Acting): Promise<void> {
  const { leaseNo } = (await lead.residents.read({ id: residentId })).leases[0]!
  const inputs = examples({ ...nobody, residentId, leaseNo })
  await works('doors.form', () => lead.doors.form({ residentId, leaseNo }), look)
  const given = { ...inputs['doors.order'], note, phone: '040 555 7788' } as never
  const ordered = { ...look, kept: '{"via":"phone"}' }
  const order = async () => (await works('doors.order', () => lead.doors.order(given), ordered)).door
  const { id, version } = await order()
  await works('doors.read', () => lead.doors.read({ id }), look)
  await works('doors.ofResident', () => lead.doors.ofResident({ residentId }), look)
  await works('doors.opened', () => lead.doors.opened({ id, version, note }), look)
  const other = await order()
  const cancel = { id: other.id, version: other.version, because: 'foundKeys', note } as const
  const cancelled = { ...look, kept: '{"because":"foundKeys"}' }
  await works('doors.cancel', () => lead.doors.cancel(cancel), cancelled)
  const { exportedAt } = await works('doors.exportInvoices', () => lead.doors.exportInvoices(), {})
  await works('doors.exportAgain', () => lead.doors.exportAgain({ exportedAt }), {})
  const prices = inputs['doors.savePrices'] as never
  const saved = await works('doors.savePrices', () => lead.doors.savePrices(prices), {})
  const table = { id: saved.tables[0]!.id, version: saved.tables[0]!.version }
  await works('doors.removePrices', () => lead.doors.removePrices(table), {})
}
