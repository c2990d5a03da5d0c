import { afterAll, beforeAll, expect, it } from 'vitest'
import { mandateScopes } from '#shared/rules/mandateScopes'
import { requestKindRule, requestKinds } from '#shared/rules/requestKinds'
import { granting, stranger } from '../mandates/granting'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { caller, requesting } from './requesting'

const inPerson = requestKinds.filter((kind) => !requestKindRule(kind).byPhone)
const ofMainTenant: readonly string[] = [
  'transferLease',
  'terminateLease',
  'leaseInformation',
  'paymentInformation',
  'messageLeaseControl',
]
const byPhone = requestKinds.filter((kind) => requestKindRule(kind).byPhone)

onBothEngines('who may make a request', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { make, page, pass, told } = requesting(() => office)
  const { grant, ask, granteeOf, identify } = granting(() => office)
  const refusalOf = async (making: Promise<unknown>) => {
    const error = await making.then(
      () => null,
      (reason: { data?: unknown }) => reason,
    )
    return error?.data as { refusal: string; reason?: string } | undefined
  }

  it('is not the resident themself before they have shown who they are, but by phone for what neither ends, transfers nor tells', async () => {
    for (const kind of requestKinds) {
      expect(await refusalOf(make('asa', kind)), kind).toMatchObject({
        refusal: 'notAllowed',
        reason: 'identityNotVerifiedToday',
      })
    }
    for (const kind of inPerson)
      expect(await nameOf(make('asa', kind, { who: caller }))).toBe('documentNeeded')
    for (const kind of byPhone) {
      const request = await page('asa', kind, { who: caller })
      expect(request, kind).toMatchObject({
        who: { kind: 'caller', name: null },
        questions: ['rooms', 'household'],
      })
    }
    const once: typeof caller = { kind: 'caller', questions: ['rooms', 'rooms'] }
    expect(await nameOf(make('asa', 'inspection', { who: once }))).toBe('callerNotIdentified')
  })

  it('is the main tenant for what is theirs alone, whatever a caller has answered', async () => {
    await pass('asa')
    await pass('eino')
    for (const kind of requestKinds) {
      const own = ofMainTenant.includes(kind)
      expect(await nameOf(make('asa', kind)), kind).toBe('done')
      const refused = await refusalOf(make('eino', kind))
      expect(refused?.reason, kind).toBe(own ? 'onlyMainTenant' : undefined)
    }
    expect(await refusalOf(make('eino', 'messageLeaseControl', { who: caller }))).toMatchObject({
      reason: 'onlyMainTenant',
    })
    expect(await refusalOf(make('siiri', 'disturbance', { who: caller }))).toMatchObject({
      reason: 'grantorIsMinor',
    })
    expect(await refusalOf(make('dead', 'disturbance', { who: caller }))).toMatchObject({
      reason: 'grantorDied',
    })
    expect(await refusalOf(make('ended', 'disturbance', { who: caller }))).toMatchObject({
      reason: 'leaseEnded',
    })
    expect(await nameOf(make('asa', 'disturbance', { who: caller, leaseNo: 'L900002' }))).toBe(
      'notGrantorsLease',
    )
  })

  it('a phone agent cannot get payment information for a grantee whose power covers keys', async () => {
    const keys = await grant('jukka', { grantees: [stranger()], scopes: ['keys'] })
    await identify(keys)
    const who = granteeOf(keys)
    const phone = await office.as('phone')
    const asked = granting(
      () => office,
      () => phone,
    )
    const at = requesting(
      () => office,
      () => phone,
    )
    const answered = async (action: 'returnKeys' | 'paymentInformation') => ({
      kind: 'asked' as const,
      askId: (await asked.ask('jukka', action, { who })).askId,
    })
    const yes = await answered('returnKeys')
    expect(await nameOf(at.make('jukka', 'paymentInformation', { who: yes }))).toBe('otherMatter')
    const no = await answered('paymentInformation')
    expect(await refusalOf(at.make('jukka', 'paymentInformation', { who: no }))).toMatchObject({
      refusal: 'notAllowed',
      reason: 'scopeDoesNotCover',
    })
    expect(await nameOf(at.make('jukka', 'paymentInformation', { who: caller }))).toBe('documentNeeded')
    // Nor by an answer about somebody else's payments, nor on another lease.
    await pass('asa')
    const elsewhere = await asked.ask('asa', 'paymentInformation')
    expect(elsewhere.answer).toBe('yes')
    const others = { kind: 'asked', askId: elsewhere.askId } as const
    expect(await nameOf(at.make('jukka', 'paymentInformation', { who: others }))).toBe('otherMatter')
    const { requests } = await phone.requests.ofResident({ residentId: office.ids.jukka })
    expect(requests).toEqual([])
  })

  it('is a grantee whose power covers it, by the answer of today and as long as the power stands', async () => {
    for (const scope of mandateScopes.filter((each) => each !== 'estate')) {
      const power = await grant('jukka', { grantees: [stranger()], scopes: [scope] })
      await identify(power)
      for (const kind of requestKinds.filter((each) => each !== 'transferLease')) {
        const { action } = requestKindRule(kind)
        const answer = await ask('jukka', action, { who: granteeOf(power) })
        const making = make('jukka', kind, { who: { kind: 'asked', askId: answer.askId } })
        const [outcome] = await Promise.allSettled([making])
        expect(outcome.status === 'fulfilled', `${scope}: ${kind}`).toBe(answer.answer === 'yes')
        if (outcome.status === 'rejected') continue
        const { request } = outcome.value
        expect(request).toMatchObject({ askId: answer.askId, mandateId: power.id, who: { kind: 'grantee' } })
        await office.page.requests.cancel({
          id: request.id,
          version: request.version,
          by: 'customer',
          note: 'koe',
        })
      }
    }
    expect((await told('jukka')).at(0)).toMatchObject({ what: 'cancelled' })
  })

  it('is nobody by a power that was taken back meanwhile, nor by yesterday’s answer', async () => {
    const power = await grant('jukka', { grantees: [stranger()], scopes: ['diyPermit'] })
    await identify(power)
    const who = granteeOf(power)
    const { askId } = await ask('jukka', 'diyPermit', { who })
    const asked = { kind: 'asked', askId } as const
    expect(await nameOf(make('jukka', 'diyPermit', { who: asked }))).toBe('done')
    const { id, version } = (await office.page.mandates.read({ id: power.id })).mandate
    await office.page.mandates.revoke({
      ...{ id, version },
      by: 'grantor',
      how: 'byPhone',
      on: '2026-11-24',
      note: '',
    })
    expect(await nameOf(make('jukka', 'diyPermit', { who: asked }))).toBe('notAllowed')
    const other = await ask('asa', 'inspection')
    expect(other.answer).toBe('yes')
    await office.turnTo('2026-11-24T22:00:00Z')
    expect(
      await nameOf(
        make('asa', 'inspection', {
          who: { kind: 'asked', askId: other.askId },
          fields: { inspectionFor: 'condition' },
        }),
      ),
    ).toBe('askedAnotherDay')
  })

  it('of an open section is a grantee only after a person has read it and allowed it', async () => {
    const power = await grant('jukka', {
      grantees: [stranger()],
      scopes: [],
      openSection: 'Saa pyytää tarkastuksen.',
    })
    await identify(power)
    const { askId, answer } = await ask('jukka', 'inspection', { who: granteeOf(power) })
    expect(answer).toBe('readOpenSection')
    const asked = { kind: 'asked', askId } as const
    const fields = { inspectionFor: 'condition' }
    expect(await nameOf(make('jukka', 'inspection', { who: asked, fields }))).toBe('notAllowed')
    await office.page.mandates.decide({ askId, allowed: true, note: 'luettu' })
    expect(await nameOf(make('jukka', 'inspection', { who: asked, fields }))).toBe('done')
  })

  it('of one parking space says nothing of another', async () => {
    const power = await grant('jukka', {
      grantees: [stranger()],
      scopes: ['terminateParking'],
      object: { kind: 'parkingSpace', name: 'AP 12' },
    })
    await identify(power)
    const who = granteeOf(power)
    const { askId } = await ask('jukka', 'terminateParking', { who, name: 'ap-12' })
    const cancel = (space: string) =>
      nameOf(
        make('jukka', 'cancelParking', {
          who: { kind: 'asked', askId },
          fields: { space, from: '2026-11-30' },
        }),
      )
    expect(await cancel('AP 13')).toBe('otherMatter')
    expect(await cancel('AP12')).toBe('done')
    const none = await ask('jukka', 'terminateParking', { who })
    expect(none.reason).toBe('otherObject')
  })
})
