import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../residents/office'
import { people } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import type { KeyPerson } from './keeping'
import { reporting } from './reporting'

onBothEngines('a difference', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const kept = reporting(() => office)
  const { keys, make, read, enter, holderOf, told } = kept
  const maintenance = 'huolto@example.org'
  /** A hand-off of which one key is missing, damaged, or one too many, with its case. */
  const withCase = async (who: KeyPerson, result: 'missing' | 'damaged' = 'missing') => {
    const [one] = await keys(who, 1)
    const { id, reference } = await make(who, [one!])
    const { cases } = await enter(id, { keys: [{ keyId: one!.id, result }] })
    return { id, reference, keyId: one!.id, number: one!.number, difference: cases[0]! }
  }
  type Choosing = Parameters<Office['page']['keys']['chooseInCase']>[0]
  const choose = async (id: string, more: Partial<Choosing>) =>
    office.page.keys.chooseInCase({
      ...(await current(id)),
      choice: 'chase',
      chargeCents: null,
      note: '',
      ...more,
    })
  type Closing = Parameters<Office['page']['keys']['closeCase']>[0]
  const close = async (id: string, more: Partial<Closing>) =>
    office.page.keys.closeCase({
      ...(await current(id)),
      outcome: 'found',
      at: 'blc',
      happenedOn: kept.today,
      note: '',
      ...more,
    })
  /** The latest case of a hand-off as it is now. */
  const current = async (handoffId: string) => {
    const { id, version } = (await read(handoffId)).cases.at(-1)!
    return { id, version }
  }

  it('is chased, charged and given up, each by whom and why; the key is lost then and the hand-off settled', async () => {
    const { id, keyId } = await withCase('asa')
    await choose(id, {})
    expect(await nameOf(choose(id, { choice: 'charge', chargeCents: 8900 }))).toBe('noteRequired')
    expect(await nameOf(choose(id, { choice: 'charge', note: 'kadonnut' }))).toBe('chargeRequired')
    await choose(id, { choice: 'charge', chargeCents: 8900, note: 'kadonnut' })
    const { handoff } = await close(id, { outcome: 'writtenOff', note: 'ei löydy' })
    const [difference] = handoff.cases
    expect(difference).toMatchObject({
      kind: 'missing',
      keyId,
      chargeCents: 8900,
      choices: [
        { choice: 'chase', by: 'Aino Pääkäyttäjä', note: '' },
        { choice: 'charge', note: 'kadonnut' },
      ],
      closed: { outcome: 'writtenOff', by: 'Aino Pääkäyttäjä', note: 'ei löydy' },
    })
    expect(handoff).toMatchObject({ state: 'settled', openCases: 0 })
    expect(handoff.items[0]!.state).toBe('writtenOff')
    expect(await holderOf(keyId)).toMatchObject({ kind: 'lost' })
    expect((await told('asa')).map(({ what }) => what)).toEqual([
      'settled',
      'caseClosed',
      'reported',
      'handedOff',
    ])
    expect(await nameOf(choose(id, {}))).toBe('caseClosed')
    expect(await nameOf(close(id, {}))).toBe('caseClosed')
  })

  it('is found: the key is where it is said to be, by the word of whoever says so', async () => {
    const { id, keyId } = await withCase('jukka')
    expect(await nameOf(close(id, { happenedOn: '2026-11-25' }))).toBe('keyInFuture')
    expect(await nameOf(close(id, { happenedOn: '2025-12-31' }))).toBe('beforeRegistered')
    const { handoff } = await close(id, { at: 'heka' })
    expect(handoff.state).toBe('settled')
    expect(await holderOf(keyId)).toMatchObject({ kind: 'heka' })
  })

  it('of a damaged key is kept as it is, or given up; not found', async () => {
    const { id, keyId } = await withCase('asa', 'damaged')
    expect(await nameOf(close(id, { outcome: 'found' }))).toBe('outcomeDoesNotFit')
    expect(await nameOf(close(id, { outcome: 'accepted' }))).toBe('noteRequired')
    const { handoff } = await close(id, { outcome: 'accepted', note: 'vääntynyt, käy vielä' })
    expect(handoff).toMatchObject({ state: 'settled' })
    expect(handoff.items[0]!.state).toBe('damaged')
    expect(await holderOf(keyId)).toMatchObject({ kind: 'blc' })
  })

  it('is opened by a person too, one at a time of a key', async () => {
    const [one, two] = await keys('asa', 2)
    const { id } = await make('asa', [one!])
    const open = async (keyId: string) =>
      office.page.keys.openCase({
        id,
        version: (await read(id)).version,
        keyId,
        kind: 'missing',
        note: 'asukas soitti',
      })
    expect(await nameOf(open(two!.id))).toBe('notInHandoff')
    const { handoff } = await open(one!.id)
    expect(handoff).toMatchObject({ state: 'missing', cases: [{ kind: 'missing', choices: [] }] })
    expect(await nameOf(open(one!.id))).toBe('caseOpen')
    expect(await nameOf(office.page.keys.settleHandoff({ id, version: handoff.version, note: '' }))).toBe(
      'caseOpen',
    )
    // It comes after all: its case closes with that.
    const came = await enter(id, { keys: [{ keyId: one!.id, result: 'arrived' }] })
    expect(came).toMatchObject({ state: 'settled', cases: [{ closed: { outcome: 'found' } }] })
    expect(await nameOf(open(one!.id))).toBe('handoffOver')
  })

  const rekey = (id: string) => choose(id, { choice: 'rekey', note: 'avain kateissa' })
  const message = async (id: string) => {
    const messageId = (await read(id)).cases[0]!.rekey?.messageId
    return office.page.outbox.read({ id: messageId ?? '' })
  }

  it('asks maintenance for another lock: it waits for an address, and goes once there is one', async () => {
    const { id } = await withCase('asa')
    const { handoff } = await rekey(id)
    expect(handoff.cases[0]!.rekey).toMatchObject({ state: 'noAddress', messageId: null })
    const before = await office.page.requests.readSettings()
    await office.page.requests.saveSettings({ ...before, emails: { ...before.emails, maintenance } })
    expect((await read(id)).cases[0]!.rekey).toMatchObject({ state: 'waiting' })
    expect(await nameOf(rekey(id))).toBe('rekeyAsked')
    await office.page.outbox.settle({ id: (await message(id)).message.id, as: 'dropped' })
    await rekey(id)
    expect((await read(id)).cases[0]!.rekey).toMatchObject({ state: 'waiting' })
  })

  it('tells maintenance which home, never a key’s number beside it, and nothing of whom', async () => {
    const { id, number, reference } = await withCase('jukka')
    await rekey(id)
    const sent = await message(id)
    expect(sent.message).toMatchObject({ kind: 'keysRekey', keyHandoffId: id, to: maintenance })
    expect(sent.text).toContain('Sörnäisten rantatie 33 C 13')
    expect(sent.text).toContain('asunnon avain')
    expect(sent.text).toContain(reference.match(/.{4}/g)!.join('-'))
    for (const secret of [number, people.jukka.last_name, people.jukka.first_names, 'L900002'])
      expect(`${sent.subject} ${sent.text}`).not.toContain(secret)
  })

  it.each(['salla', 'samu'] as const)('of a protected home tells only the reference: %s', async (who) => {
    const { id, number } = await withCase(who)
    await rekey(id)
    const { subject, text } = await message(id)
    for (const secret of ['Salatie', 'Suojala', number, 'Salo', 'Suojattu'])
      expect(`${subject} ${text}`).not.toContain(secret)
    expect(text).toContain('tunnuksella')
  })

  it('left by a cancelled hand-off is closed without moving a key that another hand-off has by now', async () => {
    const { id, keyId } = await withCase('asa')
    const { version } = await read(id)
    await office.page.keys.cancelHandoff({ id, version, because: 'mistake', note: '' })
    const { key } = await office.page.keys.history({ keyId })
    await make('asa', [key])
    const { handoff } = await close(id, {})
    expect(handoff).toMatchObject({ state: 'cancelled', cases: [{ closed: { outcome: 'found' } }] })
    expect(await holderOf(keyId)).toMatchObject({ kind: 'resident' })
  })

  it('that two desks close at once is closed once', async () => {
    const { id } = await withCase('asa')
    const { id: caseId, version } = await current(id)
    const closing = {
      id: caseId,
      version,
      outcome: 'found',
      at: 'blc',
      happenedOn: kept.today,
      note: '',
    } as const
    const [first, second] = await Promise.all([
      nameOf(office.page.keys.closeCase(closing)),
      nameOf(office.page.keys.closeCase(closing)),
    ])
    expect([first, second].sort()).toEqual(['CHANGED_MEANWHILE', 'done'])
  })
})
