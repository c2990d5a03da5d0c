import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { importRegister, type RegisterTexts } from '../support/register'
import { type Office, openOffice } from './office'
import { type PersonName, testRegister } from './testRegister'

const nobody = '019b0000-0000-7000-8000-000000000000'

onBothEngines("a resident's page", (engine) => {
  let opened: Opened<Office>
  let office: Office

  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const read = (who: PersonName) => office.page.residents.read({ id: office.ids[who] })
  const household = async (who: PersonName) => (await read(who)).leases[0]?.household.map(({ name }) => name)

  it('says who somebody is, how they are reached and where they live', async () => {
    const page = await read('asa')
    expect(page).toEqual({
      id: office.ids.asa,
      version: 1,
      residentNo: 'asa',
      firstNames: 'Åsa Märta',
      lastName: 'Östling',
      birthDate: '1951-03-07',
      age: 75,
      maskedCode: '070351-••••',
      marks: [],
      contacts: {
        phone: '+358405550177',
        email: 'Asa.Ostling@example.com',
        language: 'sv',
        ibanEnding: null,
      },
      hidden: 'nothing',
      today: '2026-11-24',
      closedToday: null,
      leases: [expect.anything()],
    })
    expect(page.leases[0]).toMatchObject({
      leaseNo: 'L900001',
      state: 'running',
      signedOn: '2000-01-01',
      beginsOn: '2019-01-01',
      endsOn: null,
      noticeGivenOn: null,
      role: 'mainTenant',
      from: '2019-01-01',
      to: null,
      address: 'Sörnäisten rantatie 33 C 12',
      postalCode: '00500',
      district: 'Sörnäinen',
      rooms: 3,
      areaM2: 62.5,
      property: {
        propertyNo: 'T1',
        address: 'Sörnäisten rantatie 33',
        kind: 'rental',
        buildingManager: {
          name: 'Riku Laitinen',
          phone: '+358931032610',
          email: 'riku.laitinen@hekaoy.example',
        },
        maintenanceArea: 'Keskinen 2',
        cleaning: 'own',
        cleaningCompany: null,
      },
    })
  })

  it('lists the household without oneself and those who have moved out, the main tenant first, then by age', async () => {
    expect(await household('asa')).toEqual(['Eino Olavi Östling', 'Aada Nykänen', 'Onni Aatos Nykänen'])
    expect(await household('onni')).toEqual(['Åsa Märta Östling', 'Eino Olavi Östling', 'Aada Nykänen'])
    expect((await read('onni')).leases[0]?.household[0]).toEqual({
      id: office.ids.asa,
      name: 'Åsa Märta Östling',
      role: 'mainTenant',
      birthDate: '1951-03-07',
      from: '2019-01-01',
      to: null,
      nonDisclosure: false,
    })
    expect(await household('jukka')).toEqual([])
    const withProtected = (await read('samu')).leases[0]?.household
    expect(withProtected?.map(({ name, nonDisclosure }) => [name, nonDisclosure])).toEqual([
      ['Salla Inari Suojattu', true],
      ['Siiri Salo', false],
    ])
  })

  it.each([
    ['asa', 'running'],
    ['future', 'future'],
    ['unsigned', 'unsigned'],
    ['notice', 'noticeGiven'],
    ['ended', 'ended'],
    ['movedOut', 'ended'],
  ] as const)('of %s says that the lease is %s', async (who, state) => {
    expect((await read(who)).leases.map((lease) => lease.state)).toEqual([state])
  })

  it('shows what matters now before what is over', async () => {
    expect((await read('samu')).leases.map(({ leaseNo, state }) => [leaseNo, state])).toEqual([
      ['L900011', 'running'],
      ['L900012', 'ended'],
    ])
  })

  it.each([
    ['asa', []],
    ['onni', ['minor']],
    ['aada', []],
    ['dead', ['deceased']],
    ['ended', ['leaseEnded']],
    ['movedOut', ['leaseEnded']],
    ['nowhere', ['noLease']],
    ['future', ['futureLease']],
    ['unsigned', ['futureLease']],
    ['asoy', ['asoy']],
    ['special', []],
    ['salla', ['nonDisclosure']],
    ['samu', []],
    ['siiri', ['minor']],
  ] as const)('marks %s with %j', async (who, marks) => {
    expect((await read(who)).marks).toEqual(marks)
  })

  it('has no masked code and no contacts of whom the register has none', async () => {
    expect(await read('fatima')).toMatchObject({
      maskedCode: null,
      birthDate: '1990-06-15',
      contacts: { phone: null, email: null, language: 'so', ibanEnding: null },
    })
  })

  it('withholds from everyone how a protected person is reached, and the shared home from the household', async () => {
    expect(await read('salla')).toMatchObject({ hidden: 'all', contacts: { phone: null, email: null } })
    const samu = await read('samu')
    expect(samu).toMatchObject({ hidden: 'address', contacts: { phone: '+358505550188' } })
    expect(samu.leases.map(({ address }) => address)).toEqual([null, 'Porvoonkatu 21 b A 4'])
    // The manager is who to call, whoever lives there.
    expect(samu.leases[0]?.property).toMatchObject({
      propertyNo: null,
      address: null,
      buildingManager: { name: 'Riku Laitinen' },
    })
  })

  it('answers that there is no such person, and keeps a record of the try', async () => {
    expect(await nameOf(office.page.residents.read({ id: nobody }))).toBe('NOT_FOUND')
    expect(await nameOf(office.page.residents.timeline({ id: nobody, page: 0 }))).toBe('NOT_FOUND')
    expect(await nameOf(office.page.residents.read({ id: 'asa' }))).toBe('BAD_REQUEST')
    const filter = { residentId: nobody, staffId: null, from: null, to: null, page: 0 }
    const { records } = await office.page.audit.list(filter)
    expect(records.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['residents.timeline', 'NOT_FOUND'],
      ['residents.read', 'NOT_FOUND'],
    ])
  })

  it('ends a child’s minority at midnight in Helsinki', async () => {
    await office.turnTo('2026-11-24T21:59:59.999Z')
    expect(await read('onni')).toMatchObject({ today: '2026-11-24', age: 17, marks: ['minor'] })
    await office.turnTo('2026-11-24T22:00:00Z')
    expect(await read('onni')).toMatchObject({ today: '2026-11-25', age: 18, marks: [] })
  })

  it('lets a lease run through its last day, and begin on its first', async () => {
    const states = async () => [
      (await read('notice')).leases[0]?.state,
      (await read('future')).leases[0]?.state,
      (await read('movedOut')).leases[0]?.state,
    ]
    await office.turnTo('2026-11-23T10:00:00Z')
    expect(await states()).toEqual(['noticeGiven', 'future', 'running'])
    await office.turnTo('2026-11-30T22:00:00Z')
    expect(await states()).toEqual(['noticeGiven', 'running', 'ended'])
    await office.turnTo('2026-12-31T10:00:00Z')
    expect(await states()).toEqual(['noticeGiven', 'running', 'ended'])
    await office.turnTo('2027-01-01T10:00:00Z')
    expect(await states()).toEqual(['ended', 'running', 'ended'])
    await office.turnTo('2026-11-01T10:00:00Z')
    expect((await states())[0]).toBe('running')
  })

  it.each([
    ['2026-12-06T10:00:00Z', 'independenceDay'],
    ['2026-12-24T10:00:00Z', 'christmasEve'],
  ])('on %s is closed for %s', async (now, closedToday) => {
    await office.turnTo(now)
    expect(await read('asa')).toMatchObject({ closedToday })
  })

  it('says of what has left the register that it has ended, at once', async () => {
    const whole = testRegister()
    const without = (file: keyof RegisterTexts, begins: RegExp) => ({
      [file]: whole[file]
        .split('\n')
        .filter((line) => !begins.test(line))
        .join('\n'),
    })
    await office.turnTo('2026-11-24T10:00:00Z')
    await importRegister(office.page, {
      ...whole,
      ...without('leases', /^(L900002|L900009)/),
      ...without('occupancies', /^(L900002|L900009)|^L900001,eino/),
    })
    const jukka = await read('jukka')
    expect(jukka.leases).toMatchObject([
      { leaseNo: 'L900002', state: 'ended', endsOn: '2026-11-23', to: '2026-11-23' },
    ])
    expect(jukka.marks).toEqual(['leaseEnded'])
    expect(await read('eino')).toMatchObject({ leases: [{ state: 'ended' }], marks: ['leaseEnded'] })
    expect(await household('asa')).not.toContain('Eino Olavi Östling')
    const { hits } = await office.page.residents.search({ text: 'rantatie 33' })
    expect(hits.map(({ id }) => id)).not.toContain(office.ids.jukka)
    expect(await office.page.portal.read({ residentId: office.ids.jukka })).toMatchObject({
      eligibility: { eligible: false, refusal: 'leaseEnded' },
    })
    await importRegister(office.page, whole)
    expect(await read('jukka')).toMatchObject({
      leases: [{ state: 'running', endsOn: null, to: null }],
      marks: [],
    })
  })
})
