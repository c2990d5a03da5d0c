import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { registering } from './registering'

onBothEngines('who may register for the Portal', (engine) => {
  let opened: Opened<Office>
  let office: Office
  const { read, registration, identify, start, tick, startAnew, upTo } = registering(() => office)

  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  it.each([
    ['asa', { eligible: true, featuresOpenOn: null, mainTenant: true }],
    ['eino', { eligible: true, featuresOpenOn: null, mainTenant: false }],
    ['aada', { eligible: true, featuresOpenOn: null, mainTenant: false }],
    ['notice', { eligible: true, featuresOpenOn: null, mainTenant: true }],
    ['future', { eligible: true, featuresOpenOn: '2026-12-01', mainTenant: true }],
    ['special', { eligible: true, featuresOpenOn: null, mainTenant: false }],
    ['asoy', { eligible: true, featuresOpenOn: null, mainTenant: true }],
    ['dead', { eligible: false, refusal: 'deceased' }],
    ['onni', { eligible: false, refusal: 'minor' }],
    ['nowhere', { eligible: false, refusal: 'notInHousingRegister' }],
    ['unsigned', { eligible: false, refusal: 'leaseNotSigned' }],
    ['ended', { eligible: false, refusal: 'leaseEnded' }],
    ['movedOut', { eligible: false, refusal: 'notInHousingRegister' }],
  ] as const)('of %s is told %j', async (who, eligibility) => {
    expect(await read(who)).toEqual({
      eligibility,
      registration: null,
      checkToday: null,
      suggestedEmail:
        { asa: 'Asa.Ostling@example.com', asoy: 'oravainen@example.org' }[who as string] ?? null,
      now: office.desk.now(),
    })
    if (eligibility.eligible) return
    await identify(who)
    expect(await nameOf(start(who))).toBe(eligibility.refusal)
    expect((await read(who)).registration).toBeNull()
  })

  it('registers nobody whose birth date the register does not know', async () => {
    await office.sql(`UPDATE resident SET birth_date = NULL WHERE resident_no = 'jukka'`)
    expect((await read('jukka')).eligibility).toEqual({ eligible: false, refusal: 'birthDateUnknown' })
    expect(await nameOf(start('jukka'))).toBe('birthDateUnknown')
    await office.sql(`UPDATE resident SET birth_date = '1970-01-01' WHERE resident_no = 'jukka'`)
  })

  it('stops with somebody who is not entitled any more', async () => {
    await upTo('special', 'usernameCreated')
    await office.sql(`UPDATE resident SET died_on = '2026-11-20' WHERE resident_no = 'special'`)
    expect(await nameOf(tick('special', 'linkSent'))).toBe('deceased')
    expect(await nameOf(startAnew('special', 'mistake'))).toBe('deceased')
    expect((await registration('special')).state).toBe('usernameCreated')
    await office.sql(`UPDATE resident SET died_on = NULL WHERE resident_no = 'special'`)
    expect(await nameOf(tick('special', 'linkSent'))).toBe('done')
  })

  it('takes nobody who was not identified for the Portal today', async () => {
    expect(await nameOf(start('asoy'))).toBe('notIdentifiedToday')
    await identify('asoy', 'doorOpening')
    expect(await nameOf(start('asoy'))).toBe('notIdentifiedToday')
    const refused = {
      residentId: office.ids.asoy,
      purpose: 'portal',
      kind: 'passport',
      issuingCountry: 'FIN',
      reading: 'mrzFormat',
    } as const
    await office.page.identity.recordUnreadable(refused)
    expect(await nameOf(start('asoy'))).toBe('notIdentifiedToday')
    expect((await read('asoy')).checkToday).toBeNull()
    const check = await identify('asoy')
    expect(await read('asoy')).toMatchObject({
      checkToday: { id: check.id, checkedAt: check.checkedAt, checkedBy: 'Aino Pääkäyttäjä' },
    })
    // A refusal after it takes nothing away from what the clerk accepted, and another resident's is nobody else's.
    expect(await nameOf(start('notice'))).toBe('notIdentifiedToday')
    expect((await start('asoy')).registration).toMatchObject({
      state: 'identified',
      identifiedAt: check.checkedAt,
    })
  })

  it('lets one of two pages that start at once win', async () => {
    await identify('jukka')
    const ended = await atOnce(office.desk.postgresUrl, [() => start('jukka'), () => start('jukka')])
    expect(namesOf(ended)).toEqual(['done', 'registrationOpen'])
    expect(
      await office.sql(
        `SELECT count(*) AS n FROM portal_registration WHERE resident_id = '${office.ids.jukka}'`,
      ),
    ).toMatchObject([{ n: expect.toSatisfy((n) => Number(n) === 1) }])
    expect(await nameOf(start('jukka'))).toBe('registrationOpen')
    const { events } = await office.page.residents.timeline({ id: office.ids.jukka, page: 0 })
    expect(events.filter(({ kind }) => kind === 'portalStep')).toHaveLength(1)
  })

  it.each(languages)('prints a leaflet in %s', async (language) => {
    const { pdfBase64 } = await office.page.portal.leaflet({ language })
    const pdf = Buffer.from(pdfBase64, 'base64')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.subarray(-6).toString()).toContain('%%EOF')
    for (const other of languages.filter((one) => one !== language))
      expect((await office.page.portal.leaflet({ language: other })).pdfBase64).not.toBe(pdfBase64)
  })

  it('is seen by all who serve residents, and done at the counter', async () => {
    await identify('aada')
    const residentId = office.ids.aada
    for (const role of ['phone', 'asoy', 'administrator'] as const) {
      const page = await office.as(role)
      const mayRead = role === 'administrator' ? 'FORBIDDEN' : 'done'
      expect(await nameOf(page.portal.read({ residentId })), role).toBe(mayRead)
      expect(await nameOf(page.portal.leaflet({ language: 'fi' })), role).toBe(mayRead)
      expect(await nameOf(page.portal.start({ residentId })), role).toBe('FORBIDDEN')
    }
    await start('aada')
    const { id: registrationId, version } = await registration('aada')
    const ticked = {
      residentId,
      registrationId,
      version,
      step: 'usernameCreated',
      email: 'a@example.com',
    } as const
    const page = await office.as('phone')
    expect(await nameOf(page.portal.tick(ticked))).toBe('FORBIDDEN')
    expect(await nameOf(page.portal.startAnew({ residentId, version, because: 'mistake' }))).toBe('FORBIDDEN')
    expect(await registration('aada')).toMatchObject({ state: 'identified', version: 1 })
    expect(await nameOf((await office.as('counter')).portal.tick(ticked))).toBe('done')
  })

  it('asks for another identification after midnight in Helsinki', async () => {
    await identify('eino')
    await office.turnTo('2026-11-24T21:59:59.999Z')
    expect((await read('eino')).checkToday).not.toBeNull()
    await office.turnTo('2026-11-24T22:00:00Z')
    expect((await read('eino')).checkToday).toBeNull()
    expect(await nameOf(start('eino'))).toBe('notIdentifiedToday')
    // Of age since midnight.
    await identify('onni')
    expect(await start('onni')).toMatchObject({
      eligibility: { eligible: true },
      registration: { state: 'identified' },
    })
  })

  it('opens its features on the first day of the lease', async () => {
    await office.turnTo('2026-11-30T21:59:59Z')
    expect((await read('future')).eligibility).toMatchObject({ featuresOpenOn: '2026-12-01' })
    await office.turnTo('2026-11-30T22:00:00Z')
    expect((await read('future')).eligibility).toMatchObject({ featuresOpenOn: null })
  })
})
