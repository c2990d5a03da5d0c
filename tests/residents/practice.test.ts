import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerFiles } from '#shared/contract/register'
import { helsinkiDay } from '#shared/rules/localDay'
import { testNow } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import {
  importRegister,
  preview,
  type RegisterTexts,
  smallRegister,
  upload,
  withFile,
} from '../support/register'
import { type Office, openOffice } from './office'
import { joined, testRegister } from './testRegister'

type Row = Readonly<Record<string, string>>

const register = joined(smallRegister(120, 5), testRegister())
const rowsOf = (file: keyof RegisterTexts): Row[] => parse(register[file], { columns: true })
const today = helsinkiDay(testNow)

const people = rowsOf('people')
const isProtected = (row: Row) => row.non_disclosure === 'yes'
const open = people.filter((row) => !isProtected(row))
const protectedPeople = people.filter(isProtected)

/** Leases on which somebody under non-disclosure lives, and the whole address of each. */
const protectedLeases = new Map(
  rowsOf('occupancies')
    .filter(({ person_id }) => protectedPeople.some((row) => row.person_id === person_id))
    .map(({ lease_id }) => {
      const lease = rowsOf('leases').find((row) => row.lease_id === lease_id)!
      const apartment = rowsOf('apartments').find((row) => row.apartment_id === lease.apartment_id)!
      const property = rowsOf('properties').find((row) => row.property_id === apartment.property_id)!
      const address = [property.address, apartment.stair, apartment.number].filter((part) => part !== '')
      return [lease_id!, { address: address.join(' '), property }] as const
    }),
)
const living = rowsOf('occupancies').filter(({ to }) => to === '' || to! >= today)
const housemates = new Set(
  living.filter(({ lease_id }) => protectedLeases.has(lease_id!)).map(({ person_id }) => person_id),
)

/** A birth date as it is said; the code has it when the column is empty. */
function birthDateOf({ birth_date, identity_code }: Row): string {
  if (birth_date) return birth_date
  const century = /[A-F]/.test(identity_code![6]!) ? '20' : '19'
  return `${century}${identity_code!.slice(4, 6)}-${identity_code!.slice(2, 4)}-${identity_code!.slice(0, 2)}`
}

onBothEngines('a whole register', (engine) => {
  let opened: Opened<Office>
  let office: Office
  let ids: ReadonlyMap<string, string>

  beforeAll(async () => {
    opened = await openOffice(engine, register)
    office = opened.value
    ids = new Map(
      (await office.sql('SELECT id, resident_no FROM resident')).map((row) => [
        String(row.resident_no),
        String(row.id),
      ]),
    )
  })
  afterAll(() => opened.cleanUp())

  const search = (text: string) => office.page.residents.search({ text })
  /** Whether a person is found; where too many are alike, by that and the birth date. */
  async function isFound(row: Row, typed: string): Promise<boolean> {
    const among = (result: Awaited<ReturnType<typeof search>>) =>
      result.hits.some(({ id }) => id === ids.get(row.person_id!))
    const all = await search(typed)
    return among(all) || (all.more && among(await search(`${typed} ${birthDateOf(row)}`)))
  }

  it('finds everyone by each of their words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...open), async (row) => {
        const words = `${row.first_names} ${row.last_name}`.split(' ').filter((word) => word.length > 1)
        const [year, month, day] = birthDateOf(row).split('-').map(Number)
        const typed = [
          ...words,
          `${row.last_name} ${row.first_names}`,
          birthDateOf(row),
          `${day}.${month}.${year}`,
          ...[row.phone, row.email, row.identity_code].flatMap((text) => text || []),
        ]
        for (const text of typed) expect(await isFound(row, text), text).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('finds those under non-disclosure by name, birth date and code, and by nothing that leads to them', async () => {
    expect(protectedPeople.length).toBeGreaterThan(1)
    for (const row of protectedPeople) {
      const lease = living.find(({ person_id }) => person_id === row.person_id)
      const home = lease && protectedLeases.get(lease.lease_id!)
      expect(await isFound(row, `${row.last_name} ${row.first_names}`)).toBe(true)
      expect(await isFound(row, birthDateOf(row))).toBe(true)
      if (row.identity_code) expect(await isFound(row, row.identity_code)).toBe(true)
      for (const typed of [row.phone, row.email, home?.address, row.email?.split('@')[1]].flatMap(
        (t) => t || [],
      ))
        expect(await isFound(row, typed), typed).toBe(false)
      if (!home) continue
      for (const { postal_code, district, address } of [home.property])
        for (const typed of [postal_code!, district!, address!, `${row.last_name} ${address}`])
          expect(await isFound(row, typed), typed).toBe(false)
    }
  })

  it('finds nobody by the address they share with a protected person', async () => {
    for (const { person_id, lease_id } of living.filter(({ person_id }) => housemates.has(person_id))) {
      const home = protectedLeases.get(lease_id!)
      if (home)
        expect(await isFound(people.find((row) => row.person_id === person_id)!, home.address)).toBe(false)
    }
  })

  it('shows a protected address on no hit, page, household, timeline, check or Portal page', async () => {
    expect(housemates.size).toBeGreaterThan(protectedPeople.length)
    for (const row of people.filter(({ person_id }) => housemates.has(person_id))) {
      const id = ids.get(row.person_id!)!
      const page = await office.page.residents.read({ id })
      expect(page.hidden).toBe(isProtected(row) ? 'all' : 'address')
      const shown = JSON.stringify([
        page,
        await office.page.residents.timeline({ id, page: 0 }),
        await office.page.identity.list({ residentId: id }),
        await office.page.portal.read({ residentId: id }),
        await search(`${row.last_name} ${row.first_names}`),
        await search(birthDateOf(row)),
      ])
      for (const lease of page.leases) {
        const home = protectedLeases.get(lease.leaseNo)
        if (!home) continue
        expect(lease).toMatchObject({ address: null, postalCode: null, district: null })
        expect(lease.property).toMatchObject({ propertyNo: null, address: null })
        expect(shown).not.toContain(home.address)
      }
      for (const secret of isProtected(row) ? [row.phone, row.email] : [])
        if (secret) expect(shown).not.toContain(secret)
    }
    // Only this household lives there: whoever is looked at, the street is never to be seen.
    const everyone = await Promise.all(
      Object.values(office.ids).map((id) => office.page.residents.read({ id })),
    )
    for (const trace of ['Salatie', '00995', 'Suojala', '"T9"'])
      expect(JSON.stringify(everyone)).not.toContain(trace)
  })

  it('shows in the preview of an import neither contacts nor address of a protected person', async () => {
    // Somebody comes under non-disclosure with this very import; another is protected already and has a new number.
    const changed = withFile(register, 'people', (text) =>
      text.replace(/^(asa,.*),no,$/m, '$1,yes,').replace(/^(salla,.*)040 555 0199(.*)$/m, '$1040 555 0200$2'),
    )
    const uploadId = await upload(office.page, changed)
    expect((await preview(office.page, uploadId)).files[2]?.counts.changed).toBe(2)
    const rows = await office.page.register.previewRows({
      uploadId,
      file: 'people',
      change: 'changed',
      page: 0,
    })
    expect(rows.rows.map(({ key }) => key).sort()).toEqual(['asa', 'salla'])
    const shown = JSON.stringify(rows).replaceAll(' ', '')
    for (const secret of ['5550177', '5550199', '5550200', 'ostling@example', 'suojattu@'])
      expect.soft(shown, secret).not.toContain(secret)
    await office.page.register.discardUpload({ uploadId })
  })

  it('shows in the preview of leases and of who lives there no address of a protected person', async () => {
    const changed = joined(register, {
      ...(Object.fromEntries(registerFiles.map((file) => [file, '\n'])) as RegisterTexts),
      occupancies: '\nL900011,eino,resident,2026-11-01,\n',
    })
    const uploadId = await upload(
      office.page,
      withFile(changed, 'leases', (text) => text.replace('2022-02-01', '2022-02-02')),
    )
    await preview(office.page, uploadId)
    for (const file of ['leases', 'occupancies'] as const)
      for (const change of ['added', 'changed'] as const) {
        const { rows } = await office.page.register.previewRows({ uploadId, file, change, page: 0 })
        for (const trace of ['Salatie', '00995', 'Suojala']) expect(JSON.stringify(rows)).not.toContain(trace)
      }
    await office.page.register.discardUpload({ uploadId })
  })

  it('hides the home of those who come to live with a protected person, and of all when one comes under protection', async () => {
    const samePeople = withFile(register, 'people', (text) => text.replace(/^(eino,.*),no,$/m, '$1,yes,'))
    expect(await isFound(people.find((row) => row.person_id === 'asa')!, 'rantatie 33 C 12')).toBe(true)
    await importRegister(office.page, samePeople)
    const page = await office.page.residents.read({ id: ids.get('asa')! })
    expect(page).toMatchObject({ hidden: 'address', contacts: { phone: '+358405550177' } })
    expect(page.leases[0]).toMatchObject({ leaseNo: 'L900001', address: null })
    expect(page.leases[0]?.household.map(({ name, nonDisclosure }) => [name, nonDisclosure])).toContainEqual([
      'Eino Olavi Östling',
      true,
    ])
    expect(await isFound(people.find((row) => row.person_id === 'asa')!, 'rantatie 33 C 12')).toBe(false)
    expect(await isFound(people.find((row) => row.person_id === 'eino')!, '09 7755 0123')).toBe(false)
    await importRegister(office.page, register)
    expect(await isFound(people.find((row) => row.person_id === 'asa')!, 'rantatie 33 C 12')).toBe(true)
  })
})
