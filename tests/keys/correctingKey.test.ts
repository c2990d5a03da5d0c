import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf, withoutSpace } from '#core/documents/testing'
import type { KeyView } from '#shared/contract/keyViews'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { keeping, today } from './keeping'

onBothEngines('a key of which the kind or the number was typed wrong', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const {
    keys,
    homeOf,
    handoff,
    which,
    read,
    report,
    settings,
    move,
    now,
    history,
    refusalOf,
    id,
    resident,
  } = keeping(() => office)
  type Correcting = Parameters<typeof office.page.keys.correctKey>[0]
  const why = { word: 'maintenance', wordText: 'luettiin väärin' } as const
  const correct = (
    { id: keyId, version, kind }: KeyView,
    number: string,
    more: Partial<Correcting> = {},
    page = office.page,
  ) => page.keys.correctKey({ id: keyId, version, kind, number, ...why, ...more })
  let made = 0
  const fresh = () => {
    made += 1
    return `K-0${made}`
  }

  it('is corrected by an event, with from what to what, by whom and why', async () => {
    const [key] = await keys('asa', 1, { holder: { kind: 'heka' } })
    await move([key!], resident('asa'), { happenedOn: '2026-03-01' })
    const clerk = await office.as('counter')
    const before = await now(key!)
    const number = fresh()
    const ledger = await correct(before, number, { kind: 'storage' }, clerk)
    expect(ledger.keys.find((each) => each.id === key!.id)).toMatchObject({
      kind: 'storage',
      number,
      seq: 3,
      version: before.version + 1,
      holder: { kind: 'resident', residentId: id('asa') },
      since: '2026-03-01',
      active: true,
    })
    const { events, key: shown } = await history(key!)
    expect(shown).toMatchObject({ kind: 'storage', number })
    expect(events.map(({ what, label }) => [what, label])).toEqual([
      ['registered', null],
      ['issued', null],
      ['keyCorrected', { from: { kind: 'apartment', number: key!.number }, to: { kind: 'storage', number } }],
    ])
    expect(events[2]).toMatchObject({ happenedOn: today, ...why, corrects: null, handoffId: null })
    expect(events[2]!.by).not.toBe(events[1]!.by)
    // What happened before today can still be told of it, and who had it corrected.
    await move([shown], { kind: 'blc' }, { happenedOn: '2026-11-20' })
    expect((await office.page.keys.check()).differences).toEqual([])
    await office.sql(`UPDATE key SET number = 'toinen' WHERE id = '${key!.id}'`)
    expect((await office.page.keys.check()).differences).toEqual([
      expect.objectContaining({ keyId: key!.id, what: 'label' }),
    ])
    await office.sql(`UPDATE key SET number = '${number}' WHERE id = '${key!.id}'`)
  })

  it('is refused by name what another key of the home is called, and what says nothing', async () => {
    const [key, other] = await keys('jukka', 2)
    const off = { active: false, happenedOn: today, word: 'heka', wordText: '' } as const
    await office.page.keys.setActive({ key: { id: other!.id, seq: other!.seq }, ...off })
    const before = await history(key!)
    expect(await refusalOf(correct(key!, other!.number))).toMatchObject({
      refusal: 'alreadyKnown',
      field: 'number',
      keyId: other!.id,
    })
    expect(await refusalOf(correct(key!, key!.number))).toMatchObject({
      refusal: 'nothingCorrected',
      field: 'number',
    })
    expect(await refusalOf(correct(key!, '  '))).toMatchObject({ refusal: 'numberRequired' })
    expect(await refusalOf(correct(key!, '9', { wordText: ' ' }))).toMatchObject({
      refusal: 'noteRequired',
      field: 'wordText',
    })
    expect(await nameOf(correct(key!, '9', { version: key!.version + 1 }))).toBe('CHANGED_MEANWHILE')
    expect(await nameOf(correct(key!, '9', { id: id('jukka') }))).toBe('NOT_FOUND')
    expect(await nameOf(correct(key!, '9', {}, await office.as('administrator')))).toBe('FORBIDDEN')
    expect(await history(key!)).toEqual(before)
    // The same number is another key where it opens something else, and in another home; zeros belong to it.
    await correct(key!, other!.number, { kind: 'parking' })
    await correct(await now(key!), `0${other!.number}`, { kind: 'apartment' })
    const [elsewhere] = await keys('asa')
    await correct(elsewhere!, other!.number, { kind: 'laundry' })
    // Out of use it is corrected too, and then its old number is free.
    await correct(await now(other!), fresh())
    await correct(await now(key!), other!.number)
  })

  it('is corrected once by two at once, and of two keys one gets the number', async () => {
    const [key, other] = await keys('jukka', 2)
    const wanted = fresh()
    const once = [wanted, fresh()].map((number) => () => correct(key!, number))
    expect(namesOf(await atOnce(office.desk.postgresUrl, once))).toEqual(['CHANGED_MEANWHILE', 'done'])
    const taken = fresh()
    const both = [await now(key!), other!].map((each) => () => correct(each, taken))
    expect(namesOf(await atOnce(office.desk.postgresUrl, both))).toEqual(['alreadyKnown', 'done'])
    const numbers = (await homeOf('jukka')).keys.map(({ kind, number }) => `${kind} ${number}`)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect((await office.page.keys.check()).differences).toEqual([])
    const [moved] = await keys('jukka')
    const race = [() => correct(moved!, fresh()), () => move([moved!], { kind: 'blc' })]
    const ends = await atOnce<unknown>(office.desk.postgresUrl, race)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await office.page.keys.check()).differences).toEqual([])
  })

  it('stays in its hand-off: what was told stays as it was told, and BLC’s count finds it by its right number', async () => {
    await settings({ blcEmail: 'avaimet@blc.example' })
    const [key] = await keys('asa')
    const of = await handoff('asa', [key!], { send: 'email' })
    const messages = async () =>
      Promise.all((await read(of)).messages.map((each) => office.page.outbox.read({ id: each.id })))
    const [told, history0] = [await messages(), (await read(of)).history]
    expect(told).toHaveLength(2)
    const number = fresh()
    await correct(await now(key!), number)
    const after = await read(of)
    expect(await messages()).toEqual(told)
    expect(after).toMatchObject({ state: 'instructed', version: of.version, history: history0 })
    expect(after.items[0]!.key).toMatchObject({ number, handoff: { id: of.id } })
    const { pdfBase64 } = await office.page.keys.instructions({ id: of.id, language: 'fi' })
    expect(readPdf(Buffer.from(pdfBase64, 'base64')).text).toContain(withoutSpace(number))
    const counted = await report(after)
    expect(counted.items[0]).toMatchObject({ state: 'arrived', key: { holder: { kind: 'blc' } } })
    await settings({ blcEmail: null })
  })

  it('tells of a protected home no more than before', async () => {
    await settings({ blcEmail: 'avaimet@blc.example' })
    const [key] = await keys('salla', 1, { holder: { kind: 'blc' } })
    const of = await handoff('salla', [key!], { direction: 'pickup' })
    const list = async () => {
      const { pdfBase64 } = await office.page.keys.blcList({ direction: 'pickup' })
      return readPdf(Buffer.from(pdfBase64, 'base64')).text
    }
    const [toBlc, before] = [(await read(of)).messages, await list()]
    const ledger = await correct(await now(key!), fresh())
    expect(ledger).toMatchObject({ address: null, apartmentNo: null, propertyId: null })
    expect((await read(of)).messages).toEqual(toBlc)
    const secrets = /Salatie|Suojala|Suojattu|Salla|Salo/
    for (const text of [before, await list()]) expect(text).not.toMatch(secrets)
    await office.page.keys.cancelHandoff({ ...which(await read(of)), because: 'mistake', note: '' })
    await settings({ blcEmail: null })
  })
})
