import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { importRegister, withFile } from '../support/register'
import { type Office, openOffice } from './office'
import { type PersonName, testRegister } from './testRegister'

const iban = 'FI2112345600000785'
type Corrections = Omit<Parameters<DeskClient['residents']['correctContacts']>[0], 'id' | 'version'>

onBothEngines('correcting contacts', (engine) => {
  let opened: Opened<Office>
  let office: Office

  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const read = (who: PersonName) => office.page.residents.read({ id: office.ids[who] })
  async function correct(who: PersonName, corrections: Corrections) {
    const { version } = await read(who)
    return office.page.residents.correctContacts({ id: office.ids[who], version, ...corrections })
  }
  const latest = async (who: PersonName) =>
    (await office.page.residents.timeline({ id: office.ids[who], page: 0 })).events[0]
  const isFound = async (text: string, who: PersonName) =>
    (await office.page.residents.search({ text })).hits.some(({ id }) => id === office.ids[who])

  it.each([
    [{ phone: '12' }, 'phoneInvalid', 'phone'],
    [{ phone: '040 555' }, 'phoneInvalid', 'phone'],
    [{ phone: 'puhelin' }, 'phoneInvalid', 'phone'],
    [{ phone: '040 555 0177 / 050 555 0188' }, 'phoneInvalid', 'phone'],
    [{ email: 'asa.example.com' }, 'emailInvalid', 'email'],
    [{ email: 'asa@example' }, 'emailInvalid', 'email'],
    [{ email: 'asa@example.com, eino@example.com' }, 'emailInvalid', 'email'],
    [{ email: 'Åsa <asa@example.com>' }, 'emailInvalid', 'email'],
    [{ iban: 'FI2112345600000786' }, 'ibanInvalid', 'iban'],
    [{ iban: 'FI21 1234 5600 0007' }, 'ibanInvalid', 'iban'],
    [{ iban: '123456-785' }, 'ibanInvalid', 'iban'],
    [{ language: 'suomi' }, 'languageUnknown', 'language'],
    [{ language: 'xq' }, 'languageUnknown', 'language'],
    [{ language: '' }, 'languageUnknown', 'language'],
    [{ phone: '040 555 0123', email: 'wrong' }, 'emailInvalid', 'email'],
    [{}, 'nothingChanged', undefined],
    [{ phone: '+358 (0)40 555 0177' }, 'nothingChanged', undefined],
    [
      { phone: '040-5550177', email: 'Asa.Ostling@EXAMPLE.com', language: 'SV', iban: ' ' },
      'nothingChanged',
      undefined,
    ],
  ] as const)('refuses %j: %s', async (corrections, refusal, field) => {
    const before = [await read('asa'), await latest('asa')]
    const answer = await correct('asa', corrections).catch((error: unknown) => error)
    expect(answer).toMatchObject({ code: 'REFUSED' })
    expect((answer as { data: unknown }).data).toEqual({ refusal, ...(field && { field }) })
    expect([await read('asa'), await latest('asa')]).toEqual(before)
  })

  it.each([
    { phone: 'x'.repeat(41) },
    { email: `${'x'.repeat(250)}@example.com` },
    { iban: 'F'.repeat(43) },
    { email: 'asa@example.com\nBcc: all@example.com' },
    { phone: '040\u0000555' },
  ])('does not take %j', async (corrections) => {
    expect(await nameOf(correct('asa', corrections))).toBe('BAD_REQUEST')
  })

  it('stores what was said in one form, and the history says what it was before', async () => {
    const page = await correct('eino', {
      phone: ' 050 555 0166 ',
      email: ' Eino.Ostling@Example.COM ',
      language: 'EN',
      iban: 'fi21 1234 5600 0007 85',
    })
    expect(page).toMatchObject({
      version: 2,
      contacts: {
        phone: '+358505550166',
        email: 'Eino.Ostling@example.com',
        language: 'en',
        ibanEnding: '0785',
      },
    })
    expect(await read('eino')).toEqual(page)
    expect(await latest('eino')).toMatchObject({
      kind: 'contactsCorrected',
      by: 'Aino Pääkäyttäjä',
      at: office.desk.now(),
      detail: {
        changed: [
          { field: 'phone', before: '+358977550123', after: '+358505550166' },
          { field: 'email', before: null, after: 'Eino.Ostling@example.com' },
          { field: 'iban', before: null, after: '•••• 0785' },
          { field: 'language', before: 'fi', after: 'en' },
        ],
      },
    })
  })

  it('finds the new phone and e-mail, and no more the old ones', async () => {
    expect(await isFound('050 555 0166', 'eino')).toBe(true)
    expect(await isFound('eino.ostling@example.com', 'eino')).toBe(true)
    expect(await isFound('09 7755 0123', 'eino')).toBe(false)
    await correct('eino', { email: 'eino@example.org' })
    expect(await isFound('eino.ostling@example.com', 'eino')).toBe(false)
    expect(await isFound('eino@example.org', 'eino')).toBe(true)
    expect(await isFound('östling eino', 'eino')).toBe(true)
    expect(await isFound('rantatie 33 C 12', 'eino')).toBe(true)
  })

  it('leaves what is absent as it was, and removes what is empty', async () => {
    const { contacts } = await correct('eino', { phone: '' })
    expect(contacts).toEqual({ phone: null, email: 'eino@example.org', language: 'en', ibanEnding: '0785' })
    expect(await latest('eino')).toMatchObject({
      detail: { changed: [{ field: 'phone', before: '+358505550166', after: null }] },
    })
    expect(await isFound('050 555 0166', 'eino')).toBe(false)
    expect((await correct('eino', { email: ' ', iban: '' })).contacts).toMatchObject({
      email: null,
      ibanEnding: null,
    })
    expect(await latest('eino')).toMatchObject({
      detail: {
        changed: [
          { field: 'email', before: 'eino@example.org', after: null },
          { field: 'iban', before: '•••• 0785', after: null },
        ],
      },
    })
    expect(await nameOf(correct('eino', { phone: '' }))).toBe('nothingChanged')
  })

  it('has the whole bank account nowhere but in its own column', async () => {
    await correct('jukka', { iban })
    const id = office.ids.jukka
    const everywhere = JSON.stringify([
      await read('jukka'),
      await office.page.residents.timeline({ id, page: 0 }),
      await office.page.audit.list({ residentId: id, staffId: null, from: null, to: null, page: 0 }),
      await office.sql('SELECT * FROM timeline_event'),
      await office.sql('SELECT * FROM audit'),
    ])
    expect(everywhere).toContain('0785')
    expect(everywhere.replaceAll(' ', '')).not.toContain(iban.slice(4, 14))
    expect(await office.sql('SELECT iban FROM resident WHERE iban IS NOT NULL')).toEqual([{ iban }])
  })

  it('changes nothing from a page that is out of date', async () => {
    const { version } = await read('fatima')
    await correct('fatima', { phone: '040 555 0101' })
    const stale = { id: office.ids.fatima, version, phone: '040 555 0102' }
    expect(await nameOf(office.page.residents.correctContacts(stale))).toBe('CHANGED_MEANWHILE')
    expect(await nameOf(office.page.residents.correctContacts({ ...stale, version: 99 }))).toBe(
      'CHANGED_MEANWHILE',
    )
    expect((await read('fatima')).contacts.phone).toBe('+358405550101')
    expect((await office.page.residents.timeline({ id: office.ids.fatima, page: 0 })).total).toBe(1)
  })

  it('lets one of two pages that correct at once win', async () => {
    const { version } = await read('asoy')
    const change = (language: string) => () =>
      office.page.residents.correctContacts({ id: office.ids.asoy, version, language })
    const ended = await atOnce(office.desk.postgresUrl, [change('sv'), change('en')])
    expect(namesOf(ended)).toEqual(['CHANGED_MEANWHILE', 'done'])
    expect(await read('asoy')).toMatchObject({ version: version + 1 })
    expect((await office.page.residents.timeline({ id: office.ids.asoy, page: 0 })).total).toBe(1)
  })

  it('is kept from an import that says nothing new of it', async () => {
    await correct('notice', { phone: '040 555 0111', email: 'irene@example.com' })
    const changed = withFile(testRegister(), 'people', (text) => text.replace('Irene Irmeli', 'Irene Inkeri'))
    await importRegister(office.page, changed)
    expect(await read('notice')).toMatchObject({
      firstNames: 'Irene Inkeri',
      contacts: { phone: '+358405550111', email: 'irene@example.com' },
    })
    expect(await isFound('irene@example.com inkeri', 'notice')).toBe(true)
  })

  it('hides from everyone the values of a protected person’s history', async () => {
    const page = await correct('salla', {
      phone: '040 555 0155',
      email: 'uusi@example.net',
      iban,
      language: 'en',
    })
    expect(page.contacts).toEqual({ phone: null, email: null, language: 'en', ibanEnding: '0785' })
    expect(await latest('salla')).toMatchObject({
      kind: 'contactsCorrected',
      detail: {
        changed: ['phone', 'email', 'iban', 'language'].map((field) => ({
          field,
          before: null,
          after: null,
        })),
      },
    })
    for (const typed of ['040 555 0155', '0405550199', 'uusi@example.net'])
      expect(await isFound(typed, 'salla'), typed).toBe(false)
    const { phone, email } = await office.page.residents.revealContacts({
      id: office.ids.salla,
      reason: 'puhelu',
    })
    expect([phone, email]).toEqual(['+358405550155', 'uusi@example.net'])
  })
})
