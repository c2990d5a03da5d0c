import { afterAll, beforeAll, expect, it } from 'vitest'
import { typedFor } from '../identity/documents'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { granting, type Recording, son, stranger } from './granting'

onBothEngines('the mandate question', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const getPage = () => office.page
  const { record, grant, ask, granteeOf, identify, told } = granting(() => office)
  const pass = (who: 'jukka' | 'asa' | 'salla', kind: 'passport' | 'otherPhotoId' = 'passport') =>
    getPage().identity.record({
      residentId: office.ids[who],
      purpose: kind === 'passport' ? 'other' : 'doorOpening',
      document: typedFor(who, { kind }),
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
    })
  const granted = async (changes: Partial<Recording> = {}, who: 'asa' | 'salla' | 'notice' = 'asa') => {
    const mandate = await grant(who, { grantees: [stranger()], ...changes })
    await identify(mandate)
    return mandate
  }

  it('is answered with the ground, and the answer is in the timeline, the history and the audit log', async () => {
    const mandate = await grant('asa', { validUntil: '2026-12-31' })
    const who = granteeOf(mandate)
    const asked = await ask('asa', 'returnKeys', { who })
    expect(asked).toMatchObject({
      answer: 'no',
      reason: 'identityNotVerifiedToday',
      nearestMandateId: mandate.id,
    })
    await identify(mandate)
    const answer = await ask('asa', 'returnKeys', { who })
    expect(answer).toEqual({
      residentId: office.ids.asa,
      askId: expect.any(String),
      action: 'returnKeys',
      answer: 'yes',
      reason: null,
      ground: { mandateId: mandate.id, scope: 'keys', until: '2026-12-31', openSection: false },
      nearestMandateId: null,
      openSection: null,
      hidden: [],
      others: [],
      decision: null,
    })
    const detail = {
      what: 'asked',
      mandateId: mandate.id,
      askId: answer.askId,
      action: 'returnKeys',
      who: 'grantee',
      name: 'Pekka Juhani Poika',
      answer: 'yes',
      reason: null,
      scope: 'keys',
      until: '2026-12-31',
    }
    expect((await told('asa'))[0]).toEqual(detail)
    const { mandate: read } = await getPage().mandates.read({ id: mandate.id })
    expect(read.history[0]).toMatchObject({ what: 'asked', detail: { askId: answer.askId, answer: 'yes' } })
    const filter = { residentId: office.ids.asa, staffId: null, from: null, to: null, page: 0 }
    const { records } = await getPage().audit.list(filter)
    const kept = records.filter(({ action }) => action === 'mandates.ask').map((record) => record.kept)
    expect(kept).toEqual([
      { action: 'returnKeys', answer: 'yes' },
      { action: 'returnKeys', answer: 'no' },
    ])
  })

  it('of a grantee who is no resident needs their document seen today, and keeps no more of it than of a resident’s', async () => {
    const mandate = await grant('asa', { grantees: [stranger()] })
    const who = granteeOf(mandate)
    const check = await identify(mandate)
    expect(check).toMatchObject({
      outcome: 'accepted',
      documentKind: 'passport',
      purpose: 'other',
      today: true,
    })
    expect((await ask('asa', 'collectKeys', { who })).answer).toBe('yes')
    const [row] = await office.sql('SELECT * FROM mandate_grantee_check')
    expect(Object.keys(row!).sort()).toEqual([
      'checked_at',
      'checked_by',
      'document_kind',
      'grantee_id',
      'id',
      'issuing_country',
      'outcome',
      'refusals',
      'valid_on_day',
    ])
    await office.turnTo('2026-11-24T22:00:00Z')
    expect((await ask('asa', 'collectKeys', { who })).reason).toBe('identityNotVerifiedToday')
  })

  it('is not answered by a document that cannot be read, which is recorded as refused', async () => {
    const mandate = await grant('asa', { grantees: [stranger()] })
    const granteeId = mandate.grantees[0]!.id
    const unread = { kind: 'passport', issuingCountry: 'swe', reading: 'mrzFormat' } as const
    const check = await getPage().mandates.recordUnreadableOfGrantee({ id: mandate.id, granteeId, ...unread })
    expect(check).toMatchObject({
      ...{ residentId: office.ids.asa, documentKind: 'passport', issuingCountry: 'SWE', validOnDay: false },
      ...{ outcome: 'refused', refusals: ['mrzFormat'] },
    })
    const who = { kind: 'grantee', granteeId } as const
    expect((await ask('asa', 'collectKeys', { who })).reason).toBe('identityNotVerifiedToday')
    const { mandate: now } = await getPage().mandates.read({ id: mandate.id })
    expect(now.history.filter(({ what }) => what === 'granteeIdentified')).toMatchObject([
      { detail: { granteeId, outcome: 'refused' } },
    ])
    const odd = { id: mandate.id, granteeId, ...unread, issuingCountry: '12' }
    expect(await nameOf(getPage().mandates.recordUnreadableOfGrantee(odd))).toBe('BAD_REQUEST')
  })

  it('is not answered by somebody else’s document', async () => {
    const mandate = await grant('asa', { grantees: [stranger()] })
    const document = { ...typedFor('jukka'), personalIdentityCode: null }
    const input = { id: mandate.id, granteeId: mandate.grantees[0]!.id, document }
    const judged = await getPage().mandates.judgeGrantee(input)
    expect(judged).toMatchObject({
      residentId: office.ids.asa,
      comparedWith: 'power',
      refusals: ['birthDateMismatch', 'nameMismatch'],
      comparison: expect.arrayContaining([
        { field: 'birthDate', register: '1980-01-01', document: '1970-01-01', result: 'different' },
      ]),
    })
    const accepted = {
      ...input,
      outcome: 'accepted' as const,
      confirmed: ['photoMatches' as const],
      clerkRefuses: null,
    }
    expect(await nameOf(getPage().mandates.identifyGrantee({ ...accepted, confirmed: [] }))).toBe(
      'documentRefused',
    )
    await getPage().mandates.identifyGrantee({ ...accepted, outcome: 'refused' })
    const asked = await ask('asa', 'returnKeys', { who: granteeOf(mandate) })
    expect(asked.reason).toBe('identityNotVerifiedToday')
  })

  it('knows a grantee who is a resident by their own identity check, but not by a photo ID for a door', async () => {
    const mandate = await grant('asa', { grantees: [{ ...son, residentId: office.ids.jukka }] })
    const who = granteeOf(mandate)
    await pass('jukka', 'otherPhotoId')
    expect((await ask('asa', 'returnKeys', { who })).reason).toBe('identityNotVerifiedToday')
    await pass('jukka')
    expect((await ask('asa', 'returnKeys', { who })).answer).toBe('yes')
    const resident = { kind: 'resident', residentId: office.ids.jukka } as const
    expect((await ask('asa', 'returnKeys', { who: resident })).ground?.mandateId).toBe(mandate.id)
    expect((await ask('asa', 'terminateLease', { who })).reason).toBe('scopeDoesNotCover')
  })

  it('finds every power that names the one who is here', async () => {
    const person = stranger()
    const keys = await grant('asa', { grantees: [person], validUntil: '2026-12-31' })
    const general = await grant('asa', {
      grantees: [{ ...person, firstNames: person.firstNames.toUpperCase() }],
      general: true,
      scopes: [],
    })
    await identify(general)
    expect(await ask('asa', 'returnKeys', { who: granteeOf(keys) })).toMatchObject({
      answer: 'yes',
      ground: { mandateId: general.id, scope: 'general', until: '2051-11-20' },
      others: [{ mandateId: keys.id, finding: 'yes' }],
    })
  })

  it('of the resident themself, of nobody’s grantee and of a stranger is answered too', async () => {
    expect((await ask('asa', 'terminateLease')).reason).toBe('identityNotVerifiedToday')
    await pass('asa')
    expect(await ask('asa', 'terminateLease')).toMatchObject({ answer: 'yes', ground: null })
    const self = { kind: 'resident', residentId: office.ids.asa } as const
    expect(await ask('asa', 'terminateLease', { who: self })).toMatchObject({ answer: 'yes', ground: null })
    const special = { kind: 'resident', residentId: office.ids.special } as const
    expect((await ask('asa', 'returnKeys', { who: special })).reason).toBe('noMandate')
    const neighbour = { kind: 'other', name: 'Naapuri' } as const
    expect((await ask('asa', 'returnKeys', { who: neighbour })).reason).toBe('noMandate')
    expect((await told('asa'))[0]).toMatchObject({
      who: 'other',
      name: 'Naapuri',
      answer: 'no',
      reason: 'noMandate',
    })
    expect(await nameOf(ask('asa', 'returnKeys', { who: { kind: 'other', name: ' ' } }))).toBe('nameRequired')
    expect(await nameOf(ask('asa', 'returnKeys', { leaseNo: 'L900002' }))).toBe('notGrantorsLease')
    const elsewhere = await grant('jukka')
    expect(await nameOf(ask('asa', 'returnKeys', { who: granteeOf(elsewhere) }))).toBe('noSuchGrantee')
  })

  it('of another’s matters is no for a child in the household, and only what is theirs for another resident', async () => {
    expect((await ask('siiri', 'returnKeys')).reason).toBe('grantorIsMinor')
    const mandate = await grant('eino', { general: true, scopes: [], grantees: [stranger()] })
    await identify(mandate)
    const who = granteeOf(mandate)
    expect((await ask('eino', 'paymentInformation', { who })).reason).toBe('onlyMainTenant')
    expect((await ask('eino', 'bookSauna', { who })).answer).toBe('yes')
  })

  it('is answered by the lease: an ended one, another one, and the estate’s', async () => {
    const gone = await grant('ended', {
      grantees: [stranger()],
      signedOn: '2018-01-01',
      validFrom: '2018-01-01',
    })
    await identify(gone)
    expect(gone.standing).toBe('leaseEnded')
    expect((await ask('ended', 'returnKeys', { who: granteeOf(gone) })).reason).toBe('leaseEnded')
    const samu = await grant('samu', {
      object: { kind: 'lease', leaseNo: 'L900012' },
      grantees: [stranger()],
    })
    await identify(samu)
    expect((await ask('samu', 'returnKeys', { who: granteeOf(samu) })).reason).toBe('otherObject')
    const estate = await grant('dead', {
      scopes: ['estate'],
      parties: ['Liisa Leski'],
      grantees: [stranger()],
    })
    await identify(estate)
    expect(await ask('dead', 'terminateLease', { who: granteeOf(estate) })).toMatchObject({
      answer: 'yes',
      ground: { scope: 'estate' },
    })
    expect((await ask('dead', 'returnKeys')).reason).toBe('grantorDied')
  })

  it('is answered on the day it begins and the day it ends, by Helsinki’s days, and not around them', async () => {
    const today = new Date(office.desk.now().getTime() + 2 * 3_600_000).toISOString().slice(0, 10)
    const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    const mandate = await granted({ signedOn: today, validFrom: tomorrow, validUntil: tomorrow })
    const who = granteeOf(mandate)
    const at = async (time: string) => {
      await office.turnTo(time)
      await identify(mandate)
      const { answer, reason } = await ask('asa', 'returnKeys', { who })
      return reason ?? answer
    }
    expect(await at(`${today}T21:59:00Z`)).toBe('notYetValid')
    expect(await at(`${today}T22:00:00Z`)).toBe('yes')
    expect(await at(`${tomorrow}T21:59:59Z`)).toBe('yes')
    expect(await at(`${tomorrow}T22:00:00Z`)).toBe('expired')
  })

  it('of a power that is only received, or revoked a moment ago, is no', async () => {
    const received = await record('notice', { grantees: [stranger()] })
    await identify(received)
    expect((await ask('notice', 'returnKeys', { who: granteeOf(received) })).reason).toBe('notConfirmed')
    const { id, version } = await granted({}, 'notice')
    const who = granteeOf((await getPage().mandates.read({ id })).mandate)
    expect((await ask('notice', 'returnKeys', { who })).answer).toBe('yes')
    await getPage().mandates.revoke({
      id,
      version,
      by: 'grantor',
      how: 'byEmail',
      on: '2026-11-24',
      note: '',
    })
    expect((await ask('notice', 'returnKeys', { who })).reason).toBe('revoked')
  })
})
