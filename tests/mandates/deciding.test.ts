import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorOf } from '../appointments/bookings'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { granting } from './granting'

onBothEngines('a received power', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const getPage = () => office.page
  const { record, attach, confirm, grant, told } = granting(() => office)
  const revocation = { by: 'grantor', how: 'byPhone', on: '2026-11-24', note: 'Soitti itse' } as const

  it('becomes valid when all of its checklist is seen and its paper is here', async () => {
    const mandate = await record('asa', { openSection: 'Myös varasto' })
    const { id } = mandate
    const checked = ['signedAndDated', 'scopeReadable'] as const
    expect(await errorOf(getPage().mandates.confirm({ id, version: 1, checked: [...checked] }))).toEqual({
      refusal: 'checklistIncomplete',
      field: 'checked',
      missing: ['grantorIdentified', 'openSectionReadable'],
    })
    expect(await nameOf(confirm(mandate))).toBe('paperMissing')
    const valid = await confirm(await attach(mandate))
    expect(valid).toMatchObject({ standing: 'valid', version: 3 })
    expect(valid.history[0]).toMatchObject({ what: 'confirmed', detail: { checked: mandate.checklist } })
    expect((await told('asa'))[0]).toMatchObject({ what: 'confirmed', mandateId: id })
    expect(await nameOf(confirm(valid))).toBe('notReceived')
  })

  it('is refused with a reason, which is told', async () => {
    const { id, version } = await record('asa')
    const refuse = (why: 'other' | 'notSigned', note: string) =>
      getPage().mandates.refuse({ id, version, why, note })
    expect(await nameOf(refuse('other', ' '))).toBe('noteRequired')
    const { mandate } = await refuse('notSigned', 'Toinen sivu puuttuu')
    expect(mandate).toMatchObject({
      standing: 'refused',
      refused: { why: 'notSigned', note: 'Toinen sivu puuttuu' },
    })
    expect((await told('asa'))[0]).toMatchObject({ what: 'refused', why: 'notSigned' })
    expect(await nameOf(refuse('notSigned', ''))).toBe('CHANGED_MEANWHILE')
  })

  it('once valid is taken back: by whom, how and when', async () => {
    const { id, version } = await grant('asa')
    const revoke = (changes: object) => getPage().mandates.revoke({ id, version, ...revocation, ...changes })
    expect(await nameOf(revoke({ on: '2026-11-25' }))).toBe('revokedInFuture')
    expect(await nameOf(revoke({ on: '2026-11-19' }))).toBe('revokedBeforeSigned')
    const { mandate } = await revoke({})
    expect(mandate).toMatchObject({ standing: 'revoked', revoked: revocation })
    expect((await told('asa'))[0]).toMatchObject({ what: 'revoked', ...revocation })
    const again = getPage().mandates.revoke({ id, version: mandate.version, ...revocation })
    expect(await nameOf(again)).toBe('mandateOver')
  })

  it('is either confirmed or revoked when two desks do both at once', async () => {
    const mandate = await attach(await record('asa'))
    const { id, version } = mandate
    const outcomes = await atOnce<unknown>(office.desk.postgresUrl, [
      () => confirm(mandate),
      () => getPage().mandates.revoke({ id, version, ...revocation }),
    ])
    expect(namesOf(outcomes)).toEqual(['CHANGED_MEANWHILE', 'done'])
    const now = (await getPage().mandates.read({ id })).mandate
    expect(now.version).toBe(version + 1)
    expect(['valid', 'revoked']).toContain(now.standing)
    expect(now.history[0]!.what).toBe(now.standing === 'valid' ? 'confirmed' : 'revoked')
  })

  it('of an estate needs its parties and their papers seen, and from then on the tenant is known to have died', async () => {
    const before = await grant('eino')
    const estate = await attach(
      await record('eino', { scopes: ['estate'], parties: ['Liisa Leski'], diedOn: '2026-11-10' }),
    )
    expect(estate.checklist).toEqual(expect.arrayContaining(['partiesKnown', 'partiesPapersSeen']))
    const standing = async () => (await getPage().mandates.read({ id: before.id })).mandate.standing
    expect(await standing()).toBe('valid')
    const valid = await confirm(estate)
    expect(valid).toMatchObject({ standing: 'valid', grantors: [{ died: true }] })
    expect(await standing()).toBe('grantorDied')
    const late = await attach(await record('eino'))
    expect(await nameOf(confirm(late))).toBe('grantorDied')
    // It was somebody else: taken back, and everything is as before.
    await getPage().mandates.revoke({ id: valid.id, version: valid.version, ...revocation })
    expect(await standing()).toBe('valid')
  })

  it('tells every page of each change, after it is committed', async () => {
    const stop = new AbortController()
    const stream = await getPage().system.changes(undefined, { signal: stop.signal })
    const heard: string[] = []
    const listening = (async () => {
      for await (const { topic, id } of stream) heard.push(`${topic} ${id}`)
    })().catch(() => undefined)
    const { id } = await grant('asa')
    await expect.poll(() => heard.filter((each) => each === `mandate ${id}`).length).toBeGreaterThanOrEqual(3)
    expect(heard).toContain(`resident ${office.ids.asa}`)
    stop.abort()
    await listening
  })
})
