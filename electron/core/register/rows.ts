import type { ImportFile } from '#shared/contract/register'
import { normaliseEmail, normalisePhone } from '#shared/rules/contacts'
import { type KeyKind, keyKinds } from '#shared/rules/keyLedger'
import { normaliseLanguage } from '#shared/rules/language'
import type { LocalDay } from '#shared/rules/localDay'
import { parsePersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { RejectedRow, type RowFields } from './fields'

/** The rows of the files as the program understands them; they refer to each other by the register's own ids. */
export interface RegisterRows {
  properties: {
    propertyNo: string
    address: string
    postalCode: string
    district: string
    kind: 'rental' | 'special' | 'asoy'
    managerName: string
    managerPhone: string
    managerEmail: string
    maintenanceArea: string
    cleaning: 'own' | 'company'
    cleaningCompany: string | null
  }
  apartments: {
    apartmentNo: string
    propertyNo: string
    stair: string
    number: string
    rooms: number
    areaM2: number
  }
  people: {
    residentNo: string
    firstNames: string
    lastName: string
    identityCode: string | null
    birthDate: LocalDay
    language: string
    phone: string | null
    email: string | null
    nonDisclosure: boolean
    diedOn: LocalDay | null
  }
  leases: {
    leaseNo: string
    apartmentNo: string
    signedOn: LocalDay | null
    beginsOn: LocalDay
    endsOn: LocalDay | null
    noticeGivenOn: LocalDay | null
  }
  occupancies: {
    leaseNo: string
    residentNo: string
    role: 'mainTenant' | 'resident'
    fromOn: LocalDay
    toOn: LocalDay | null
  }
  keys: {
    apartmentNo: string
    kind: KeyKind
    number: string
    setName: string
    holder: (typeof registerHolders)[number]
    /** Of a resident; otherwise null. */
    residentNo: string | null
    since: LocalDay
  }
}

/** Who can have a key by the register; a grantee is known to the ledger alone. */
const registerHolders = ['heka', 'blc', 'resident', 'maintenance', 'lost'] as const

/** Columns that a file may do without. */
export const optionalColumns: Readonly<Partial<Record<ImportFile, readonly string[]>>> = {
  people: ['died'],
  keys: ['key_set'],
}

/** How one row of each file is read. Each throws RejectedRow; the meaning of the columns is in docs/housing-register.md. */
export const rowReaders: {
  readonly [File in ImportFile]: (fields: RowFields, today: LocalDay) => RegisterRows[File]
} = {
  properties: (fields) => {
    const cleaning = fields.choice('cleaning', ['own', 'company'])
    const postalCode = fields.required('postal_code', 5)
    if (!/^\d{5}$/.test(postalCode)) throw new RejectedRow('badNumber', 'postal_code')
    return {
      propertyNo: fields.required('property_id', 40),
      address: fields.required('address', 120),
      postalCode,
      district: fields.required('district', 80),
      kind: fields.choice('kind', ['rental', 'special', 'asoy']),
      managerName: fields.required('manager_name', 120),
      managerPhone: phone(fields, 'manager_phone') ?? missing('manager_phone'),
      // Who has none is told by phone; what is for them waits until the register has it.
      managerEmail: email(fields, 'manager_email') ?? '',
      maintenanceArea: fields.required('maintenance_area', 80),
      cleaning,
      cleaningCompany: cleaning === 'own' ? null : fields.required('cleaning_company', 120),
    }
  },
  apartments: (fields) => ({
    apartmentNo: fields.required('apartment_id', 40),
    propertyNo: fields.required('property_id', 40),
    stair: fields.text('stair', 10),
    number: fields.required('number', 10),
    rooms: fields.integer('rooms', 1, 50),
    areaM2: fields.number('area_m2', 1, 2000),
  }),
  people: (fields, today) => {
    const { identityCode, birthDate } = born(fields, today)
    const diedOn = fields.day('died')
    if (diedOn !== null && diedOn < birthDate) throw new RejectedRow('dateOrder', 'died')
    return {
      residentNo: fields.required('person_id', 40),
      firstNames: fields.required('first_names', 200),
      lastName: fields.required('last_name', 120),
      identityCode,
      birthDate,
      language: language(fields),
      phone: phone(fields, 'phone'),
      email: email(fields, 'email'),
      nonDisclosure: fields.choice('non_disclosure', ['yes', 'no']) === 'yes',
      diedOn,
    }
  },
  leases: (fields) => {
    const beginsOn = fields.requiredDay('begins')
    const endsOn = fields.day('ends')
    if (endsOn !== null && endsOn < beginsOn) throw new RejectedRow('dateOrder', 'ends')
    return {
      leaseNo: fields.required('lease_id', 40),
      apartmentNo: fields.required('apartment_id', 40),
      signedOn: fields.day('signed'),
      beginsOn,
      endsOn,
      noticeGivenOn: fields.day('notice_given'),
    }
  },
  occupancies: (fields) => {
    const fromOn = fields.requiredDay('from')
    const toOn = fields.day('to')
    if (toOn !== null && toOn < fromOn) throw new RejectedRow('dateOrder', 'to')
    return {
      leaseNo: fields.required('lease_id', 40),
      residentNo: fields.required('person_id', 40),
      role: fields.choice('role', ['main_tenant', 'resident']) === 'main_tenant' ? 'mainTenant' : 'resident',
      fromOn,
      toOn,
    }
  },
  keys: (fields, today) => {
    const number = fields.required('key_number', 40)
    // How a spreadsheet writes a long number; which one it was is lost.
    if (/^\d+([.,]\d+)?e\+\d+$/i.test(number)) throw new RejectedRow('badNumber', 'key_number')
    const holder = fields.choice('holder', registerHolders)
    const person = fields.text('person_id', 40)
    if (holder === 'resident' && person === '') throw new RejectedRow('required', 'person_id')
    if (holder !== 'resident' && person !== '') throw new RejectedRow('holderMismatch', 'person_id')
    const since = fields.requiredDay('since')
    if (since > today) throw new RejectedRow('keyInFuture', 'since')
    return {
      apartmentNo: fields.required('apartment_id', 40),
      kind: fields.choice('key_kind', keyKinds),
      number,
      setName: fields.text('key_set', 60),
      holder,
      residentNo: person === '' ? null : person,
      since,
    }
  },
}

/** What tells a row apart in its file and from one import to the next. */
export const rowKeys: { readonly [File in ImportFile]: (row: RegisterRows[File]) => string } = {
  properties: (row) => row.propertyNo,
  apartments: (row) => row.apartmentNo,
  people: (row) => row.residentNo,
  leases: (row) => row.leaseNo,
  occupancies: (row) => `${row.leaseNo} ${row.residentNo} ${row.fromOn}`,
  keys: (row) => keyOfKey(row.apartmentNo, row.kind, row.number),
}

/** Parts the three that tell a key apart: no text of a row holds it, as one may hold a space. */
export const keySeparator = '\u001f'
export const keyOfKey = (apartmentNo: string, kind: string, number: string): string =>
  `${apartmentNo}${keySeparator}${kind}${keySeparator}${number}`

/** What two numbers of a key have in common that differ in nothing but the zeros they begin with. */
export const withoutZeros = (apartmentNo: string, kind: string, number: string): string =>
  keyOfKey(apartmentNo, kind, number.replace(/^0+(?=.)/, ''))

/** The columns that the key is made of, for rows that could not be read whole. */
export const keyColumns: Readonly<Record<ImportFile, readonly string[]>> = {
  properties: ['property_id'],
  apartments: ['apartment_id'],
  people: ['person_id'],
  leases: ['lease_id'],
  occupancies: ['lease_id', 'person_id', 'from'],
  keys: ['apartment_id', 'key_kind', 'key_number'],
}

function missing(column: string): never {
  throw new RejectedRow('required', column)
}

function phone(fields: RowFields, column: string): string | null {
  const text = fields.text(column, 60)
  if (text === '') return null
  const result = normalisePhone(text)
  if (!result.ok) throw new RejectedRow('badPhone', column)
  return result.value
}

function email(fields: RowFields, column: string): string | null {
  const text = fields.text(column, 254)
  if (text === '') return null
  const result = normaliseEmail(text)
  if (!result.ok) throw new RejectedRow('badEmail', column)
  return result.value
}

function language(fields: RowFields): string {
  const result = normaliseLanguage(fields.required('language', 8))
  if (!result.ok) throw new RejectedRow('badChoice', 'language')
  return result.value
}

function born(fields: RowFields, today: LocalDay): { identityCode: string | null; birthDate: LocalDay } {
  const code = fields.text('identity_code', 20)
  const given = fields.day('birth_date')
  if (given !== null && given > today) throw new RejectedRow('birthDateFuture', 'birth_date')
  if (code === '') return { identityCode: null, birthDate: given ?? missing('birth_date') }
  const parsed = parsePersonalIdentityCode(code, today)
  if (!parsed.ok) throw new RejectedRow(parsed.refusal, 'identity_code')
  if (given !== null && given !== parsed.value.birthDate)
    throw new RejectedRow('birthDateMismatch', 'birth_date')
  return { identityCode: parsed.value.code, birthDate: parsed.value.birthDate }
}
