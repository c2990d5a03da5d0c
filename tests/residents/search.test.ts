import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ResidentHit } from '#shared/contract/residents'
import { type Engine, engines, type Opened } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { type Office, openOffice } from './office'
import { codeOf, type PersonName, testRegister } from './testRegister'
import { found, nonsense, notFound } from './typed'

/** More of one name than fit on a page of hits, and one who has moved within a street. */
const namesakes = Array.from({ length: 24 }, (_, n) => ({
  person_id: `N${n}`,
  first_names: `Kaima ${String.fromCharCode(65 + n)}`,
  last_name: 'Kaimanen',
  birth_date: `1990-01-${String(n + 1).padStart(2, '0')}`,
}))
const mover = { person_id: 'mover', first_names: 'Petra', last_name: 'Paikkala', birth_date: '1991-02-03' }
const register = testRegister({
  people: [...namesakes, mover],
  leases: [
    {
      lease_id: 'L900020',
      apartment_id: 'T1-C13',
      signed: '2011-01-01',
      begins: '2011-01-01',
      ends: '2014-12-31',
    },
    { lease_id: 'L900021', apartment_id: 'T1-D20', signed: '2011-01-01', begins: '2011-01-01', ends: '' },
    { lease_id: 'L900022', apartment_id: 'T1-C12', signed: '2011-01-01', begins: '2011-01-01', ends: '' },
    {
      lease_id: 'L000123',
      apartment_id: 'T1-C12',
      signed: '2011-01-01',
      begins: '2011-01-01',
      ends: '2012-01-01',
    },
  ],
  occupancies: ['L900020', 'L900021', 'L900022', 'L000123'].map((lease_id) => ({
    lease_id,
    person_id: 'mover',
    role: 'main_tenant',
    from: '2011-01-01',
  })),
})

describe('the search', () => {
  const opened = new Map<Engine, Opened<Office>>()

  beforeAll(async () => {
    for (const engine of engines) opened.set(engine, await openOffice(engine, register))
  })
  afterAll(async () => {
    for (const { cleanUp } of opened.values()) await cleanUp()
  })

  const office = (engine: Engine) => opened.get(engine)!.value
  const withoutIds = (hits: readonly ResidentHit[]) => hits.map(({ id: _id, ...rest }) => rest)
  /** What is found, which must be the same on both engines. */
  async function search(text: string) {
    const [onSqlite, onPostgres] = [
      await office('sqlite').page.residents.search({ text }),
      await office('postgres').page.residents.search({ text }),
    ]
    expect(withoutIds(onPostgres.hits)).toEqual(withoutIds(onSqlite.hits))
    expect(onPostgres.more).toBe(onSqlite.more)
    return onSqlite
  }
  const hitOf = async (typed: string, who: PersonName) =>
    (await search(typed)).hits.find(({ id }) => id === office('sqlite').ids[who])

  it.each(found)('%s finds %s', async (typed, who) => {
    expect(await hitOf(typed, who)).toBeDefined()
  })

  it.each(notFound)('%s does not find %s', async (typed, who) => {
    expect(await hitOf(typed, who)).toBeUndefined()
  })

  it('is unharmed by nonsense', async () => {
    for (const typed of nonsense) await search(typed)
    for (const typed of ['', ' ', 'a', 'Å', '1', '😀', '"', '%', '\u0000', '()', '*'])
      expect((await search(typed)).hits, typed).toEqual([])
    const tooLong = { text: 'x'.repeat(201) }
    for (const engine of engines)
      expect(await nameOf(office(engine).page.residents.search(tooLong))).toBe('BAD_REQUEST')
  })

  it('finds the same on both engines, and never fails, whatever is typed', async () => {
    const words = fc.constantFrom(
      'östling',
      'a',
      '33',
      'C',
      '+358',
      '040',
      '"',
      '7.3.',
      '-',
      '*',
      'sörn',
      '00',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 6 })
        .map((parts) => parts.join(' ')),
      fc.array(words, { maxLength: 5 }).map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        await search(typed)
      }),
      { numRuns: 150 },
    )
  })

  it('gives the twenty first by name, and says that there are more', async () => {
    const all = await search('kaimanen')
    expect(all.hits.map(({ name }) => name)).toEqual(
      namesakes.slice(0, 20).map((one) => `Kaimanen ${one.first_names}`),
    )
    expect(all.more).toBe(true)
    expect((await search('kaimanen kaima')).more).toBe(true)
    const one = await search('kaimanen x')
    expect(one).toMatchObject({ hits: [{ name: 'Kaimanen Kaima X' }], more: false })
  })

  it('gives whole words before words begun', async () => {
    const { hits } = await search('ek')
    expect(hits[0]?.name).toBe('Ek Entinen')
  })

  it('says who they are, where they live and what must be noticed', async () => {
    expect(await hitOf('östling åsa', 'asa')).toMatchObject({
      name: 'Östling Åsa Märta',
      birthDate: '1951-03-07',
      home: 'Sörnäisten rantatie 33 C 12, Sörnäinen',
      marks: [],
    })
    expect(await hitOf('vainikka', 'dead')).toMatchObject({ marks: ['deceased'] })
    expect(await hitOf('oravainen', 'asoy')).toMatchObject({ marks: ['asoy'] })
    expect(await hitOf('ek entinen', 'ended')).toMatchObject({ home: null, marks: ['leaseEnded'] })
    expect(await hitOf('kolehmainen', 'nowhere')).toMatchObject({ home: null, marks: ['noLease'] })
    expect(await hitOf('tilkanen', 'future')).toMatchObject({
      home: 'Sörnäisten rantatie 33 C 13, Sörnäinen',
      marks: ['futureLease'],
    })
  })

  it.each([
    [
      'östling',
      'asa',
      [
        { field: 'name', text: 'Östling Åsa Märta' },
        { field: 'email', text: 'Asa.Ostling@example.com' },
      ],
    ],
    ['marta', 'asa', [{ field: 'name', text: 'Östling Åsa Märta' }]],
    ['rantatie 33', 'asa', [{ field: 'address', text: 'Sörnäisten rantatie 33 C 12, Sörnäinen 00500' }]],
    [
      'rantatie 33 D 20b',
      'notice',
      [{ field: 'address', text: 'Sörnäisten rantatie 33 D 20b, Sörnäinen 00500' }],
    ],
    ['040 555 0177', 'asa', [{ field: 'phone', text: '040 555 0177' }]],
    ['+46 70', 'jukka', [{ field: 'phone', text: '+46 70 174 06 05' }]],
    [
      'asa.ostling@example.com',
      'asa',
      [
        { field: 'name', text: 'Östling Åsa Märta' },
        { field: 'email', text: 'Asa.Ostling@example.com' },
      ],
    ],
    ['7.3.1951', 'asa', [{ field: 'birthDate', text: '1951-03-07' }]],
    ['070351-9', 'asa', [{ field: 'personalIdentityCode', text: null }]],
    ['900001', 'asa', [{ field: 'lease', text: 'L900001' }]],
    ['a90003', 'fatima', [{ field: 'lease', text: 'A-90003' }]],
  ] as const)('says of %s what it matched', async (typed, who, matched) => {
    expect((await hitOf(typed, who))?.matched).toEqual(matched)
  })

  it('never shows a code', async () => {
    const hits = await search(codeOf('asa'))
    expect(hits.hits).toHaveLength(1)
    expect(JSON.stringify(hits)).not.toContain(codeOf('asa').slice(7))
  })

  it('says of several homes the one that was asked for, never one that was left', async () => {
    const matched = async (typed: string) =>
      (await search(`paikkala ${typed}`)).hits.map(
        (hit) => hit.matched.find(({ field }) => field === 'address')?.text,
      )
    expect(await matched('rantatie 33 d 20')).toEqual(['Sörnäisten rantatie 33 D 20b, Sörnäinen 00500'])
    expect(await matched('rantatie 33 c 12')).toEqual(['Sörnäisten rantatie 33 C 12, Sörnäinen 00500'])
    expect(await matched('rantatie 33 c 13')).toEqual([])
  })

  it('finds a lease whose number begins with zeros by its digits alone', async () => {
    expect((await search('000123')).hits.map(({ name }) => name)).toEqual(['Paikkala Petra'])
  })

  it('forgets an address on the day after the lease, without an import', async () => {
    const here = () => hitOf('rantatie 33 d 20', 'notice')
    for (const engine of engines) await office(engine).turnTo('2026-12-31T21:59:59Z')
    expect(await here()).toBeDefined()
    for (const engine of engines) await office(engine).turnTo('2026-12-31T22:00:00Z')
    expect(await here()).toBeUndefined()
    expect(await hitOf('irtonen rantatie 33', 'notice')).toBeUndefined()
    expect(await hitOf('irtonen', 'notice')).toMatchObject({ home: null, marks: ['leaseEnded'] })
  })
})
