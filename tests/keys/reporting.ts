import type { DeskClient } from '#shared/contract/index'
import type { Office } from '../residents/office'
import { type KeyPerson, keeping, today } from './keeping'

type Keys = DeskClient['keys']
type Registering = Parameters<Keys['register']>[0]
type Applying = Parameters<Keys['applyReport']>[0]
type Preview = Awaited<ReturnType<Keys['previewReport']>>

export const heading = 'reference;key_kind;key_number;result;day;note'

/** A report's file of these lines. */
export const csv = (...lines: readonly string[]) => `${[heading, ...lines].join('\n')}\n`

const file = (text: string | Buffer, name = 'raportti.csv', month = '2026-11') => ({
  name,
  month,
  base64: Buffer.from(text).toString('base64'),
})

/** BLC Turva's reports by short names, at the lead's page of an office, with what hand-offs need. */
export function reporting(getOffice: () => Office) {
  const keys = () => getOffice().page.keys
  const kept = keeping(getOffice)
  /** Registers keys of these numbers of somebody's home; theirs when no holder is named. */
  const register = async (
    who: KeyPerson,
    numbers: readonly string[],
    holder: Registering['holder'] = kept.resident(who),
  ) => {
    const { apartmentId } = await kept.homeOf(who)
    const all = await keys().register({
      apartmentId,
      keys: numbers.map((number) => ({ kind: 'apartment', number, setName: '', note: '' })),
      holder,
      happenedOn: '2020-01-01',
      word: 'register',
      wordText: '',
    })
    return numbers.map((number) => all.keys.find((key) => key.number === number)!)
  }
  const read = (id: string) => kept.read({ id })
  /** Enters a report by hand, of a hand-off as it is now. */
  const enter = async (id: string, more: Partial<Parameters<Keys['enterReport']>[0]>) =>
    kept.report(await read(id), { keys: [], ...more })
  const preview = (text: string | Buffer, month?: string) =>
    keys().previewReport(file(text, 'raportti.csv', month))
  /** Previews a file and takes it in as it was previewed. */
  const apply = async (
    text: string | Buffer,
    more: Partial<Applying> = {},
    page: DeskClient = getOffice().page,
  ) => {
    const given = { ...file(text), ...more }
    const { counts } = await page.keys.previewReport(given)
    return page.keys.applyReport({ withoutRejected: false, previewed: counts, note: '', ...given })
  }
  /** Who has a key now. */
  const holderOf = async (id: string) => (await kept.now({ id })).holder
  return { ...kept, register, make: kept.handoff, read, enter, file, preview, apply, holderOf, today }
}

/** What a preview says of each row: what becomes of it, why, and in which column. */
export const said = ({ rows }: Preview) =>
  rows.map(({ line, becomes, problem, column }) =>
    [line, becomes, problem ?? '-', ...(column ? [column] : [])].join(' '),
  )
