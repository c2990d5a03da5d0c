import type { Acting } from '../mandates/everyAct'
import { png } from '../mandates/papers'
import { examples, nobody } from '../support/procedures'
import { uploadPicture, which } from './defecting'

/** Does everything with a defect that leaves an audit record, each thing as its own work. */
export async function everyDefectAct({ lead, residentId, note, look, works }: Acting): Promise<void> {
  const { leaseNo } = (await lead.residents.read({ id: residentId })).leases[0]!
  await works('defects.form', () => lead.defects.form({ residentId, leaseNo }), look)
  const given = {
    ...examples({ ...nobody, residentId, leaseNo })['defects.report'],
    description: note,
    pets: note,
    atHome: note,
    phone: '040 555 7788',
  } as never
  const made = { ...look, kept: '{"kind":"heating","place":"apartment","via":"phone"}' }
  const report = async () => (await works('defects.report', () => lead.defects.report(given), made)).defect
  const defect = await report()
  const { id } = defect
  await works('defects.ofResident', () => lead.defects.ofResident({ residentId }), look)
  await works('defects.read', () => lead.defects.read({ id }), look)
  await works('defects.tell', () => lead.defects.tell({ id, language: 'fi' }), look)

  const { missing, ...settings } = await lead.defects.readSettings()
  const areas = missing.areas.map((area) => ({ area, email: 'uusi.osoite@example.org' }))
  await works('defects.saveSettings', () => lead.defects.saveSettings({ ...settings, areas }), {})
  const waiting = (await lead.defects.read({ id })).defect
  await lead.outbox.settle({ id: waiting.handOff.messageId!, as: 'dropped' })
  await works('defects.handOff', () => lead.defects.handOff(which(waiting)), look)

  const uploadId = await uploadPicture(lead, 'kuva.png', png())
  const { defect: shown } = await works(
    'defects.attachPicture',
    () => lead.defects.attachPicture({ id, uploadId }),
    look,
  )
  const pictureId = shown.pictureList[0]!.id
  await works('defects.readPicture', () => lead.defects.readPicture({ id, pictureId }), look)
  const remove = { ...which(shown), pictureId }
  const { defect: without } = await works(
    'defects.removePicture',
    () => lead.defects.removePicture(remove),
    look,
  )
  const start = { ...which(without), note }
  const { defect: started } = await works('defects.start', () => lead.defects.start(start), look)
  const noted = { ...which(started), note }
  const { defect: after } = await works('defects.note', () => lead.defects.note(noted), look)
  const { defect: done } = await works(
    'defects.done',
    () => lead.defects.done({ ...which(after), note }),
    look,
  )
  const again = { ...which(done), note }
  await works('defects.reopen', () => lead.defects.reopen(again), look)
  const other = await report()
  await works('defects.cancel', () => lead.defects.cancel({ ...which(other), note }), look)
}
