import { parse } from 'csv-parse/sync'
import type { ImportFile } from '#shared/contract/register'
import type { PracticeRegister } from './index'

/** A row by column name. */
export type Row = Readonly<Record<string, string>>

export type Rows = Readonly<Record<ImportFile, readonly Row[]>>

/** Reads one register file as an importer would, with a CSV reader that this folder did not write. */
export const readRows = (text: string, delimiter = ','): readonly Row[] =>
  parse(text, { columns: true, delimiter, bom: true })

export const readRegister = ({ files }: PracticeRegister): Rows => ({
  properties: readRows(files.properties),
  apartments: readRows(files.apartments),
  people: readRows(files.people),
  leases: readRows(files.leases),
  occupancies: readRows(files.occupancies),
  keys: readRows(files.keys),
})

/** Rows by the value of one column that is different in each. */
export const byId = (rows: readonly Row[], column: string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row[column] ?? '', row]))

/** Everything that is wrong with a register's rows, by the promises of docs/housing-register.md. */
export function faultsOf(rows: Rows, today: string): readonly string[] {
  const faults: string[] = []
  const check = (sound: boolean, fault: string) => {
    if (!sound) faults.push(fault)
  }
  const properties = byId(rows.properties, 'property_id')
  const apartments = byId(rows.apartments, 'apartment_id')
  const people = byId(rows.people, 'person_id')
  const leases = byId(rows.leases, 'lease_id')
  check(properties.size === rows.properties.length, 'duplicate property_id')
  check(apartments.size === rows.apartments.length, 'duplicate apartment_id')
  check(people.size === rows.people.length, 'duplicate person_id')
  check(leases.size === rows.leases.length, 'duplicate lease_id')
  const occupancies = new Set(rows.occupancies.map((row) => `${row.lease_id}|${row.person_id}|${row.from}`))
  check(occupancies.size === rows.occupancies.length, 'duplicate occupancy')

  for (const row of rows.apartments) {
    check(properties.has(row.property_id ?? ''), `apartment ${row.apartment_id} of no property`)
    check(/^[1-9]\d?$/.test(row.rooms ?? ''), `rooms ${row.rooms}`)
    check(/^\d+[.,]?\d*$/.test(row.area_m2 ?? ''), `area ${row.area_m2}`)
  }
  for (const { person_id, died = '', birth_date = '', language = '' } of rows.people) {
    check(died === '' || (died <= today && died > birth_date), `${person_id} died ${died}`)
    check(/^[a-z]{2}$/.test(language), `${person_id} speaks ${language}`)
  }
  for (const row of rows.leases) {
    const { lease_id, signed = '', begins = '', ends = '', notice_given = '' } = row
    check(apartments.has(row.apartment_id ?? ''), `lease ${lease_id} of no apartment`)
    check(signed <= begins && signed <= today, `lease ${lease_id} signed ${signed}, begins ${begins}`)
    check(signed !== '' || begins > today, `lease ${lease_id} began unsigned`)
    check(ends === '' || ends > begins, `lease ${lease_id} ends ${ends}, begins ${begins}`)
    check(
      notice_given === '' || (notice_given >= signed && notice_given < ends && notice_given <= today),
      `lease ${lease_id} notice ${notice_given}, ends ${ends}`,
    )
  }
  for (const { lease_id = '', person_id = '', role, from = '', to = '' } of rows.occupancies) {
    const lease = leases.get(lease_id)
    const { begins = '', ends = '' } = lease ?? {}
    const person = people.get(person_id)
    const where = `${person_id} under ${lease_id}`
    check(lease !== undefined && person !== undefined, `${where}: unknown`)
    check(role === 'main_tenant' || role === 'resident', `${where}: role ${role}`)
    check(from >= begins && from >= (person?.birth_date ?? ''), `${where}: from ${from}, begins ${begins}`)
    check(to === '' || to >= from, `${where}: from ${from} to ${to}`)
    check(to === '' || ends === '' || to <= ends, `${where}: to ${to}, lease ends ${ends}`)
    check(ends === '' || ends >= today || to !== '', `${where}: lives on after ${ends}`)
  }
  keyFaults(rows, today, check)
  return faults
}

function keyFaults(
  { apartments, people, keys }: Rows,
  today: string,
  check: (sound: boolean, fault: string) => void,
) {
  const homes = byId(apartments, 'apartment_id')
  const persons = byId(people, 'person_id')
  const numbers = new Set<string>()
  for (const {
    apartment_id = '',
    key_kind,
    key_number = '',
    holder = '',
    person_id = '',
    since = '',
  } of keys) {
    const where = `key ${key_number} of ${apartment_id}`
    const number = `${apartment_id} ${key_kind} ${key_number.replace(/^0+/, '')}`
    check(!numbers.has(number), `${where}: twice`)
    numbers.add(number)
    check(homes.has(apartment_id), `${where}: of no apartment`)
    check(
      /^(apartment|storage|laundry|mailbox|parking|other)$/.test(key_kind ?? ''),
      `${where}: kind ${key_kind}`,
    )
    check(/^(heka|blc|resident|maintenance|lost)$/.test(holder), `${where}: with ${holder}`)
    check((holder === 'resident') === (person_id !== ''), `${where}: ${holder} ${person_id}`)
    check(person_id === '' || persons.has(person_id), `${where}: with nobody known`)
    check(/^\d{4}-\d\d-\d\d$/.test(since) && since <= today, `${where}: since ${since}`)
  }
}
