import { afterAll, beforeAll, expect, it } from 'vitest'
import { portalSteps } from '#shared/rules/portalRegistration'
import { type Office, openOffice } from '../residents/office'
import type { PersonName } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { registering, type TickedStep } from './registering'

const hour = 3_600_000
const ticked: readonly TickedStep[] = ['usernameCreated', 'linkSent', 'confirmed', 'registered']

onBothEngines('the steps of registering for the Portal', (engine) => {
  let opened: Opened<Office>
  let office: Office
  const { read, registration, identify, start, tick, startAnew, upTo } = registering(() => office)

  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const steps = async (who: PersonName) =>
    (await office.page.residents.timeline({ id: office.ids[who], page: 0 })).events
      .filter(({ kind }) => kind === 'portalStep')
      .map(({ detail }) => detail)
      .reverse()

  it('go from the identification to the password, each at its moment', async () => {
    await identify('asa')
    const begun = await start('asa')
    const identifiedAt = office.desk.now()
    const nothing = {
      usernameCreatedAt: null,
      linkSentAt: null,
      linkExpiresAt: null,
      confirmedAt: null,
      registeredAt: null,
    }
    expect(begun.registration).toEqual({
      id: expect.any(String),
      version: 1,
      state: 'identified',
      email: null,
      identifiedAt,
      ...nothing,
      nextStep: 'usernameCreated',
      emailSharedWithAnother: false,
    })
    let expected = begun.registration!
    for (const [at, step] of ticked.entries()) {
      office.desk.wait(60_000)
      const email = step === 'usernameCreated' ? ' Asa.Ostling@EXAMPLE.com ' : null
      const shown = await tick('asa', step, email)
      const now = office.desk.now()
      expected = {
        ...expected,
        version: at + 2,
        state: step,
        email: 'Asa.Ostling@example.com',
        [`${step}At`]: now,
        nextStep: ticked[at + 1] ?? null,
        ...(step === 'linkSent' && { linkExpiresAt: new Date(now.getTime() + 24 * hour) }),
      }
      expect(shown.registration).toEqual(expected)
      expect((await read('asa')).registration).toEqual(expected)
    }
    expect(await steps('asa')).toEqual([
      { step: 'identified' },
      { step: 'usernameCreated', email: 'Asa.Ostling@example.com' },
      { step: 'linkSent' },
      { step: 'confirmed' },
      { step: 'registered' },
    ])
    for (const step of ticked)
      expect(await nameOf(tick('asa', step, step === 'usernameCreated' ? 'a@example.com' : null))).toBe(
        'stepOutOfOrder',
      )
    expect(await nameOf(start('asa'))).toBe('registrationOpen')
  })

  it('are taken in their order only', async () => {
    await upTo('eino', 'identified')
    for (const next of ticked) {
      for (const step of ticked.filter((one) => one !== next)) {
        const call = tick('eino', step, step === 'usernameCreated' ? 'a@example.com' : null)
        expect(await nameOf(call), `${step} before ${next}`).toBe('stepOutOfOrder')
      }
      await tick('eino', next, next === 'usernameCreated' ? 'eino@example.com' : null)
    }
    expect(await steps('eino')).toHaveLength(portalSteps.length)
  })

  it('take an e-mail address with the username, and nowhere else', async () => {
    await upTo('jukka', 'identified')
    for (const email of [null, '', '  '])
      expect(await nameOf(tick('jukka', 'usernameCreated', email))).toBe('emailRequired')
    for (const email of ['jukka', 'jukka@', 'a@b', 'a@example.com,b@example.com', 'ä ö@example.com'])
      expect(await nameOf(tick('jukka', 'usernameCreated', email)), email).toBe('emailInvalid')
    for (const email of ['a\n@example.com', `${'x'.repeat(250)}@example.com`])
      expect(await nameOf(tick('jukka', 'usernameCreated', email)), email).toBe('BAD_REQUEST')
    expect(await registration('jukka')).toMatchObject({ state: 'identified', version: 1, email: null })
    await tick('jukka', 'usernameCreated', 'jukka@example.com')
    for (const step of ['linkSent', 'confirmed', 'registered'] as const) {
      expect(await nameOf(tick('jukka', step, 'other@example.com'))).toBe('emailNotNow')
      await tick('jukka', step)
    }
    expect(await registration('jukka')).toMatchObject({ email: 'jukka@example.com' })
  })

  it('are not taken from a page that is out of date, nor on another’s registration', async () => {
    await upTo('notice', 'usernameCreated')
    const residentId = office.ids.notice
    const { id: registrationId, version } = await registration('notice')
    const step = { residentId, registrationId, version, step: 'linkSent', email: null } as const
    expect(await nameOf(office.page.portal.tick({ ...step, version: version - 1 }))).toBe('CHANGED_MEANWHILE')
    const theirs = (await registration('eino')).id
    expect(await nameOf(office.page.portal.tick({ ...step, registrationId: theirs }))).toBe('NOT_FOUND')
    expect(await nameOf(office.page.portal.tick({ ...step, residentId: office.ids.fatima }))).toBe(
      'NOT_FOUND',
    )
    const anew = { residentId, because: 'mistake' } as const
    expect(await nameOf(office.page.portal.startAnew({ ...anew, version: version + 1 }))).toBe(
      'CHANGED_MEANWHILE',
    )
    const twice = await Promise.all([
      nameOf(office.page.portal.tick(step)),
      nameOf(office.page.portal.tick(step)),
    ])
    expect(twice.sort()).toEqual(['CHANGED_MEANWHILE', 'done'])
    expect(await registration('notice')).toMatchObject({
      id: registrationId,
      state: 'linkSent',
      version: version + 1,
    })
  })

  it('notice an address that another resident uses for a username', async () => {
    await upTo('future', 'usernameCreated', 'yhteinen@example.com')
    expect(await registration('future')).toMatchObject({ emailSharedWithAnother: false })
    await upTo('special', 'usernameCreated', 'yhteinen@EXAMPLE.com')
    for (const who of ['future', 'special'] as const)
      expect(await registration(who)).toMatchObject({ emailSharedWithAnother: true })
    // A registration that was closed uses no address.
    await startAnew('special', 'mistake')
    expect(await registration('future')).toMatchObject({ emailSharedWithAnother: false })
  })

  it('show no address of a protected person', async () => {
    await upTo('salla', 'linkSent', 'salla.portal@example.net')
    const shown = JSON.stringify([
      await read('salla'),
      await office.page.residents.timeline({ id: office.ids.salla, page: 0 }),
    ])
    expect(shown).toContain('linkSent')
    expect(shown).not.toContain('@')
    expect(await steps('salla')).toEqual([
      { step: 'identified' },
      { step: 'usernameCreated' },
      { step: 'linkSent' },
    ])
  })

  it('begin anew where there is something to replace, and for the link only when it is dead', async () => {
    expect(await nameOf(startAnew('asoy', 'mistake'))).toBe('nothingToReplace')
    await upTo('asoy', 'linkSent')
    expect(await nameOf(startAnew('asoy', 'linkExpired'))).toBe('linkNotExpired')
    const before = await registration('asoy')
    const { registration: anew } = await startAnew('asoy', 'mistake')
    expect(anew).toMatchObject({
      state: 'identified',
      version: 1,
      email: null,
      linkSentAt: null,
      nextStep: 'usernameCreated',
    })
    expect(anew?.id).not.toBe(before.id)
    expect((await steps('asoy')).slice(-2)).toEqual([
      { step: 'closed', because: 'mistake' },
      { step: 'identified' },
    ])
    const [closed] = await office.sql(`SELECT * FROM portal_registration WHERE id = '${before.id}'`)
    expect(closed).toMatchObject({ closed_because: 'mistake', email: 'asoy@example.com' })
    // The registration that was closed cannot be gone on with.
    const old = { residentId: office.ids.asoy, registrationId: before.id, version: before.version + 1 }
    expect(await nameOf(office.page.portal.tick({ ...old, step: 'confirmed', email: null }))).toBe(
      'NOT_FOUND',
    )
    await tick('asoy', 'usernameCreated', 'uusi@example.com')
    // The address changed while the resident is still at the counter.
    expect((await startAnew('asoy', 'emailChanged')).registration).toMatchObject({
      state: 'identified',
      email: null,
    })
    for (const step of ticked)
      await tick('asoy', step, step === 'usernameCreated' ? 'kolmas@example.com' : null)
    expect((await startAnew('asoy', 'emailChanged')).registration).toMatchObject({ state: 'identified' })
  })

  it('wait for the link for exactly 24 hours', async () => {
    const { linkSentAt } = await registration('notice')
    const dies = linkSentAt!.getTime() + 24 * hour
    await office.turnTo(new Date(dies - 1))
    expect(await registration('notice')).toMatchObject({
      state: 'linkSent',
      nextStep: 'confirmed',
      linkExpiresAt: new Date(dies),
    })
    expect(await nameOf(startAnew('notice', 'linkExpired'))).toBe('linkNotExpired')
    await office.turnTo(new Date(dies))
    expect(await registration('notice')).toMatchObject({ state: 'expired', nextStep: null })
    for (const step of ticked)
      expect(await nameOf(tick('notice', step, step === 'usernameCreated' ? 'a@example.com' : null))).toBe(
        'linkExpired',
      )
    // It is still the one that is open.
    await identify('notice')
    expect(await nameOf(start('notice'))).toBe('registrationOpen')
    const anew = (await startAnew('notice', 'linkExpired')).registration
    expect(anew).toMatchObject({ state: 'identified', identifiedAt: office.desk.now() })
    expect(await nameOf(startAnew('notice', 'linkExpired'))).toBe('linkNotExpired')
  })

  it('are confirmed in the last moment, and stay so when the link dies after that', async () => {
    const dies = (await registration('salla')).linkExpiresAt!
    await office.turnTo(new Date(dies.getTime() - 1))
    await tick('salla', 'confirmed')
    await office.turnTo(new Date(dies.getTime() + 24 * hour))
    expect(await registration('salla')).toMatchObject({ state: 'confirmed', nextStep: 'registered' })
    expect((await tick('salla', 'registered')).registration).toMatchObject({ state: 'registered' })
  })

  it('ask for the document again when the address changed on another day, not when the link died', async () => {
    // The clock stands two days after the identifications.
    expect(await nameOf(startAnew('jukka', 'emailChanged'))).toBe('notIdentifiedToday')
    const { identifiedAt } = await registration('future')
    await tick('future', 'linkSent')
    await office.turnTo(new Date(office.desk.now().getTime() + 24 * hour))
    expect((await startAnew('future', 'linkExpired')).registration).toMatchObject({
      state: 'identified',
      identifiedAt,
    })
    await identify('jukka')
    expect((await startAnew('jukka', 'emailChanged')).registration).toMatchObject({
      identifiedAt: office.desk.now(),
    })
  })

  it('count elapsed hours over the night in which the clocks are turned back', async () => {
    // 15 o'clock in summer time; the clocks go from 4 to 3 in the night.
    await office.turnTo('2026-10-24T12:00:00Z')
    await upTo('fatima', 'linkSent')
    expect((await registration('fatima')).linkExpiresAt).toEqual(new Date('2026-10-25T12:00:00Z'))
    await office.turnTo('2026-10-25T11:59:59.999Z')
    expect((await registration('fatima')).state).toBe('linkSent')
    await office.turnTo('2026-10-25T12:00:00Z')
    expect((await registration('fatima')).state).toBe('expired')
  })
})
