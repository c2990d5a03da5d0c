import type { ImportFile } from '../contract/register'

/**
 * The columns of the housing register's files, in the order in which docs/housing-register.md tells of them. An
 * importer finds them by name. What each one holds is written in docs/housing-register.md.
 */
export const registerColumns = {
  properties: [
    'property_id',
    'address',
    'postal_code',
    'district',
    'kind',
    'manager_name',
    'manager_phone',
    'manager_email',
    'maintenance_area',
    'cleaning',
    'cleaning_company',
  ],
  apartments: ['apartment_id', 'property_id', 'stair', 'number', 'rooms', 'area_m2'],
  people: [
    'person_id',
    'first_names',
    'last_name',
    'identity_code',
    'birth_date',
    'language',
    'phone',
    'email',
    'non_disclosure',
    'died',
  ],
  leases: ['lease_id', 'apartment_id', 'signed', 'begins', 'ends', 'notice_given'],
  occupancies: ['lease_id', 'person_id', 'role', 'from', 'to'],
  keys: ['apartment_id', 'key_kind', 'key_number', 'key_set', 'holder', 'person_id', 'since'],
} as const satisfies Record<ImportFile, readonly string[]>
