import type { DeskClient } from '#shared/contract/index'
import type { HandoffPage } from '#shared/contract/keyHandoffViews'
import type { KeyView } from '#shared/contract/keyViews'
import { leaseOf } from '../mandates/granting'
import type { Office } from '../residents/office'
import type { PersonName } from '../residents/testRegister'

type Registering = Parameters<DeskClient['keys']['register']>[0]
type Moving = Parameters<DeskClient['keys']['move']>[0]
type Making = Parameters<DeskClient['keys']['makeHandoff']>[0]

const leases = { ...leaseOf, future: 'L900004', asoy: 'L900009', fatima: 'A-90003' } as const
export type KeyPerson = keyof typeof leases

/** The day on which everything in the tests happens. */
export const today = '2026-11-24'
const seen = { happenedOn: today, word: 'heka', wordText: '' } as const
let made = 0

/** Keys and hand-offs by short names, at a page of an office. */
export function keeping(getOffice: () => Office, getPage: () => DeskClient = () => getOffice().page) {
  const id = (who: PersonName) => getOffice().ids[who]
  const resident = (who: PersonName) => ({ kind: 'resident' as const, residentId: id(who) })
  const homeOf = async (who: KeyPerson) => {
    const { homes } = await getPage().keys.ofResident({ residentId: id(who) })
    return homes.find(({ leaseNo }) => leaseNo === leases[who])!
  }
  /** Registers so many keys of somebody's home that no other test knows, with a holder; theirs when none is named. */
  async function keys(
    who: KeyPerson,
    n = 1,
    more: Partial<Registering> & { readonly kind?: KeyView['kind'] } = {},
  ): Promise<KeyView[]> {
    const { kind = 'apartment', ...given } = more
    const { apartmentId } = await homeOf(who)
    const numbers = Array.from({ length: n }, () => {
      made += 1
      return `00${made}`
    })
    const ledger = await getPage().keys.register({
      apartmentId,
      keys: numbers.map((number) => ({ kind, number, setName: '', note: '' })),
      holder: resident(who),
      happenedOn: '2026-01-01',
      word: 'register',
      wordText: '',
      ...given,
    })
    return numbers.map((number) => ledger.keys.find((key) => key.number === number)!)
  }
  const asSeen = (all: readonly Pick<KeyView, 'id' | 'seq'>[]) => all.map(({ id, seq }) => ({ id, seq }))
  const move = (all: readonly KeyView[], to: Moving['to'], more: Partial<Moving> = {}) =>
    getPage().keys.move({ keys: asSeen(all), to, ...seen, ...more })
  const history = (key: Pick<KeyView, 'id'>) => getPage().keys.history({ keyId: key.id })
  /** A key as it is now. */
  const now = async (key: Pick<KeyView, 'id'>) => (await history(key)).key
  const handoff = async (
    who: KeyPerson,
    all: readonly KeyView[],
    more: Partial<Making> = {},
  ): Promise<HandoffPage> =>
    (
      await getPage().keys.makeHandoff({
        residentId: id(who),
        leaseNo: leases[who],
        direction: 'return',
        keys: asSeen(all),
        dueOn: '2026-12-31',
        who: { kind: 'resident' },
        language: 'fi',
        send: 'paper',
        note: '',
        requestId: null,
        ...more,
      })
    ).handoff
  const which = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })
  const read = async ({ id }: { readonly id: string }) => (await getPage().keys.readHandoff({ id })).handoff
  /** What BLC Turva counted of a hand-off, entered by hand: everything came when nothing else is said. */
  const report = async (
    of: HandoffPage,
    more: Partial<Parameters<DeskClient['keys']['enterReport']>[0]> = {},
  ): Promise<HandoffPage> =>
    (
      await getPage().keys.enterReport({
        ...which(of),
        happenedOn: today,
        at: 'blc',
        withBlc: false,
        keys: of.items.map(({ key }) => ({ keyId: key.id, result: 'arrived' as const })),
        extra: [],
        note: '',
        ...more,
      })
    ).handoff
  const settings = async (change: Partial<Awaited<ReturnType<DeskClient['keys']['readSettings']>>>) =>
    getOffice().page.keys.saveSettings({ ...(await getOffice().page.keys.readSettings()), ...change })
  /** The newest events of a resident's timeline that are about keys. */
  const told = async (who: PersonName) =>
    (await getOffice().page.residents.timeline({ id: id(who), page: 0 })).events
      .filter(({ kind }) => kind === 'keys')
      .map(({ detail }) => detail)
  /** The data of a refusal. */
  const refusalOf = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (error: { readonly data?: unknown }) => error.data as Record<string, unknown> | undefined,
    )
  return {
    id,
    resident,
    homeOf,
    keys,
    asSeen,
    move,
    history,
    now,
    handoff,
    which,
    read,
    report,
    settings,
    told,
    refusalOf,
    seen,
  }
}
