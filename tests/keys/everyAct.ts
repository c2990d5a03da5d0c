import type { Acting } from '../mandates/everyAct'
import { examples, nobody } from '../support/procedures'

/** Two who live together. */
async function twoTogether(lead: Acting['lead']) {
  for (const { id } of (await lead.residents.search({ text: 'nen' })).hits.concat(
    (await lead.residents.search({ text: 'vi' })).hits,
    (await lead.residents.search({ text: 'ma' })).hits,
  )) {
    const lease = (await lead.residents.read({ id })).leases.find(({ household }) => household.length > 0)
    if (lease) return { residentId: id, leaseNo: lease.leaseNo, toResidentId: lease.household[0]!.id }
  }
  throw new Error('nobody lives together')
}

/** Does everything with keys and their hand-offs that leaves an audit record, each thing as its own work. */
export async function everyKeyAct({ lead, residentId, note, look, works }: Acting): Promise<void> {
  const { leaseNo } = (await lead.residents.read({ id: residentId })).leases[0]!
  const noOne = { subject_id: null, kept: '{}' }
  const ledger = await works('keys.ofResident', () => lead.keys.ofResident({ residentId }), look)
  const { apartmentId, propertyId } = ledger.homes[0]!
  const inputs = examples({ ...nobody, residentId, apartmentId, propertyId: propertyId!, leaseNo })
  const holder = { kind: 'resident', residentId } as const
  const happened = { happenedOn: '2026-11-24', word: 'resident', wordText: note } as const

  await works('keys.ofProperty', () => lead.keys.ofProperty({ propertyId: propertyId! }), noOne)
  const numbers = ['0701', '0702', '0703', '0704']
  const register = {
    ...(inputs['keys.register'] as object),
    keys: numbers.map((number) => ({ kind: 'other', number, setName: '', note })),
    holder,
    wordText: note,
  } as never
  const registered = await works('keys.register', () => lead.keys.register(register), noOne)
  const all = registered.keys.filter(({ number }) => numbers.includes(number))
  const seen = async (at: number) => {
    const { key } = await lead.keys.history({ keyId: all[at]!.id })
    return { id: key.id, seq: key.seq }
  }
  await works('keys.ofApartment', () => lead.keys.ofApartment({ apartmentId }), noOne)
  const edit = { id: all[0]!.id, version: all[0]!.version, setName: note, note }
  await works('keys.edit', () => lead.keys.edit(edit), noOne)
  const keys = [await seen(0)]
  await works('keys.move', () => lead.keys.move({ keys, to: { kind: 'heka' }, ...happened }), noOne)
  await works('keys.history', () => lead.keys.history({ keyId: all[0]!.id }), noOne)
  const key = await seen(0)
  const correct = { key, corrects: 2, to: { kind: 'blc' }, ...happened } as const
  await works('keys.correct', () => lead.keys.correct(correct), noOne)
  const { version } = (await lead.keys.history({ keyId: key.id })).key
  const relabel = {
    id: key.id,
    version,
    kind: 'parking',
    number: '0705',
    word: 'heka',
    wordText: note,
  } as const
  await works('keys.correctKey', () => lead.keys.correctKey(relabel), noOne)
  const off = { key: await seen(0), active: false, ...happened }
  await works('keys.setActive', () => lead.keys.setActive(off), { ...noOne, kept: '{"active":false}' })
  const pair = await twoTogether(lead)
  const there = (await lead.keys.ofResident({ residentId: pair.residentId })).homes[0]!
  const theirs = {
    ...(register as object),
    apartmentId: there.apartmentId,
    holder: { kind: 'heka' },
  } as never
  const [first] = (await lead.keys.register(theirs)).keys.filter(({ number }) => numbers.includes(number))
  const transfer = { ...pair, keys: [{ id: first!.id, seq: first!.seq }], ...happened }
  const ofPair = { ...look, subject_id: pair.residentId }
  await works('keys.transfer', () => lead.keys.transfer(transfer), ofPair)
  await works('keys.check', () => lead.keys.check(), noOne)

  const direction = 'return' as const
  await works('keys.handoffForm', () => lead.keys.handoffForm({ residentId, leaseNo, direction }), look)
  const asked = async (at: number) =>
    ({ ...inputs['keys.makeHandoff'], keys: [await seen(at)], note }) as never
  const made = { ...look, kept: '{"direction":"return","send":"paper"}' }
  const make = async (at: number) => {
    const input = await asked(at)
    return (await works('keys.makeHandoff', () => lead.keys.makeHandoff(input), made)).handoff
  }
  const one = await make(2)
  const { id, reference } = one
  await works('keys.readHandoff', () => lead.keys.readHandoff({ id }), look)
  await works('keys.findHandoff', () => lead.keys.findHandoff({ reference }), look)
  await works('keys.instructions', () => lead.keys.instructions({ id, language: 'fi' }), look)
  await works('keys.blcList', () => lead.keys.blcList({ direction }), noOne)
  const cancel = { id, version: one.version, because: 'other', note } as const
  const cancelled = { ...look, kept: '{"because":"other"}' }
  await works('keys.cancelHandoff', () => lead.keys.cancelHandoff(cancel), cancelled)

  const settings = { ...(await lead.keys.readSettings()), settleWhenCounted: false }
  await works('keys.saveSettings', () => lead.keys.saveSettings(settings), noOne)
  const two = await make(3)
  const report = {
    id: two.id,
    version: two.version,
    happenedOn: '2026-11-24',
    at: 'blc' as const,
    withBlc: false,
    keys: [{ keyId: all[3]!.id, result: 'arrived' as const }],
    extra: [],
    note,
  }
  const counted = (await works('keys.enterReport', () => lead.keys.enterReport(report), look)).handoff
  await works('keys.receipt', () => lead.keys.receipt({ id: two.id, language: 'fi' }), look)
  const sign = { id: two.id, version: counted.version, signerName: note, strokes: null }
  const signed = (await works('keys.signReceipt', () => lead.keys.signReceipt(sign), look)).handoff
  const settle = { id: two.id, version: signed.version, note }
  await works('keys.settleHandoff', () => lead.keys.settleHandoff(settle), look)
}
