import type { DeskClient } from '#shared/contract/index'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import type { RequestFields, RequestPerson } from '#shared/rules/requestFields'
import { type RequestKind, requestKindRule } from '#shared/rules/requestKinds'
import { typedFor } from '../identity/documents'
import { leaseOf } from '../mandates/granting'
import type { Office } from '../residents/office'
import type { PersonName } from '../residents/testRegister'

type Making = Parameters<DeskClient['requests']['make']>[0]
type Settings = Awaited<ReturnType<DeskClient['requests']['readSettings']>>

/** The lease of each person of the test register who asks for something here. */
const leases = {
  ...leaseOf,
  asoy: 'L900009',
  fatima: 'A-90003',
  special: 'L900010',
  future: 'L900004',
} as const
export type Asker = keyof typeof leases

/** A caller who has been asked enough. */
export const caller: Making['who'] = { kind: 'caller', questions: ['rooms', 'household'] }
export const self: Making['who'] = { kind: 'self' }

/** A short form that is in order on a day. Of people, only who is named. */
function filled(kind: RequestKind, day: LocalDay, people: readonly RequestPerson[] = []): RequestFields {
  return Object.fromEntries(
    requestKindRule(kind).fields.map((field) => {
      switch (field.type) {
        case 'people':
          return [field.name, [...people]]
        case 'choice':
          return [field.name, field.choices[0] ?? '']
        case 'day':
          return [field.name, field.name === 'endsOn' ? '' : day]
        case 'space':
          return [field.name, 'AP 12']
        default:
          return [field.name, `teksti ${field.name}`]
      }
    }),
  )
}

/** Service requests by short names, at a page of an office. */
export function requesting(getOffice: () => Office, getPage: () => DeskClient = () => getOffice().page) {
  /** Those who live with somebody, as they stay. */
  const living = async (who: Asker): Promise<RequestPerson[]> => {
    const at = { residentId: getOffice().ids[who], leaseNo: leases[who] }
    const { living } = await getOffice().page.requests.form(at)
    return living.map((each) => ({ ...each, change: 'stays', on: null }))
  }
  const newcomer: RequestPerson = {
    residentId: null,
    name: 'Uusi Asukas',
    change: 'movesIn',
    on: '2026-12-01',
  }
  /** Everything that a kind's form needs, with the people who live there. */
  const form = async (who: Asker, kind: RequestKind): Promise<RequestFields> => {
    const today = helsinkiDay(getOffice().desk.now())
    if (kind === 'changeResidents') return filled(kind, today, [...(await living(who)), newcomer])
    if (kind !== 'transferLease') return filled(kind, today)
    const others = (await living(who)).filter(({ residentId }) => residentId !== getOffice().ids[who])
    return filled(kind, today, others.slice(0, 1))
  }
  const make = async (who: Asker, kind: RequestKind, more: Partial<Making> = {}) =>
    getPage().requests.make({
      residentId: getOffice().ids[who],
      leaseNo: leases[who],
      kind,
      who: self,
      ...more,
      fields: (more.fields ?? (await form(who, kind))) as Making['fields'],
    })
  const page = async (...given: Parameters<typeof make>) => (await make(...given)).request
  /** The resident shows a passport. */
  const pass = (who: PersonName) =>
    getOffice().page.identity.record({
      residentId: getOffice().ids[who],
      purpose: 'other',
      document: typedFor(who),
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
    })
  const settings = async (change: (before: Settings) => Partial<Settings>) => {
    const before = await getOffice().page.requests.readSettings()
    return getOffice().page.requests.saveSettings({ ...before, ...change(before) })
  }
  const emails = (change: Partial<Settings['emails']>) =>
    settings((before) => ({ emails: { ...before.emails, ...change } }))
  /** The newest events of a resident's timeline that are about requests. */
  const told = async (who: PersonName) =>
    (await getOffice().page.residents.timeline({ id: getOffice().ids[who], page: 0 })).events
      .filter(({ kind }) => kind === 'request')
      .map(({ detail }) => detail)
  /** The text of a message. */
  const text = async (messageId: string | null) => getOffice().page.outbox.read({ id: messageId ?? '' })
  return { living, newcomer, form, make, page, pass, settings, emails, told, text }
}
