import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { normaliseEmail, normalisePhone } from '#shared/rules/contacts'
import { ageOn } from '#shared/rules/localDay'
import { parsePersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { collectPracticeRegister } from './index'
import { byId, faultsOf, type Row, readRegister } from './testing'

const today = '2026-11-23'
const rows = readRegister(collectPracticeRegister({ seed: 2026, apartments: 54_500, today }))

const properties = byId(rows.properties, 'property_id')

const leases = byId(rows.leases, 'lease_id')
const kindOf = (apartment: Row | undefined) => properties.get(apartment?.property_id ?? '')?.kind
const share = (part: number, whole: number) => part / whole
const count = (list: readonly Row[], test: (row: Row) => boolean) => list.filter(test).length
const between = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}

/** Birth dates as the code or the column says. */
const births = new Map(
  rows.people.map(({ person_id, identity_code = '', birth_date = '' }) => {
    const code = parsePersonalIdentityCode(identity_code, today)
    return [person_id, code.ok ? code.value.birthDate : birth_date] as const
  }),
)
const adults = rows.people.filter(({ person_id }) => ageOn(births.get(person_id) ?? '', today) >= 18)

describe('a practice register of full size', () => {
  it('keeps every promise of the format', () => {
    expect(faultsOf(rows, today)).toEqual([])
  })

  it('has the stock that Heka says it has (000)', () => {
    const ofKind = (kind: string) => count(rows.properties, (row) => row.kind === kind)
    const homes = (kind: string) => count(rows.apartments, (row) => kindOf(row) === kind)
    expect(rows.apartments).toHaveLength(54_500)
    expect(ofKind('rental') + ofKind('special')).toBeGreaterThan(500)
    expect(ofKind('special')).toBe(44)
    expect(homes('special')).toBe(3_000)
    expect(homes('asoy')).toBe(1_650)
    expect(ofKind('asoy')).toBeGreaterThan(100)
    between(rows.people.length, 95_000, 105_000)
  })

  it('lets 500–650 As Oy apartments to ordinary tenants, and special housing to no private tenants', () => {
    const withMainTenant = new Set<string | undefined>()
    for (const { lease_id = '', role } of rows.occupancies) {
      if (role === 'main_tenant') withMainTenant.add(leases.get(lease_id)?.apartment_id)
    }
    const rented = (kind: string) =>
      count(rows.apartments, (row) => kindOf(row) === kind && withMainTenant.has(row.apartment_id))
    between(rented('asoy'), 500, 650)
    between(rented('special'), 1, 300)
    expect(rented('rental')).toBeGreaterThan(48_000)
  })

  it('gives 99 % a temporary code of their own, never a real one', () => {
    const codes = rows.people.map(({ identity_code = '' }) => identity_code).filter((code) => code !== '')
    expect(new Set(codes).size).toBe(codes.length)
    const refused = codes.filter((code) => {
      const read = parsePersonalIdentityCode(code, today)
      return !read.ok || !read.value.temporary
    })
    expect(refused).toEqual([])
    between(share(codes.length, rows.people.length), 0.985, 0.995)
    expect(codes.some((code) => /[U-YB-F]/.test(code.charAt(6)))).toBe(true)
    for (const { person_id, identity_code, birth_date } of rows.people) {
      if (identity_code === '') expect(birth_date).not.toBe('')
      else if (birth_date !== '') expect(births.get(person_id)).toBe(birth_date)
    }
  })

  it('has main tenants of legal age when they signed', () => {
    const early = rows.occupancies.filter(({ lease_id = '', person_id, role }) => {
      const { signed = '', begins = '' } = leases.get(lease_id) ?? {}
      return role === 'main_tenant' && ageOn(births.get(person_id) ?? '', signed || begins) < 18
    })
    expect(early).toEqual([])
    expect(share(adults.length, rows.people.length)).toBeLessThan(0.85)
  })

  it('has contact details that reach nobody by e-mail, and phones of every kind', () => {
    const reserved = /^[a-z0-9.-]+@(?:example\.(?:com|org|net)|[a-z-]+\.example)$/
    const foreign = rows.people.filter(({ phone = '' }) => phone.startsWith('+') && !phone.startsWith('+358'))
    expect(rows.people.filter(({ email = '' }) => email !== '' && !reserved.test(email))).toEqual([])
    expect(rows.properties.filter(({ manager_email = '' }) => !reserved.test(manager_email))).toEqual([])
    const numbers = [
      ...rows.people.map(({ phone }) => phone),
      ...rows.properties.map((row) => row.manager_phone),
    ]
    const bad = numbers.filter((phone = '') => phone !== '' && !normalisePhone(phone).ok)
    expect(bad).toEqual([])
    expect(rows.people.filter(({ email = '' }) => email !== '' && !normaliseEmail(email).ok)).toEqual([])
    between(share(foreign.length, rows.people.length), 0.002, 0.05)
    between(
      share(
        count(adults, ({ phone }) => phone === ''),
        adults.length,
      ),
      0.03,
      0.05,
    )
    between(
      share(
        count(adults, ({ email }) => email === ''),
        adults.length,
      ),
      0.12,
      0.18,
    )
    const sharing = [...Map.groupBy(rows.people, ({ email }) => email)].filter(
      ([email, all]) => email !== '' && all.length > 1,
    )
    expect(sharing.length).toBeGreaterThan(100)
  })

  it('has the mix of languages and rare cases', () => {
    const speaking = (language: string) =>
      share(
        count(rows.people, (row) => row.language === language),
        rows.people.length,
      )
    between(speaking('fi'), 0.7, 0.85)
    between(speaking('sv'), 0.04, 0.09)
    expect(new Set(rows.people.map(({ language }) => language)).size).toBeGreaterThan(12)
    between(
      share(
        count(rows.people, (row) => row.non_disclosure === 'yes'),
        rows.people.length,
      ),
      0.003,
      0.008,
    )
    const living = new Set(rows.occupancies.filter(({ to }) => to === '').map(({ person_id }) => person_id))
    between(
      count(rows.people, ({ died, person_id }) => died !== '' && living.has(person_id)),
      20,
      300,
    )
    const leasesOf = Map.groupBy(rows.occupancies, ({ person_id }) => person_id)
    expect([...leasesOf.values()].filter((all) => all.length > 1).length).toBeGreaterThan(1_000)
    const names = Map.groupBy(rows.people, (row) => `${row.first_names} ${row.last_name}`)
    expect([...names.values()].filter((all) => all.length > 1).length).toBeGreaterThan(100)
    for (const part of [/^von /, /^af /, /'/, /-/, /^Å/, /^Ö/, /^.{25,}$/]) {
      expect(rows.people.some(({ last_name = '' }) => part.test(last_name))).toBe(true)
    }
  })

  it('has about 200 000 keys, two to five a home, with those who live there or where they are kept', () => {
    between(rows.keys.length, 190_000, 210_000)
    const homes = [...Map.groupBy(rows.keys, ({ apartment_id }) => apartment_id).values()]
    expect(homes).toHaveLength(rows.apartments.length)
    expect(new Set(homes.map((all) => all.length))).toEqual(new Set([2, 3, 4, 5]))
    const withHolder = (holder: string) =>
      share(
        count(rows.keys, (row) => row.holder === holder),
        rows.keys.length,
      )
    between(withHolder('resident'), 0.8, 0.93)
    between(withHolder('heka'), 0.03, 0.15)
    between(withHolder('lost'), 0.004, 0.01)
    between(withHolder('maintenance'), 0.005, 0.03)
    between(withHolder('blc'), 0.002, 0.03)
    between(
      share(
        count(rows.keys, (row) => row.key_kind === 'apartment'),
        rows.keys.length,
      ),
      0.55,
      0.75,
    )
    between(
      share(
        count(rows.keys, (row) => row.key_set !== ''),
        rows.keys.length,
      ),
      0.3,
      0.7,
    )
    expect(count(rows.keys, ({ key_number = '' }) => key_number.startsWith('0'))).toBe(rows.keys.length)
    const living = new Map(
      rows.occupancies
        .filter(({ to = '' }) => to === '' || to >= today)
        .map((row) => [`${leases.get(row.lease_id ?? '')?.apartment_id} ${row.person_id}`, row.from ?? '']),
    )
    const strangers = rows.keys.filter(
      ({ holder, apartment_id, person_id, since }) =>
        holder === 'resident' && living.get(`${apartment_id} ${person_id}`) !== since,
    )
    expect(strangers).toEqual([])
  })

  it('has the same other files as it had before there were keys in it', () => {
    const { files } = collectPracticeRegister({ seed: 1, apartments: 500, today })
    const five = (['properties', 'apartments', 'people', 'leases', 'occupancies'] as const).map(
      (file) => files[file],
    )
    expect(hash('sha256', five.join(''))).toBe(
      'd7057923b982a22239946cb7ca7c30af4ecd296a8d52680fe78de4c457431788',
    )
  })

  it('spreads over Helsinki, with a manager for every property', () => {
    expect(new Set(rows.properties.map(({ district }) => district)).size).toBeGreaterThanOrEqual(45)
    expect(new Set(rows.properties.map(({ maintenance_area }) => maintenance_area)).size).toBe(12)
    expect(new Set(rows.properties.map(({ address, postal_code }) => `${address} ${postal_code}`)).size).toBe(
      rows.properties.length,
    )
    between(new Set(rows.properties.map(({ manager_name }) => manager_name)).size, 60, 110)
    const own = count(rows.properties, ({ cleaning }) => cleaning === 'own')
    between(share(own, rows.properties.length), 0.3, 0.5)
    expect(
      rows.properties.filter((row) => (row.cleaning === 'own') !== (row.cleaning_company === '')),
    ).toEqual([])
  })
})
