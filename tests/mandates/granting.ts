import type { DeskClient } from '#shared/contract/index'
import type { MandatePage } from '#shared/contract/mandateViews'
import type { Office } from '../residents/office'
import type { PersonName } from '../residents/testRegister'
import { pdf, uploadPaper } from './papers'

export type Recording = Parameters<DeskClient['mandates']['record']>[0]
export type Grantee = Recording['grantees'][number]
type Asking = Parameters<DeskClient['mandates']['ask']>[0]

/** A son who is no resident. */
export const son: Grantee = {
  residentId: null,
  firstNames: 'Pekka Juhani',
  lastName: 'Poika',
  birthDate: '1980-01-01',
  personalIdentityCode: null,
  phone: '040 123 4567',
  email: null,
}

let people = 0

/** Somebody whom no other power names. */
export function stranger(): Grantee {
  people += 1
  return { ...son, firstNames: `Vieras${people}` }
}

/** The lease of each person in the test register who gives a power here. */
export const leaseOf = {
  asa: 'L900001',
  eino: 'L900001',
  aada: 'L900001',
  onni: 'L900001',
  jukka: 'L900002',
  notice: 'L900006',
  ended: 'L900007',
  dead: 'L900008',
  salla: 'L900011',
  samu: 'L900011',
  siiri: 'L900011',
} as const satisfies Partial<Record<PersonName, string>>
export type Grantor = keyof typeof leaseOf

let made = 0

/** What is done with powers, by short names, at a page of an office. */
export function granting(getOffice: () => Office, getPage: () => DeskClient = () => getOffice().page) {
  const content = (who: Grantor, changes: Partial<Recording> = {}): Recording => ({
    residentId: getOffice().ids[who],
    renews: null,
    otherGrantorIds: [],
    parties: [],
    diedOn: null,
    grantees: [son],
    general: false,
    scopes: ['keys'],
    openSection: '',
    object: null,
    signedOn: '2026-11-20',
    validFrom: '2026-11-20',
    validUntil: null,
    arrived: 'atCounter',
    ...changes,
  })
  const record = async (who: Grantor, changes: Partial<Recording> = {}) =>
    (await getPage().mandates.record(content(who, changes))).mandate
  /** A paper that nobody has yet. */
  const newPaper = () => {
    made += 1
    return pdf({ text: `valtakirja ${made}` })
  }
  const attach = async (mandate: Pick<MandatePage, 'id'>, bytes = newPaper(), name = 'valtakirja.pdf') =>
    (
      await getPage().mandates.attachPaper({
        id: mandate.id,
        uploadId: await uploadPaper(getPage(), name, bytes),
      })
    ).mandate
  const confirm = async ({ id, version, checklist }: MandatePage) =>
    (await getPage().mandates.confirm({ id, version, checked: checklist })).mandate
  /** A power with its paper, confirmed. */
  const grant = async (who: Grantor, changes: Partial<Recording> = {}) =>
    confirm(await attach(await record(who, changes)))
  const ask = (who: Grantor, action: Asking['action'], changes: Partial<Asking> = {}) =>
    getPage().mandates.ask({
      residentId: getOffice().ids[who],
      who: { kind: 'self' },
      action,
      leaseNo: leaseOf[who],
      name: null,
      ...changes,
    })
  /** A grantee of a power as whoever is here. */
  const granteeOf = ({ grantees }: Pick<MandatePage, 'grantees'>, at = 0) =>
    ({ kind: 'grantee', granteeId: grantees[at]!.id }) as const
  /** The grantee shows a passport. */
  const identify = (mandate: MandatePage, at = 0) => {
    const { id: granteeId, firstNames, lastName, birthDate } = mandate.grantees[at]!
    return getPage().mandates.identifyGrantee({
      id: mandate.id,
      granteeId,
      document: {
        source: 'manual',
        kind: 'passport',
        issuingCountry: 'FIN',
        ...{ firstNames, lastName },
        birthDate: birthDate!,
        expiresOn: '2030-01-01',
        personalIdentityCode: null,
      },
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
    })
  }
  /** The newest events of a resident's timeline that are about powers, by what was done. */
  const told = async (who: PersonName) =>
    (await getPage().residents.timeline({ id: getOffice().ids[who], page: 0 })).events
      .filter(({ kind }) => kind === 'mandate')
      .map(({ detail }) => detail)
  return { content, record, newPaper, attach, confirm, grant, ask, granteeOf, identify, told }
}
