import type { RegisterFile } from '#shared/contract/register'

/** The columns of each file, in the order in which docs/housing-register.md tells of them. */
export const columnsOf = {
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
} as const satisfies Record<RegisterFile, readonly string[]>

type Column = (typeof columnsOf)[RegisterFile][number]

const all: readonly string[] = Object.values(columnsOf).flat()

/** Whether a column is one that the program knows; what else a file has, it may call anything. */
export const isColumn = (name: string): name is Column => all.includes(name)
