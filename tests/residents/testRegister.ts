import { csvLine } from '#core/register/practice/csv'
import { type RegisterFile, registerFiles } from '#shared/contract/register'
import { formatPersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { registerColumns } from '#shared/rules/registerColumns'
import type { RegisterTexts } from '../support/register'

type Cells = Readonly<Record<string, string>>

const properties: Readonly<Record<string, Cells>> = {
  T1: { address: 'Sörnäisten rantatie 33', postal_code: '00500', district: 'Sörnäinen', kind: 'rental' },
  T2: { address: 'Kontulankaari 11-13', postal_code: '00940', district: 'Kontula', kind: 'special' },
  T3: { address: 'Porvoonkatu 21 b', postal_code: '00520', district: 'Alppila', kind: 'asoy' },
  // Nobody but the household with a protected person lives here, so that any trace of it is a leak.
  T9: { address: 'Salatie 7', postal_code: '00995', district: 'Suojala', kind: 'rental' },
}

const apartments: Readonly<Record<string, Cells>> = {
  'T1-C12': { property_id: 'T1', stair: 'C', number: '12' },
  'T1-C13': { property_id: 'T1', stair: 'C', number: '13' },
  'T1-D20': { property_id: 'T1', stair: 'D', number: '20b' },
  'T2-3': { property_id: 'T2', stair: '', number: '3' },
  'T3-A4': { property_id: 'T3', stair: 'A', number: '4' },
  'T9-A1': { property_id: 'T9', stair: 'A', number: '1' },
}

/** A person with a temporary code of the birth date; `code` false for one whom the register knows without a code. */
function person(
  first_names: string,
  last_name: string,
  birth_date: string,
  more: Cells = {},
  code: number | false = 901,
): Cells {
  const identity_code = code === false ? '' : formatPersonalIdentityCode(birth_date, code)
  return { first_names, last_name, birth_date, identity_code, ...more }
}

/** Those who live in the test register, by the names the tests call them. Their ids in the files are these names. */
export const people = {
  asa: person('Åsa Märta', 'Östling', '1951-03-07', {
    language: 'sv',
    phone: '+358 40 555 0177',
    email: 'Asa.Ostling@Example.com',
  }),
  eino: person('Eino Olavi', 'Östling', '1949-12-31', { phone: '09 7755 0123' }),
  jukka: person('Jukka-Pekka', 'O’Brien-Mäkinen', '1970-01-01', { phone: '+46 70 174 06 05' }),
  fatima: person('Fatima', 'Nur', '1990-06-15', { language: 'so' }, false),
  /** Of age tomorrow, and today. */
  onni: person('Onni Aatos', 'Nykänen', '2008-11-25'),
  aada: person('Aada', 'Nykänen', '2008-11-24'),
  future: person('Tuleva', 'Tilkanen', '1988-02-29'),
  unsigned: person('Luonnos', 'Laakkonen', '1977-07-07'),
  notice: person('Irene Irmeli', 'Irtonen', '1965-05-05'),
  ended: person('Entinen', 'Ek', '1960-10-10'),
  movedOut: person('Muutto', 'Matkanen', '1995-09-09'),
  nowhere: person('Kodittu', 'Kolehmainen', '1980-08-08'),
  dead: person('Vainaja', 'Vainikka', '1931-01-31', { died: '2026-10-30' }),
  asoy: person('Osakas', 'Oravainen', '1972-12-12', { email: 'oravainen@example.org' }),
  special: person('Erja', 'Erityinen', '1940-04-14'),
  /** Under non-disclosure, with a spouse and a child who are not. */
  salla: person('Salla Inari', 'Suojattu', '1985-07-04', {
    phone: '040 555 0199',
    email: 'salla.suojattu@example.net',
    non_disclosure: 'yes',
  }),
  samu: person('Samu', 'Salo', '1984-03-03', { phone: '050 555 0188', email: 'samu.salo@example.net' }),
  siiri: person('Siiri', 'Salo', '2015-05-15'),
} as const satisfies Record<string, Cells>
export type PersonName = keyof typeof people

/** The whole personal identity code of a person. */
export const codeOf = (name: PersonName): string => people[name].identity_code ?? ''

type Member = readonly [name: PersonName, role: 'main_tenant' | 'resident', from?: string, to?: string]

interface TestLease {
  readonly apartment: string
  readonly begins: string
  readonly signed?: string
  readonly ends?: string
  readonly notice?: string
  readonly members: readonly Member[]
}

const leases: Readonly<Record<string, TestLease>> = {
  L900001: {
    apartment: 'T1-C12',
    begins: '2019-01-01',
    members: [
      ['asa', 'main_tenant'],
      ['eino', 'resident', '2024-05-01'],
      ['movedOut', 'resident', '2020-01-01', '2026-11-23'],
      ['onni', 'resident'],
      ['aada', 'resident'],
    ],
  },
  L900002: { apartment: 'T1-C13', begins: '2015-01-01', members: [['jukka', 'main_tenant']] },
  'A-90003': { apartment: 'T2-3', begins: '2012-03-01', members: [['fatima', 'main_tenant']] },
  L900004: { apartment: 'T1-C13', begins: '2026-12-01', members: [['future', 'main_tenant']] },
  L900005: { apartment: 'T1-D20', begins: '2027-01-01', signed: '', members: [['unsigned', 'main_tenant']] },
  L900006: {
    apartment: 'T1-D20',
    begins: '2010-01-01',
    notice: '2026-11-02',
    ends: '2026-12-31',
    members: [['notice', 'main_tenant']],
  },
  L900007: {
    apartment: 'T1-C12',
    begins: '2005-01-01',
    ends: '2018-11-30',
    members: [['ended', 'main_tenant']],
  },
  L900008: { apartment: 'T1-D20', begins: '2001-01-01', members: [['dead', 'main_tenant']] },
  L900009: { apartment: 'T3-A4', begins: '2018-06-01', members: [['asoy', 'main_tenant']] },
  L900010: { apartment: 'T2-3', begins: '2000-06-01', members: [['special', 'resident']] },
  L900011: {
    apartment: 'T9-A1',
    begins: '2022-02-01',
    members: [
      ['salla', 'main_tenant'],
      ['samu', 'main_tenant'],
      ['siiri', 'resident'],
    ],
  },
  // An earlier home of the spouse, where nobody is protected.
  L900012: {
    apartment: 'T3-A4',
    begins: '2015-02-01',
    ends: '2017-01-31',
    members: [['samu', 'main_tenant']],
  },
}

const defaults: Readonly<Record<RegisterFile, Cells>> = {
  properties: {
    manager_name: 'Riku Laitinen',
    manager_phone: '+358 9 310 32610',
    manager_email: 'riku.laitinen@hekaoy.example',
    maintenance_area: 'Keskinen 2',
    cleaning: 'own',
  },
  apartments: { rooms: '3', area_m2: '62.5' },
  people: { language: 'fi', non_disclosure: 'no' },
  leases: {},
  occupancies: {},
}

const rows: Readonly<Record<RegisterFile, readonly Cells[]>> = {
  properties: Object.entries(properties).map(([property_id, cells]) => ({ property_id, ...cells })),
  apartments: Object.entries(apartments).map(([apartment_id, cells]) => ({ apartment_id, ...cells })),
  people: Object.entries(people).map(([person_id, cells]) => ({ person_id, ...cells })),
  leases: Object.entries(leases).map(([lease_id, { apartment, begins, signed, ends, notice }]) => ({
    lease_id,
    apartment_id: apartment,
    signed: signed ?? '2000-01-01',
    begins,
    ends: ends ?? '',
    notice_given: notice ?? '',
  })),
  occupancies: Object.entries(leases).flatMap(([lease_id, { begins, ends, members }]) =>
    members.map(([person_id, role, from = begins, to = ends ?? '']) => ({
      lease_id,
      person_id,
      role,
      from,
      to,
    })),
  ),
}

const lineOf = (file: RegisterFile, cells: Cells) =>
  csvLine(registerColumns[file].map((column) => cells[column] ?? defaults[file][column] ?? ''))

/** The five files, with more rows when a test has some of its own. */
export const testRegister = (more: Partial<Record<RegisterFile, readonly Cells[]>> = {}): RegisterTexts =>
  Object.fromEntries(
    registerFiles.map((file) => [
      file,
      [
        csvLine(registerColumns[file]),
        ...[...rows[file], ...(more[file] ?? [])].map((row) => lineOf(file, row)),
      ].join(''),
    ]),
  ) as RegisterTexts

/** Two registers in one: the rows of the second after those of the first. */
export const joined = (first: RegisterTexts, second: RegisterTexts): RegisterTexts =>
  Object.fromEntries(
    registerFiles.map((file) => [file, first[file] + second[file].slice(second[file].indexOf('\n') + 1)]),
  ) as RegisterTexts
