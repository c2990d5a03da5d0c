import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importFiles } from '#shared/contract/register'
import { ageOn } from '#shared/rules/localDay'
import { parsePersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { registerColumns } from '#shared/rules/registerColumns'
import { csvLine } from './csv'
import { collectPracticeRegister, practiceRegister } from './index'
import { byId, faultsOf, readRegister, readRows } from './testing'

const today = '2026-11-23'

describe('practiceRegister', () => {
  it('gives the same bytes for the same options, and others for another seed or day', () => {
    const first = collectPracticeRegister({ seed: 7, apartments: 120, today })
    expect(collectPracticeRegister({ seed: 7, apartments: 120, today })).toEqual(first)
    expect(collectPracticeRegister({ seed: 8, apartments: 120, today }).files).not.toEqual(first.files)
    expect(collectPracticeRegister({ seed: 7, apartments: 120, today: '2026-11-24' }).files).not.toEqual(
      first.files,
    )
  })

  it('gives in slices what it gives at once', () => {
    const options = { seed: 3, apartments: 130, today }
    const chunks = [...practiceRegister(options)]
    const files = { properties: '', apartments: '', people: '', leases: '', occupancies: '', keys: '' }
    for (const { file, text } of chunks) files[file] += text
    expect(files).toEqual(collectPracticeRegister(options).files)
    expect(chunks.length).toBeGreaterThan(8)
    expect(chunks.at(-1)).toMatchObject({ done: 130, total: 130 })
    const progress = chunks.map(({ done }) => done)
    expect(progress).toEqual(progress.toSorted((left, right) => left - right))
  })

  it('refuses options of which no register can be made', () => {
    const make = (options: object) => () =>
      collectPracticeRegister({ seed: 1, apartments: 5, today, ...options })
    for (const options of [{ apartments: 0 }, { apartments: 1.5 }, { seed: 0.5 }, { today: '2026-02-30' }]) {
      expect(make(options)).toThrow(RangeError)
    }
  })

  it.each([1, 2, 29, 30, 31, 100, 500])('makes a sound register of %i apartments', (apartments) => {
    const register = collectPracticeRegister({ seed: apartments, apartments, today })
    const rows = readRegister(register)
    expect(faultsOf(rows, today)).toEqual([])
    expect(register.counts.apartments).toBe(apartments)
    for (const file of importFiles) {
      expect(register.files[file].endsWith('\n')).toBe(true)
      expect(register.files[file].split('\n')[0]).toBe(registerColumns[file].join(','))
      expect(rows[file].length).toBe(register.counts[file])
    }
    const kinds = new Set(rows.properties.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(apartments < 30 ? ['rental'] : ['rental', 'special', 'asoy']))
    const inhabited = new Set(rows.apartments.map(({ property_id }) => property_id))
    expect(inhabited.size).toBe(rows.properties.length)
  })

  it('is sound and without real codes for any seed, size and day', () => {
    const options = fc.record({
      seed: fc.integer(),
      apartments: fc.integer({ min: 1, max: 150 }),
      today: fc
        .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    })
    fc.assert(
      fc.property(options, (chosen) => {
        const rows = readRegister(collectPracticeRegister(chosen))
        expect(faultsOf(rows, chosen.today)).toEqual([])
        for (const { identity_code = '' } of rows.people) {
          if (identity_code === '') continue
          expect(parsePersonalIdentityCode(identity_code, chosen.today)).toMatchObject({
            ok: true,
            value: { temporary: true },
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  it.each([30, 500])('always has Meija Virtanen of Mäkelänkatu (%i apartments)', (apartments) => {
    const rows = readRegister(collectPracticeRegister({ seed: apartments, apartments, today }))
    const found = rows.people.filter(
      (row) => row.last_name === 'Virtanen' && row.first_names?.startsWith('Meija'),
    )
    expect(found).toHaveLength(1)
    const [person] = found
    expect(person).toMatchObject({
      language: 'fi',
      non_disclosure: 'no',
      died: '',
      email: 'meija.virtanen@example.com',
    })
    expect(person?.phone).toMatch(/^04/)
    const code = parsePersonalIdentityCode(person?.identity_code ?? '', today)
    expect(code.ok && ageOn(code.value.birthDate, today)).toBeGreaterThan(18)

    const occupancy = rows.occupancies.filter(({ person_id }) => person_id === person?.person_id)
    expect(occupancy).toMatchObject([{ role: 'main_tenant', to: '' }])
    const lease = byId(rows.leases, 'lease_id').get(occupancy[0]?.lease_id ?? '')
    expect(lease).toMatchObject({ ends: '', notice_given: '' })
    expect(lease?.begins && lease.begins < today).toBe(true)
    const apartment = byId(rows.apartments, 'apartment_id').get(lease?.apartment_id ?? '')
    const property = byId(rows.properties, 'property_id').get(apartment?.property_id ?? '')
    expect(property).toMatchObject({ address: 'Mäkelänkatu 52', postal_code: '00550', kind: 'rental' })
  })

  it('shows every situation even in a small register', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const rows = readRegister(collectPracticeRegister({ seed, apartments: 30, today }))
      const living = Map.groupBy(rows.occupancies, ({ lease_id }) => lease_id)
      expect([...living.values()].some((members) => members.length === 9)).toBe(true)
      const mainTenants = [...living.values()].map(
        (all) => all.filter(({ role }) => role === 'main_tenant').length,
      )
      expect(mainTenants).toContain(2)
      expect(rows.leases.some(({ signed }) => signed === '')).toBe(true)
      expect(rows.leases.some(({ signed, begins = '' }) => signed !== '' && begins > today)).toBe(true)
      expect(rows.leases.some(({ ends = '' }) => ends !== '' && ends < today)).toBe(true)
      expect(rows.leases.some(({ notice_given, ends = '' }) => notice_given !== '' && ends >= today)).toBe(
        true,
      )
      expect(rows.people.some(({ non_disclosure }) => non_disclosure === 'yes')).toBe(true)
      const dead = new Set(rows.people.filter(({ died }) => died !== '').map(({ person_id }) => person_id))
      expect(rows.occupancies.some(({ person_id, to }) => dead.has(person_id) && to === '')).toBe(true)
      const homes = Map.groupBy(rows.occupancies, ({ person_id }) => person_id)
      expect([...homes.values()].some((all) => all.length === 2)).toBe(true)
    }
  })
})

describe('csvLine', () => {
  it('is read back by another CSV reader, whatever the values', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'Å', ' ', '"', ',', ';', '\n', '\r', "'", '\t') })
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 5 }), (values) => {
        const header = values.map((_, index) => `c${index}`)
        expect(readRows(csvLine(header) + csvLine(values)).map((row) => Object.values(row))).toEqual([values])
      }),
    )
  })
})
