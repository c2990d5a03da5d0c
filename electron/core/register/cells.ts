import type { ImportFile } from '#shared/contract/register'
import { maskPersonalIdentityCode } from '#shared/rules/personalIdentityCode'

/** Which field of a row each column of its file is, where the two have different names or need putting into words. */
const names: Readonly<Record<ImportFile, Readonly<Record<string, string>>>> = {
  properties: {
    property_id: 'propertyNo',
    address: 'address',
    postal_code: 'postalCode',
    district: 'district',
    kind: 'kind',
    manager_name: 'managerName',
    manager_phone: 'managerPhone',
    manager_email: 'managerEmail',
    maintenance_area: 'maintenanceArea',
    cleaning: 'cleaning',
    cleaning_company: 'cleaningCompany',
  },
  apartments: {
    apartment_id: 'apartmentNo',
    property_id: 'propertyNo',
    stair: 'stair',
    number: 'number',
    rooms: 'rooms',
    area_m2: 'areaM2',
  },
  people: {
    person_id: 'residentNo',
    first_names: 'firstNames',
    last_name: 'lastName',
    identity_code: 'identityCode',
    birth_date: 'birthDate',
    language: 'language',
    phone: 'phone',
    email: 'email',
    non_disclosure: 'nonDisclosure',
    died: 'diedOn',
  },
  leases: {
    lease_id: 'leaseNo',
    apartment_id: 'apartmentNo',
    signed: 'signedOn',
    begins: 'beginsOn',
    ends: 'endsOn',
    notice_given: 'noticeGivenOn',
  },
  occupancies: { lease_id: 'leaseNo', person_id: 'residentNo', role: 'role', from: 'fromOn', to: 'toOn' },
  keys: {
    apartment_id: 'apartmentNo',
    key_kind: 'kind',
    key_number: 'number',
    key_set: 'setName',
    holder: 'holder',
    person_id: 'residentNo',
    since: 'since',
  },
}

function cell(column: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (column === 'identity_code') return maskPersonalIdentityCode(String(value))
  if (column === 'role') return value === 'mainTenant' ? 'main_tenant' : 'resident'
  return String(value)
}

/** What non-disclosure hides of a person's row. */
export const contactColumns: readonly string[] = ['phone', 'email']

/** A row as its file would say it, column by column. Codes are masked; contacts under non-disclosure are left out. */
export function cellsOf(file: ImportFile, row: object): Readonly<Record<string, string | null>> {
  const fields = row as Record<string, unknown>
  const hidden = file === 'people' && fields.nonDisclosure === true
  return Object.fromEntries(
    Object.entries(names[file]).map(([column, name]) => [
      column,
      hidden && contactColumns.includes(column) ? null : cell(column, fields[name]),
    ]),
  )
}
