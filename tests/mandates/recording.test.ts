import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorOf, wrongFields } from '../appointments/bookings'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { codeOf, people } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { type Grantor, granting, type Recording, son } from './granting'

onBothEngines('a power of attorney on paper', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { content, record, grant, identify, told } = granting(() => office)
  const getPage = () => office.page
  const read = async (id: string) => (await getPage().mandates.read({ id })).mandate
  const ofResident = (who: Grantor) => getPage().mandates.ofResident({ residentId: office.ids[who] })

  it('is recorded as received, with what it says, and told in the grantor’s timeline', async () => {
    const mandate = await record('asa', {
      scopes: ['keys', 'terminateLease', 'keys'],
      object: { kind: 'apartment', leaseNo: 'L900001' },
      validUntil: '2027-11-20',
      arrived: 'byEmail',
    })
    expect(mandate).toMatchObject({
      version: 1,
      standing: 'received',
      grantors: [{ residentId: office.ids.asa, name: 'Åsa Märta Östling', died: false }],
      grantees: [
        {
          residentId: null,
          firstNames: 'Pekka Juhani',
          lastName: 'Poika',
          birthDate: '1980-01-01',
          phone: '+358401234567',
          identifiedToday: false,
        },
      ],
      general: false,
      scopes: ['keys', 'terminateLease'],
      object: { kind: 'apartment', leaseNo: 'L900001', name: null },
      lastDay: '2027-11-20',
      papers: 0,
      arrived: 'byEmail',
      checklist: ['signedAndDated', 'grantorIdentified', 'scopeReadable'],
      history: [{ what: 'recorded', by: 'Aino Pääkäyttäjä', at: office.desk.now() }],
    })
    expect(await read(mandate.id)).toEqual(mandate)
    expect((await ofResident('asa')).given).toMatchObject([{ id: mandate.id, standing: 'received' }])
    expect((await told('asa'))[0]).toEqual({ what: 'recorded', mandateId: mandate.id, arrived: 'byEmail' })
  })

  it('keeps of a grantee’s code the birth date and nothing else', async () => {
    const personalIdentityCode = codeOf('jukka')
    const mandate = await record('notice', { grantees: [{ ...son, birthDate: null, personalIdentityCode }] })
    expect(mandate.grantees[0]).toMatchObject({ birthDate: '1970-01-01' })
    const tables = Object.keys(await rowCounts(office)).filter((name) => name.startsWith('mandate'))
    expect(tables).toHaveLength(8)
    for (const name of tables)
      expect(JSON.stringify(await office.sql(`SELECT * FROM ${name}`))).not.toContain(personalIdentityCode)
  })

  it('takes a grantee who is a resident by the register, and is on their page too', async () => {
    const grantees = [
      { ...son, residentId: office.ids.jukka, firstNames: 'Väärä', lastName: '', birthDate: null },
    ]
    const { id } = await record('asa', { grantees })
    const { held } = await ofResident('jukka')
    expect(held).toMatchObject([
      { id, grantees: [{ firstNames: 'Jukka-Pekka', lastName: 'O’Brien-Mäkinen', birthDate: '1970-01-01' }] },
    ])
  })

  it('withholds the contacts of a grantee under non-disclosure', async () => {
    const { id } = await record('jukka', { grantees: [{ ...son, residentId: office.ids.salla }] })
    expect((await read(id)).grantees[0]).toMatchObject({ phone: null, email: null, lastName: 'Suojattu' })
  })

  it('of an estate has the tenant who died, residents who are parties, and others by name', async () => {
    const estate = await record('dead', {
      scopes: ['estate'],
      otherGrantorIds: [office.ids.eino],
      parties: ['Liisa Leski'],
    })
    expect(estate).toMatchObject({
      standing: 'received',
      grantors: [
        { name: 'Vainaja Vainikka', died: true },
        { name: 'Eino Olavi Östling', died: false },
      ],
      parties: ['Liisa Leski'],
    })
    expect((await told('dead'))[0]).toMatchObject({ what: 'recorded', mandateId: estate.id })
    expect((await told('eino'))[0]).toMatchObject({ what: 'recorded', mandateId: estate.id })
    expect((await ofResident('eino')).given).toMatchObject([{ id: estate.id }])
  })

  it.each<[string, Grantor, Partial<Recording>]>([
    ['endBeforeStart', 'asa', { validUntil: '2026-11-19' }],
    ['signedInFuture', 'asa', { signedOn: '2026-11-25', validFrom: '2026-11-25' }],
    ['granteeNameRequired', 'asa', { grantees: [{ ...son, lastName: ' ' }] }],
    ['granteeMissing', 'asa', { grantees: [] }],
    ['codeCheckCharacter', 'asa', { grantees: [{ ...son, personalIdentityCode: '010180-900A' }] }],
    ['granteeBirthDateDiffers', 'asa', { grantees: [{ ...son, personalIdentityCode: codeOf('jukka') }] }],
    ['phoneInvalid', 'asa', { grantees: [{ ...son, phone: '12' }] }],
    ['emailInvalid', 'asa', { grantees: [{ ...son, email: 'a@b@c' }] }],
    ['notGrantorsLease', 'asa', { object: { kind: 'lease', leaseNo: 'L900002' } }],
    ['grantorDied', 'dead', {}],
    ['grantorIsMinor', 'onni', {}],
    ['deathDayRequired', 'asa', { scopes: ['estate'], parties: ['Liisa Leski'] }],
    ['scopeRequired', 'asa', { scopes: [] }],
  ])('is refused as %s, and nothing is written', async (refusal, who, changes) => {
    const before = await rowCounts(office)
    expect(await nameOf(record(who, changes))).toBe(refusal)
    const { audit: _after, ...after } = await rowCounts(office)
    const { audit: _before, ...same } = before
    expect(after).toEqual(same)
  })

  it('says which field and which grantee is wrong', async () => {
    const grantees = [son, { ...son, firstNames: 'Lapsi', birthDate: '2015-05-05' }]
    expect(await errorOf(record('asa', { grantees }))).toEqual({
      refusal: 'granteeIsMinor',
      field: 'birthDate',
      grantee: 1,
    })
    expect(await wrongFields(record('asa', { signedOn: '2026-02-30' }))).toEqual(['signedOn'])
  })

  it('is corrected while it is received, by whoever read it last: whoever comes second sees both sides', async () => {
    const first = await record('asa')
    const { residentId: _r, renews: _n, ...rest } = content('asa', { validUntil: '2027-01-31' })
    const which = { id: first.id, version: first.version }
    const { mandate } = await getPage().mandates.correct({ ...which, ...rest })
    expect(mandate).toMatchObject({
      version: 2,
      lastDay: '2027-01-31',
      history: [{ what: 'corrected', detail: { fields: ['validUntil', 'lastDay'] } }, { what: 'recorded' }],
    })
    const theirs = { ...rest, validUntil: '2027-03-31' }
    expect(await nameOf(getPage().mandates.correct({ ...which, ...theirs }))).toBe('CHANGED_MEANWHILE')
    // What it says now, who said it, and which fields: the page has its own side still.
    expect(await read(first.id)).toEqual(mandate)
  })

  it('keeps a grantee’s check over a correction, and lets who is gone be gone', async () => {
    const other = { ...son, firstNames: 'Toinen' }
    const mandate = await record('asa', { grantees: [son, other] })
    await identify(mandate, 1)
    const { residentId: _r, renews: _n, ...rest } = content('asa', { grantees: [{ ...other, phone: null }] })
    const { mandate: corrected } = await getPage().mandates.correct({ id: mandate.id, version: 1, ...rest })
    expect(corrected.grantees).toMatchObject([{ firstNames: 'Toinen', phone: null, identifiedToday: true }])
    expect(corrected.grantees[0]!.id).toBe(mandate.grantees[1]!.id)
    expect(corrected.history[0]).toMatchObject({ what: 'corrected', detail: { fields: ['grantees'] } })
    // Whoever turns out to be a resident is still the same grantee.
    const birthDate = people.jukka.birth_date ?? null
    const twin = { ...son, firstNames: 'Jukka-Pekka', lastName: 'O’Brien-Mäkinen', birthDate }
    const { mandate: one } = await getPage().mandates.correct({
      id: mandate.id,
      version: 2,
      ...rest,
      grantees: [twin],
    })
    const two = [
      { ...twin, residentId: office.ids.jukka },
      { ...son, residentId: office.ids.notice },
    ]
    const { mandate: linked } = await getPage().mandates.correct({
      id: mandate.id,
      version: 3,
      ...rest,
      grantees: two,
    })
    expect(linked.grantees.map(({ lastName }) => lastName)).toEqual(['O’Brien-Mäkinen', 'Irtonen'])
    expect(linked.grantees[0]!.id).toBe(one.grantees[0]!.id)
  })

  it('keeps the contacts of a protected grantee that the page was not shown', async () => {
    const salla = { ...son, residentId: office.ids.salla }
    const mandate = await record('asa', { grantees: [salla] })
    const shown = mandate.grantees[0]!
    expect(shown).toMatchObject({ phone: null, email: null })
    const { residentId: _r, renews: _n, ...rest } = content('asa', { grantees: [{ ...salla, phone: null }] })
    await getPage().mandates.correct({ id: mandate.id, version: mandate.version, ...rest })
    const [row] = await office.sql(`SELECT phone FROM mandate_grantee WHERE id = '${shown.id}'`)
    expect(row).toEqual({ phone: '+358401234567' })
  })

  it('is not corrected once it is valid', async () => {
    const valid = await grant('asa')
    const { residentId: _r, renews: _n, ...rest } = content('asa')
    const call = getPage().mandates.correct({ id: valid.id, version: valid.version, ...rest })
    expect(await nameOf(call)).toBe('notReceived')
  })

  it('is granted anew from the old one as a draft, and never extended', async () => {
    const old = await grant('jukka', { validUntil: '2026-12-01', openSection: 'Myös varaston avain' })
    const { residentId, renews, content: draft } = await getPage().mandates.renewal({ id: old.id })
    expect(draft).not.toHaveProperty('signedOn')
    expect(draft).toMatchObject({
      scopes: ['keys'],
      openSection: 'Myös varaston avain',
      grantees: [{ lastName: 'Poika' }],
    })
    const days = {
      signedOn: '2026-11-24',
      validFrom: '2026-12-02',
      validUntil: '2027-12-01',
      arrived: 'atCounter',
    } as const
    const { mandate: anew } = await getPage().mandates.record({ residentId, renews, ...draft, ...days })
    expect(anew).toMatchObject({ standing: 'received', renews: old.id })
    expect(await read(old.id)).toMatchObject({
      lastDay: '2026-12-01',
      renewedBy: anew.id,
      version: old.version,
    })
    expect(await nameOf(getPage().mandates.renewal({ id: anew.id }))).toBe('notRenewable')
    expect(await nameOf(record('asa', { renews: old.id }))).toBe('notRenewable')
  })

  it('that ends in thirty days is listed, the first first, also when its lease ends', async () => {
    const inThirty = await grant('jukka', { validUntil: '2026-12-24' })
    await grant('jukka', { validUntil: '2026-12-25' })
    const today = await grant('jukka', { validUntil: '2026-11-24' })
    const withLease = await grant('notice', { object: { kind: 'lease', leaseNo: 'L900006' } })
    const { mandates, more } = await getPage().mandates.endingSoon()
    expect(more).toBe(false)
    expect(mandates.map(({ endsOn }) => endsOn)).toEqual(mandates.map(({ endsOn }) => endsOn).toSorted())
    expect(mandates.map(({ id }) => id)).toEqual(expect.arrayContaining([inThirty.id, today.id]))
    expect(mandates[0]!.id).toBe(today.id)
    expect(mandates.every(({ endsOn }) => endsOn <= '2026-12-24')).toBe(true)
    // The lease ends on the last of December: not within thirty days yet.
    expect(mandates.map(({ id }) => id)).not.toContain(withLease.id)
    await office.turnTo('2026-12-01T08:00:00Z')
    const later = (await getPage().mandates.endingSoon()).mandates
    expect(later.find(({ id }) => id === withLease.id)).toMatchObject({ endsOn: '2026-12-31' })
    expect(later.map(({ id }) => id)).not.toContain(today.id)
    expect((await read(today.id)).standing).toBe('expired')
  })
})
