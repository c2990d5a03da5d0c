import type { DeskClient } from '#shared/contract/index'
import { examples, nobody } from '../support/procedures'
import { pdf, uploadPaper } from './papers'

export interface Acting {
  readonly lead: DeskClient
  readonly residentId: string
  /** What is typed wherever something is. */
  readonly note: string
  /** What every record says of whom it is about. */
  readonly look: object
  /** Does something, and sees that it leaves its record. */
  works<Output>(action: string, work: () => Promise<Output>, expected: object): Promise<Output>
}

/** Does everything with a power of attorney that leaves an audit record, each thing as its own work. */
export async function everyMandateAct({ lead, residentId, note, look, works }: Acting): Promise<void> {
  const inputs = examples({ ...nobody, residentId })
  const { leaseNo } = (await lead.residents.read({ id: residentId })).leases[0]!
  const given = { ...inputs['mandates.record'], openSection: note } as never
  const { mandate } = await works('mandates.record', () => lead.mandates.record(given), look)
  const { id } = mandate
  const granteeId = mandate.grantees[0]!.id
  const version = async () => (await lead.mandates.read({ id })).mandate.version
  const correct = { ...inputs['mandates.correct'], openSection: note, id, version: 1 } as never
  await works('mandates.correct', () => lead.mandates.correct(correct), look)
  await works('mandates.ofResident', () => lead.mandates.ofResident({ residentId }), look)
  await works('mandates.read', () => lead.mandates.read({ id }), look)

  const attach = async (text: string) => {
    const uploadId = await uploadPaper(lead, 'valtakirja.pdf', pdf({ text }))
    return works('mandates.attachPaper', () => lead.mandates.attachPaper({ id, uploadId }), look)
  }
  const paperId = (await attach('1')).mandate.paperList[0]!.id
  await works('mandates.readPaper', () => lead.mandates.readPaper({ id, paperId }), look)
  const remove = { id, version: await version(), paperId }
  await works('mandates.removePaper', () => lead.mandates.removePaper(remove), look)
  const { mandate: now } = await attach('2')
  const confirm = { id, version: now.version, checked: now.checklist }
  await works('mandates.confirm', () => lead.mandates.confirm(confirm), look)
  await works('mandates.renewal', () => lead.mandates.renewal({ id }), look)
  const toSign = { ...inputs['mandates.form'], openSection: note } as never
  await works('mandates.form', () => lead.mandates.form(toSign), look)
  await works('mandates.receipt', () => lead.mandates.receipt({ id, language: 'sv' }), look)

  const { document } = inputs['identity.judge'] as { document: object }
  const own = { ...document, firstNames: 'Pekka', lastName: 'Poika', birthDate: '1980-01-01' }
  const shown = { ...inputs['mandates.identifyGrantee'], id, granteeId, document: own } as never
  await works('mandates.judgeGrantee', () => lead.mandates.judgeGrantee(shown), look)
  const accepted = { ...look, kept: '{"outcome":"accepted"}' }
  const unread = { ...inputs['mandates.recordUnreadableOfGrantee'], id, granteeId } as never
  await works(
    'mandates.recordUnreadableOfGrantee',
    () => lead.mandates.recordUnreadableOfGrantee(unread),
    look,
  )
  await works('mandates.identifyGrantee', () => lead.mandates.identifyGrantee(shown), accepted)

  const asked = { residentId, who: { kind: 'grantee', granteeId }, leaseNo, name: null } as const
  const ask = (action: 'returnKeys' | 'disturbance', answer: string) =>
    works('mandates.ask', () => lead.mandates.ask({ ...asked, action }), {
      ...look,
      kept: JSON.stringify({ action, answer }),
    })
  await ask('returnKeys', 'yes')
  const { askId } = await ask('disturbance', 'readOpenSection')
  const decide = () => lead.mandates.decide({ askId, allowed: true, note })
  await works('mandates.decide', decide, { ...look, kept: '{"allowed":true}' })
  const self = { ...asked, who: { kind: 'self' }, action: 'leaseInformation' } as const
  const answered = { askId: (await lead.mandates.ask(self)).askId }
  await works('mandates.leaseInformation', () => lead.mandates.leaseInformation(answered), look)

  const end = { id, version: await version(), by: 'grantor', how: 'byPhone', on: '2026-11-24', note } as const
  await works('mandates.revoke', () => lead.mandates.revoke(end), { ...look, kept: '{"by":"grantor"}' })
  const other = (await lead.mandates.record(given)).mandate
  const refused = { id: other.id, version: other.version, why: 'mistake', note } as const
  await works('mandates.refuse', () => lead.mandates.refuse(refused), { ...look, kept: '{"why":"mistake"}' })
}
