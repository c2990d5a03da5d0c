import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { codeOf, type PersonName } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { cardLines, passportLines } from '../support/mrz'
import { nameOf } from '../support/outcomes'
import { printedFor, scanned, typedFor } from './documents'

type Recording = Parameters<DeskClient['identity']['record']>[0]

onBothEngines('recording an identity check', (engine) => {
  let opened: Opened<Office>
  let office: Office

  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const record = (who: PersonName, changes: Partial<Recording> = {}, page = office.page) =>
    page.identity.record({
      residentId: office.ids[who],
      purpose: 'portal',
      document: typedFor(who),
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
      ...changes,
    })
  const checks = (who: PersonName) => office.page.identity.list({ residentId: office.ids[who] })
  const events = async (who: PersonName) =>
    (await office.page.residents.timeline({ id: office.ids[who], page: 0 })).events

  it('keeps who, when, for what, by which kind of document, and that it was accepted', async () => {
    const check = await record('asa')
    expect(check).toEqual({
      id: expect.any(String),
      purpose: 'portal',
      documentKind: 'passport',
      issuingCountry: 'FIN',
      validOnDay: true,
      outcome: 'accepted',
      refusals: [],
      checkedAt: office.desk.now(),
      checkedBy: 'Aino Pääkäyttäjä',
      today: true,
    })
    expect(await checks('asa')).toEqual([check])
    const [event] = await events('asa')
    expect(event).toEqual({
      id: expect.any(String),
      at: office.desk.now(),
      by: 'Aino Pääkäyttäjä',
      kind: 'identityCheck',
      detail: { purpose: 'portal', documentKind: 'passport', outcome: 'accepted', refusals: [] },
    })
    const filter = { residentId: office.ids.asa, staffId: null, from: null, to: null, page: 0 }
    const { records } = await office.page.audit.list(filter)
    expect(records.find(({ action }) => action === 'identity.record')).toMatchObject({
      outcome: 'done',
      kept: { purpose: 'portal', outcome: 'accepted' },
    })
  })

  it.each([
    ['the photo', {}, []],
    ['the photo, though the rest is', { firstNames: 'Åsa' }, ['namesPartial']],
    ['a name that changed', { lastName: 'Ek' }, ['photoMatches']],
    ['a name that changed, though another thing is', { lastName: 'Ek' }, ['photoMatches', 'namesPartial']],
    ['given names that are not all there', { firstNames: 'Åsa' }, ['photoMatches']],
  ] as const)('accepts nothing before the clerk has confirmed %s', async (_what, document, confirmed) => {
    const before = await checks('asa')
    const call = record('asa', { document: typedFor('asa', document), confirmed: [...confirmed] })
    expect(await nameOf(call)).toBe('confirmationMissing')
    expect(await checks('asa')).toEqual(before)
  })

  it.each([
    [{ lastName: 'Ek' }, ['photoMatches', 'nameChanged']],
    [{ firstNames: 'Åsa' }, ['namesPartial', 'photoMatches']],
  ] as const)('accepts %j with every confirmation', async (document, confirmed) => {
    expect(
      await record('asa', { document: typedFor('asa', document), confirmed: [...confirmed] }),
    ).toMatchObject({ outcome: 'accepted', refusals: [] })
  })

  it.each([
    ['documentNotAccepted', { kind: 'drivingLicence' }, true],
    ['documentExpired', { expiresOn: '2026-11-23' }, false],
    ['expiryMissing', { expiresOn: null }, true],
    ['birthDateMismatch', { birthDate: '1949-12-30' }, true],
    ['codeMismatch', { personalIdentityCode: codeOf('asa') }, true],
    ['nameMismatch', { lastName: 'Ek', personalIdentityCode: null }, true],
  ] as const)(
    'never accepts what the rule refuses, and records the refusal: %s',
    async (refusal, changes, validOnDay) => {
      const document = typedFor('eino', changes)
      const before = (await checks('eino')).length
      expect(await nameOf(record('eino', { document }))).toBe('documentRefused')
      expect(await checks('eino')).toHaveLength(before)
      const check = await record('eino', { document, outcome: 'refused', confirmed: [] })
      expect(check).toMatchObject({ outcome: 'refused', refusals: [refusal], validOnDay, today: true })
      expect((await events('eino'))[0]).toMatchObject({ detail: { outcome: 'refused', refusals: [refusal] } })
    },
  )

  it.each(['photoDiffers', 'documentDamaged', 'documentSuspect'] as const)(
    'records that the clerk refused for their own reason: %s',
    async (clerkRefuses) => {
      expect(await nameOf(record('jukka', { clerkRefuses }))).toBe('documentRefused')
      expect(await record('jukka', { clerkRefuses, outcome: 'refused' })).toMatchObject({
        outcome: 'refused',
        refusals: [clerkRefuses],
        validOnDay: true,
      })
      const expired = typedFor('jukka', { expiresOn: '2020-01-01' })
      expect(await record('jukka', { clerkRefuses, outcome: 'refused', document: expired })).toMatchObject({
        refusals: ['documentExpired', clerkRefuses],
      })
    },
  )

  it('refuses nothing without a reason', async () => {
    expect(await nameOf(record('jukka', { outcome: 'refused' }))).toBe('nothingToRefuse')
  })

  it.each(['mrzFormat', 'mrzCheckDigit', 'mrzUnsupported'] as const)(
    'records a document that cannot be read: %s',
    async (reading) => {
      const input = {
        residentId: office.ids.notice,
        purpose: 'doorOpening',
        issuingCountry: 'swe',
        reading,
      } as const
      expect(await office.page.identity.recordUnreadable({ ...input, kind: 'identityCard' })).toMatchObject({
        purpose: 'doorOpening',
        documentKind: 'identityCard',
        issuingCountry: 'SWE',
        outcome: 'refused',
        refusals: [reading],
        validOnDay: false,
        checkedBy: 'Aino Pääkäyttäjä',
      })
      expect((await events('notice'))[0]).toMatchObject({
        detail: { outcome: 'refused', refusals: [reading] },
      })
    },
  )

  it('shows the ten newest checks, and which were made today in Helsinki', async () => {
    for (let n = 0; n < 11; n += 1) {
      office.desk.wait(1000)
      await record('asoy', { purpose: n === 10 ? 'doorOpening' : 'other' })
    }
    await office.turnTo('2026-11-24T21:59:59Z')
    const list = await checks('asoy')
    expect(list).toHaveLength(10)
    expect(list[0]?.purpose).toBe('doorOpening')
    expect(list.every(({ today }) => today)).toBe(true)
    await office.turnTo('2026-11-24T22:00:00Z')
    expect((await checks('asoy')).some(({ today }) => today)).toBe(false)
  })

  it('writes nothing but the audit record when it only judges', async () => {
    const before = await rowCounts(office)
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['identity_check', 'timeline_event', 'audit']))
    await office.page.identity.judge({
      residentId: office.ids.asa,
      purpose: 'portal',
      document: scanned(passportLines(printedFor('asa'))),
    })
    const broken = scanned(['P<FIN', 'x'])
    expect(
      await nameOf(
        office.page.identity.judge({ residentId: office.ids.asa, purpose: 'portal', document: broken }),
      ),
    ).toBe('mrzFormat')
    expect(await rowCounts(office)).toEqual({ ...before, audit: before.audit! + 2 })
    const [last] = await office.sql('SELECT * FROM audit ORDER BY seq DESC LIMIT 1 OFFSET 1')
    expect(last).toMatchObject({ action: 'identity.judge', outcome: 'done', kept: '{"purpose":"portal"}' })
  })

  it('keeps nothing of the document but what the law lets it keep', async () => {
    // A name and a birth date that are nowhere in the register, so that any trace comes from the document.
    const printed = {
      lastName: 'Zyxwvutsrq',
      firstNames: 'Qwertyuiop',
      birthDate: '1933-11-13',
      expiresOn: '2031-08-09',
      number: 'ZZ7654321',
      optional: '1311339012',
    }
    for (const lines of [passportLines(printedFor('asa', printed)), cardLines(printedFor('asa', printed))])
      await record('asa', { document: scanned(lines), outcome: 'refused', confirmed: [] })
    const { number: _number, optional: _optional, ...typed } = printed
    await record('asa', {
      document: typedFor('asa', { ...typed, personalIdentityCode: '131133-9012' }),
      outcome: 'refused',
    })
    const tables = Object.keys(await rowCounts(office))
    // Not the ids and hashes: they are random, and spell any six digits sooner or later.
    const everything = JSON.stringify(
      await Promise.all(tables.map((name) => office.sql(`SELECT * FROM "${name}"`))),
      (column, value) => (/(^|_)(id|hash)$/.test(column) ? undefined : value),
    ).toUpperCase()
    expect(everything).toContain('BIRTHDATEMISMATCH')
    for (const trace of [
      'ZYXWVU',
      'QWERTY',
      '1933-11-13',
      '331113',
      '2031-08-09',
      '310809',
      'ZZ7654321',
      '131133',
      '<<',
    ])
      expect(everything, trace).not.toContain(trace)
    const columns = office.desk.postgresUrl
      ? await office.sql(
          `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'identity_check'`,
        )
      : await office.sql(`SELECT name FROM pragma_table_info('identity_check')`)
    expect(columns.map(({ name }) => name).sort()).toEqual([
      'checked_at',
      'checked_by',
      'document_kind',
      'id',
      'issuing_country',
      'outcome',
      'purpose',
      'refusals',
      'resident_id',
      'valid_on_day',
    ])
  })

  it('is for those who stand in front of the resident', async () => {
    for (const role of ['phone', 'asoy', 'administrator'] as const) {
      const page = await office.as(role)
      expect(await nameOf(record('asa', {}, page)), role).toBe('FORBIDDEN')
      const document = { residentId: office.ids.asa, purpose: 'portal', document: typedFor('asa') } as const
      expect(await nameOf(page.identity.judge(document)), role).toBe('FORBIDDEN')
      const mayList = role === 'administrator' ? 'FORBIDDEN' : 'done'
      expect(await nameOf(page.identity.list({ residentId: office.ids.asa })), role).toBe(mayList)
      const unreadable = {
        residentId: office.ids.asa,
        purpose: 'portal',
        kind: 'passport',
        issuingCountry: 'FIN',
        reading: 'mrzFormat',
      } as const
      expect(await nameOf(page.identity.recordUnreadable(unreadable)), role).toBe('FORBIDDEN')
    }
    expect(await nameOf(record('asa', {}, await office.as('counter')))).toBe('done')
  })
})
