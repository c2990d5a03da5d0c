import type { DeskClient } from '#shared/contract/index'
import type { Acting } from '../mandates/everyAct'
import type { Office } from '../residents/office'
import { examples, nobody } from '../support/procedures'
import { csv, reporting } from './reporting'

const nobodyKnows = 'AAAABBBBCCCC'
let files = 0

/** A report's file that no test has taken in, with one row of a reference that nobody knows. */
function strangeFile() {
  files += 1
  const text = csv(`${nobodyKnows};apartment;${files};arrived;2026-11-24;`)
  return { name: 'raportti.csv', month: '2026-11', base64: Buffer.from(text).toString('base64') }
}

/** Somebody else who lives somewhere, with an e-mail address. */
async function somebodyElse(lead: DeskClient, residentId: string): Promise<string> {
  for (const { id } of (await lead.residents.search({ text: 'ma' })).hits) {
    const { version, leases, marks } = await lead.residents.read({ id })
    if (id === residentId || leases.length === 0 || marks.includes('deceased')) continue
    await lead.residents.correctContacts({ id, version, email: 'avaimet@example.org' })
    return id
  }
  throw new Error('nobody else lives anywhere')
}

/** Does everything with reports, cases and reminders that leaves an audit record, each thing as its own work. */
export async function everyReportAct({ lead, residentId, note, look, works }: Acting): Promise<void> {
  const noOne = { subject_id: null, kept: '{}' }
  /** A hand-off of new keys of somebody's home that they have. */
  const make = async (who: string, ...numbers: readonly string[]) => {
    const { leaseNo } = (await lead.residents.read({ id: who })).leases[0]!
    const { apartmentId } = (await lead.keys.ofResident({ residentId: who })).homes[0]!
    const inputs = examples({ ...nobody, residentId: who, apartmentId, leaseNo })
    const holder = { kind: 'resident', residentId: who }
    const keys = numbers.map((number) => ({ kind: 'storage', number, setName: '', note }))
    const ledger = await lead.keys.register({ ...inputs['keys.register'], holder, keys } as never)
    const all = numbers.map((number) => ledger.keys.find((key) => key.number === number)!)
    const some = all.map(({ id, seq }) => ({ id, seq }))
    return (await lead.keys.makeHandoff({ ...inputs['keys.makeHandoff'], keys: some } as never)).handoff
  }
  const which = ({ id, version }: { id: string; version: number }) => ({ id, version })

  const file = strangeFile()
  const { counts } = await works('keys.previewReport', () => lead.keys.previewReport(file), noOne)
  const apply = { ...file, withoutRejected: false, previewed: counts, note }
  const taken = { ...noOne, kept: '{"month":"2026-11","withoutRejected":false}' }
  const { report } = await works('keys.applyReport', () => lead.keys.applyReport(apply), taken)
  await works('keys.readReport', () => lead.keys.readReport({ id: report.id }), noOne)
  const open = await works('keys.openRows', () => lead.keys.openRows({ page: 0 }), noOne)
  const one = await make(residentId, '0801', '0802')
  const match = { ...which(open.rows[0]!), handoffId: one.id, keyId: null, note }
  await works('keys.matchRow', () => lead.keys.matchRow(match), look)
  const again = await lead.keys.applyReport({ ...apply, ...strangeFile() })
  const dismiss = { ...which(again.rows[0]!), note }
  await works('keys.dismissRow', () => lead.keys.dismissRow(dismiss), noOne)

  const [first] = one.items
  const { version } = (await lead.keys.readHandoff({ id: one.id })).handoff
  const opened = await works(
    'keys.openCase',
    () => lead.keys.openCase({ id: one.id, version, keyId: first!.key.id, kind: 'missing', note }),
    { ...look, kept: '{"kind":"missing"}' },
  )
  const difference = opened.handoff.cases.at(-1)!
  const choose = { ...which(difference), choice: 'charge', chargeCents: 8900, note } as const
  const chosen = { ...look, kept: '{"choice":"charge"}' }
  const { handoff } = await works('keys.chooseInCase', () => lead.keys.chooseInCase(choose), chosen)
  const close = {
    ...which(handoff.cases.at(-1)!),
    outcome: 'writtenOff',
    at: 'blc',
    happenedOn: '2026-11-24',
    note,
  } as const
  const closed = { ...look, kept: '{"outcome":"writtenOff"}' }
  await works('keys.closeCase', () => lead.keys.closeCase(close), closed)

  const two = await make(residentId, '0803')
  await works('keys.reminderLetter', () => lead.keys.reminderLetter({ id: two.id, language: 'fi' }), look)
  // Whoever has no address cannot be reminded; this one's page is not what others look at here.
  const other = await somebodyElse(lead, residentId)
  const three = await make(other, '0804')
  await works('keys.remind', () => lead.keys.remind(which(three)), { ...look, subject_id: other })
}

/** For every command about reports, cases and reminders, what has to be so that it can be carried out, and with which input it then is. */
export function preparingReports(office: Office): Readonly<Record<string, () => Promise<object>>> {
  const { keys, make, enter, apply, today } = reporting(() => office)
  const which = ({ id, version }: { id: string; version: number }) => ({ id, version })
  const row = async () => (await apply(Buffer.from(strangeFile().base64, 'base64'))).rows[0]!
  const missing = async () => {
    const [one] = await keys('asa')
    const { id } = await make('asa', [one!])
    return (await enter(id, { keys: [{ keyId: one!.id, result: 'missing' }] })).cases[0]!
  }
  type Preview = Parameters<DeskClient['keys']['previewReport']>[0]
  const counted = async (file: Preview) => (await office.page.keys.previewReport(file)).counts
  return {
    'keys.applyReport': async () => {
      const file = strangeFile()
      return { ...file, withoutRejected: false, previewed: await counted(file), note: '' }
    },
    'keys.enterReport': async () => {
      const handoff = await make('asa', await keys('asa'))
      const reported = handoff.items.map(({ key }) => ({ keyId: key.id, result: 'arrived' }))
      return {
        ...which(handoff),
        ...{ happenedOn: today, at: 'blc', withBlc: false, keys: reported, extra: [], note: '' },
      }
    },
    'keys.matchRow': async () => ({
      ...which(await row()),
      ...{ handoffId: (await make('asa', await keys('asa'))).id, keyId: null, note: '' },
    }),
    'keys.dismissRow': async () => ({ ...which(await row()), note: 'vieras kuori' }),
    'keys.openCase': async () => {
      const handoff = await make('asa', await keys('asa'))
      return { ...which(handoff), keyId: handoff.items[0]!.key.id, kind: 'missing', note: '' }
    },
    'keys.chooseInCase': async () => ({
      ...which(await missing()),
      ...{ choice: 'charge', chargeCents: 8900, note: 'kadonnut' },
    }),
    'keys.closeCase': async () => ({
      ...which(await missing()),
      ...{ outcome: 'found', at: 'blc', happenedOn: today, note: '' },
    }),
    'keys.remind': async () => which(await make('asa', await keys('asa'))),
  }
}
