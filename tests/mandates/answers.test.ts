import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { granting, type Recording, stranger } from './granting'

onBothEngines('an answer to the mandate question', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const getPage = () => office.page
  const { grant, ask, granteeOf, identify, told } = granting(() => office)
  const granted = async (changes: Partial<Recording> = {}, who: 'asa' | 'salla' = 'asa') => {
    const mandate = await grant(who, { grantees: [stranger()], ...changes })
    await identify(mandate)
    return mandate
  }

  it('leaves the decision about the grantor’s own words to a person, once for each asking', async () => {
    const mandate = await granted({
      scopes: [],
      openSection: 'Saa hakea postini ja avata oven huoltomiehelle',
    })
    const who = granteeOf(mandate)
    const asked = await ask('asa', 'inspection', { who })
    expect(asked).toMatchObject({
      answer: 'readOpenSection',
      openSection: 'Saa hakea postini ja avata oven huoltomiehelle',
      decision: null,
    })
    const decide = (allowed: boolean, note: string) =>
      getPage().mandates.decide({ askId: asked.askId, allowed, note })
    expect(await nameOf(decide(true, ''))).toBe('noteRequired')
    const outcomes = await atOnce(office.desk.postgresUrl, [
      () => decide(true, 'Huolto on sovittu'),
      () => decide(true, 'Huolto on sovittu'),
    ])
    expect(namesOf(outcomes).filter((name) => name === 'done')).toHaveLength(1)
    expect(await nameOf(decide(false, 'Ei sittenkään'))).toBe('nothingToDecide')
    expect((await told('asa'))[0]).toMatchObject({
      what: 'decided',
      mandateId: mandate.id,
      allowed: true,
      note: 'Huolto on sovittu',
    })
    expect((await ask('asa', 'inspection', { who })).decision).toBeNull()
    const no = await ask('asa', 'inspection', { who: { kind: 'other', name: 'Naapuri' } })
    expect(await nameOf(getPage().mandates.decide({ askId: no.askId, allowed: true, note: 'x' }))).toBe(
      'nothingToDecide',
    )
  })

  it('is not decided on another day, nor by a power that was taken back meanwhile', async () => {
    const mandate = await granted({ scopes: [], openSection: 'Kaikki muuttoon liittyvä' })
    const asked = await ask('asa', 'changeResidents', { who: granteeOf(mandate) })
    const late = await ask('asa', 'changeResidents', { who: granteeOf(mandate) })
    const decide = (askId: string) => getPage().mandates.decide({ askId, allowed: true, note: 'luettu' })
    const { id, version } = (await getPage().mandates.read({ id: mandate.id })).mandate
    await office.turnTo(new Date(office.desk.now().getTime() + 24 * 60 * 60_000))
    expect(await nameOf(decide(late.askId))).toBe('askedAnotherDay')
    await office.turnTo(office.desk.now())
    const on = '2026-11-24'
    await getPage().mandates.revoke({ id, version, by: 'grantor', how: 'byPhone', on, note: '' })
    expect(await nameOf(decide(asked.askId))).toBe('askedAnotherDay')
    const again = await granted({ scopes: [], openSection: 'Kaikki' })
    const open = await ask('asa', 'changeResidents', { who: granteeOf(again) })
    const which = { id: again.id, version: again.version }
    await getPage().mandates.revoke({ ...which, by: 'grantor', how: 'byPhone', on, note: '' })
    expect(await nameOf(decide(open.askId))).toBe('CHANGED_MEANWHILE')
  })

  it('decides what of a lease is told: to a phone agent too, and no more than was asked and allowed', async () => {
    const phone = await office.as('phone')
    const tell = (askId: string) => phone.mandates.leaseInformation({ askId })
    const keys = await granted()
    const denied = await phone.mandates.ask({
      residentId: office.ids.asa,
      who: granteeOf(keys),
      action: 'leaseInformation',
      leaseNo: 'L900001',
      name: null,
    })
    expect(denied).toMatchObject({ answer: 'no', reason: 'scopeDoesNotCover' })
    expect(await nameOf(tell(denied.askId))).toBe('notAllowed')
    const other = await ask('asa', 'returnKeys', { who: granteeOf(keys) })
    expect(await nameOf(tell(other.askId))).toBe('otherMatter')
    const lease = await granted({ scopes: ['leaseInformation'] })
    const allowed = await ask('asa', 'leaseInformation', { who: granteeOf(lease) })
    expect(await tell(allowed.askId)).toMatchObject({
      residentId: office.ids.asa,
      leaseNo: 'L900001',
      beginsOn: '2019-01-01',
      endsOn: null,
      address: 'Sörnäisten rantatie 33 C 12',
    })
    const { id, version } = lease
    const on = '2026-11-24'
    await getPage().mandates.revoke({ id, version, by: 'grantor', how: 'byPhone', on, note: '' })
    expect(await nameOf(tell(allowed.askId))).toBe('notAllowed')
  })

  it('tells a grantee nothing that non-disclosure hides', async () => {
    const mandate = await granted({ scopes: ['leaseInformation', 'keys'] }, 'salla')
    const who = granteeOf(mandate)
    const lease = await ask('salla', 'leaseInformation', { who })
    expect(lease).toMatchObject({ answer: 'no', reason: 'nonDisclosure' })
    expect(await nameOf(getPage().mandates.leaseInformation({ askId: lease.askId }))).toBe('notAllowed')
    expect(await ask('salla', 'returnKeys', { who })).toMatchObject({
      answer: 'yes',
      hidden: ['address', 'contacts'],
    })
    const samu = await grant('samu', { grantees: [stranger()] })
    await identify(samu)
    expect(await ask('samu', 'returnKeys', { who: granteeOf(samu) })).toMatchObject({ hidden: ['address'] })
    expect(JSON.stringify([lease, await getPage().mandates.read({ id: mandate.id })])).not.toContain(
      'Salatie',
    )
  })
})
