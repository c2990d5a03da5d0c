import type { MandateContent, MandatePage } from '#shared/contract/mandateViews'
import { formatPhone } from '#shared/rules/contacts'
import { parseFinnishDay } from '#shared/rules/localDay'
import type { MandateScope } from '#shared/rules/mandateScopes'
import { typedDay } from '../timetable/times'

export interface Someone {
  readonly id: string
  readonly name: string
}

/** A grantee as typed. Of a resident name and birth date are the register's. */
export interface GranteeValues {
  /** Which row of the form it is; never sent. */
  readonly key: number
  readonly resident: Someone | null
  readonly firstNames: string
  readonly lastName: string
  /** A birth date as typed. A personal identity code is never kept here: only the day that it gives. */
  readonly born: string
  readonly phone: string
  readonly email: string
}

/** What stands in the form of a power; days as people write them. */
export interface MandateValues {
  readonly otherGrantors: readonly Someone[]
  /** One to a line. */
  readonly parties: string
  readonly diedOn: string
  readonly grantees: readonly GranteeValues[]
  readonly general: boolean
  readonly scopes: readonly MandateScope[]
  readonly openSection: string
  readonly object: {
    readonly kind: 'everything' | 'lease' | 'apartment' | 'parkingSpace' | 'saunaTurn'
    readonly leaseNo: string
    readonly name: string
  }
  readonly signedOn: string
  readonly validFrom: string
  readonly validUntil: string
  readonly arrived: MandateContent['arrived'] | ''
}

export const newGrantee = (key: number): GranteeValues => ({
  key,
  resident: null,
  firstNames: '',
  lastName: '',
  born: '',
  phone: '',
  email: '',
})

/** An empty form. Of one who has died only their estate gives powers. */
export const emptyMandate = (died: boolean, leaseNo: string): MandateValues => ({
  otherGrantors: [],
  parties: '',
  diedOn: '',
  grantees: [newGrantee(0)],
  general: false,
  scopes: died ? ['estate'] : [],
  openSection: '',
  object: { kind: 'everything', leaseNo, name: '' },
  signedOn: '',
  validFrom: '',
  validUntil: '',
  arrived: '',
})

type Written = Omit<MandateContent, 'signedOn' | 'validFrom' | 'validUntil' | 'arrived'>

/** What a new power says that is granted anew from an old one: everything but its days and how it came. */
export function renewedMandate(
  written: Written,
  names: ReadonlyMap<string, string>,
  leaseNo: string,
): MandateValues {
  const nameOf = (id: string) => names.get(id) ?? ''
  const { object } = written
  return {
    ...emptyMandate(false, leaseNo),
    otherGrantors: written.otherGrantorIds.map((id) => ({ id, name: nameOf(id) })),
    parties: written.parties.join('\n'),
    diedOn: written.diedOn === null ? '' : typedDay(written.diedOn),
    grantees: written.grantees.map(
      ({ residentId, firstNames, lastName, birthDate, phone, email }, key): GranteeValues => ({
        key,
        resident: residentId === null ? null : { id: residentId, name: `${firstNames} ${lastName}`.trim() },
        firstNames: residentId === null ? firstNames : '',
        lastName: residentId === null ? lastName : '',
        born: residentId === null && birthDate !== null ? typedDay(birthDate) : '',
        phone: phone === null ? '' : formatPhone(phone),
        email: email ?? '',
      }),
    ),
    general: written.general,
    scopes: written.scopes,
    openSection: written.openSection,
    object:
      object === null
        ? { kind: 'everything', leaseNo, name: '' }
        : 'leaseNo' in object
          ? { kind: object.kind, leaseNo: object.leaseNo, name: '' }
          : { kind: object.kind, leaseNo, name: object.name },
  }
}

/** A recorded power as it stands in the form. */
export function recordedMandate(mandate: MandatePage, residentId: string, leaseNo: string): MandateValues {
  const { object } = mandate
  const others = mandate.grantors.filter((grantor) => grantor.residentId !== residentId)
  const written: Written = {
    otherGrantorIds: others.map((grantor) => grantor.residentId),
    parties: mandate.parties,
    diedOn: mandate.diedOn,
    grantees: mandate.grantees.map((grantee) => ({ ...grantee, personalIdentityCode: null })),
    general: mandate.general,
    scopes: mandate.scopes,
    openSection: mandate.openSection,
    object:
      object === null
        ? null
        : object.kind === 'lease' || object.kind === 'apartment'
          ? { kind: object.kind, leaseNo: object.leaseNo ?? '' }
          : { kind: object.kind, name: object.name ?? '' },
  }
  const names = new Map(others.map((grantor) => [grantor.residentId, grantor.name]))
  return {
    ...renewedMandate(written, names, leaseNo),
    signedOn: typedDay(mandate.signedOn),
    validFrom: mandate.validFrom === mandate.signedOn ? '' : typedDay(mandate.validFrom),
    validUntil: mandate.validUntil === null ? '' : typedDay(mandate.validUntil),
    arrived: mandate.arrived,
  }
}

/** The fields in the order in which they stand, as they are compared with what another saved meanwhile. */
export const mandateFields = [
  'grantees',
  'general',
  'scopes',
  'openSection',
  'object',
  'diedOn',
  'parties',
  'otherGrantors',
  'signedOn',
  'validFrom',
  'validUntil',
  'arrived',
] as const satisfies readonly (keyof MandateValues)[]
export type MandateField = (typeof mandateFields)[number]

const day = (text: string) => parseFinnishDay(text) ?? text.trim()
const objectSaid = ({ kind, leaseNo, name }: MandateValues['object']) =>
  kind === 'everything' ? kind : `${kind} ${kind === 'lease' || kind === 'apartment' ? leaseNo : name.trim()}`
const said = (field: MandateField, values: MandateValues): unknown => {
  switch (field) {
    case 'grantees':
      return values.grantees.map(({ key: _, resident, born, ...written }) => [
        resident?.id,
        day(born),
        ...Object.values(written).map((text) => text.trim()),
      ])
    case 'otherGrantors':
      return values.otherGrantors.map(({ id }) => id)
    case 'scopes':
      return values.scopes.toSorted()
    case 'object':
      return objectSaid(values.object)
    case 'parties':
      return partiesOf(values)
    case 'diedOn':
    case 'signedOn':
    case 'validFrom':
    case 'validUntil':
      return day(values[field])
    default:
      return values[field]
  }
}
export const mandateComparing = {
  fields: mandateFields,
  same: (field: MandateField, a: MandateValues, b: MandateValues) =>
    JSON.stringify(said(field, a)) === JSON.stringify(said(field, b)),
}

export const isEstate = ({ scopes }: MandateValues): boolean => scopes.includes('estate')

export const partiesOf = ({ parties }: MandateValues): readonly string[] =>
  parties
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')
