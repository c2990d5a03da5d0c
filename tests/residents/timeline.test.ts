import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { type Office, openOffice } from './office'
import { codeOf, type PersonName } from './testRegister'

const reason = 'Asukas kysyi tiskillä'

onBothEngines('what is revealed and written of a resident', (engine) => {
  let opened: Opened<Office>
  let office: Office

  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const timeline = (who: PersonName, page = 0) =>
    office.page.residents.timeline({ id: office.ids[who], page })
  const audited = async (who: PersonName, action: string) =>
    (
      await office.page.audit.list({
        residentId: office.ids[who],
        staffId: null,
        from: null,
        to: null,
        page: 0,
      })
    ).records.filter((record) => record.action === action)
  const revealCode = (who: PersonName, why = reason, page: DeskClient = office.page) =>
    page.residents.revealCode({ id: office.ids[who], reason: why })
  const revealContacts = (who: PersonName, why = reason, page: DeskClient = office.page) =>
    page.residents.revealContacts({ id: office.ids[who], reason: why })

  it('reveals the whole code for a reason, which stays in the timeline and in the audit', async () => {
    expect(await revealCode('asa', `  ${reason} `)).toEqual({ code: codeOf('asa') })
    expect((await timeline('asa')).events).toMatchObject([
      { kind: 'codeRevealed', by: 'Aino Pääkäyttäjä', at: office.desk.now(), detail: { reason } },
    ])
    const [record] = await audited('asa', 'residents.revealCode')
    expect(record).toMatchObject({
      outcome: 'done',
      staffName: 'Aino Pääkäyttäjä',
      subjectName: 'Åsa Märta Östling',
    })
    expect(record?.reason?.trim()).toBe(reason)
    expect(JSON.stringify([await timeline('asa'), record])).not.toContain(codeOf('asa'))
  })

  it.each(['', '   ', 'x'.repeat(201), 'a\u0007b'])('reveals nothing for the reason %j', async (why) => {
    expect(await nameOf(revealCode('eino', why))).toBe('BAD_REQUEST')
    expect(await nameOf(revealContacts('salla', why))).toBe('BAD_REQUEST')
    expect((await timeline('eino')).total).toBe(0)
    expect((await timeline('salla')).total).toBe(0)
  })

  it('has no code to reveal of whom the register has none', async () => {
    expect(await nameOf(revealCode('fatima'))).toBe('noCode')
    expect((await timeline('fatima')).total).toBe(0)
    expect(await audited('fatima', 'residents.revealCode')).toMatchObject([
      { outcome: 'noCode', reason: null },
    ])
  })

  it('reveals how a protected person is reached, for a reason', async () => {
    expect(await revealContacts('salla')).toEqual({
      phone: '+358405550199',
      email: 'salla.suojattu@example.net',
      addresses: [{ leaseNo: 'L900011', address: 'Salatie 7 A 1', postalCode: '00995', district: 'Suojala' }],
    })
    expect((await timeline('salla')).events).toMatchObject([{ kind: 'addressRevealed', detail: { reason } }])
    const records = await audited('salla', 'residents.revealContacts')
    expect(records).toMatchObject([{ outcome: 'done', reason }])
    for (const secret of ['Salatie', '5550199', 'suojattu@'])
      expect(JSON.stringify([records, await timeline('salla')])).not.toContain(secret)
    // Revealing opens nothing for the next who looks.
    expect(await office.page.residents.read({ id: office.ids.salla })).toMatchObject({ hidden: 'all' })
  })

  it('reveals of somebody who lives with a protected person the shared home only', async () => {
    const { addresses } = await revealContacts('samu')
    expect(addresses.map(({ leaseNo, address }) => [leaseNo, address])).toEqual([
      ['L900011', 'Salatie 7 A 1'],
    ])
  })

  it('has nothing to reveal where nothing is hidden', async () => {
    expect(await nameOf(revealContacts('asa'))).toBe('notHidden')
    expect(await audited('asa', 'residents.revealContacts')).toMatchObject([{ outcome: 'notHidden' }])
  })

  it.each([
    ['counter', 'done', 'done'],
    ['lead', 'done', 'done'],
    ['phone', 'done', 'FORBIDDEN'],
    ['asoy', 'done', 'FORBIDDEN'],
    ['administrator', 'FORBIDDEN', 'FORBIDDEN'],
  ] as const)('lets %s reveal a code: %s, contacts: %s', async (role, code, contacts) => {
    const page = await office.as(role)
    const { total } = await timeline('salla')
    expect(await nameOf(revealCode('salla', reason, page))).toBe(code)
    expect(await nameOf(revealContacts('salla', reason, page))).toBe(contacts)
    const done = [code, contacts].filter((outcome) => outcome === 'done').length
    expect((await timeline('salla')).total).toBe(total + done)
    const [record] = await audited('salla', 'residents.revealContacts')
    expect(record).toMatchObject({ outcome: contacts, reason: contacts === 'done' ? reason : null })
  })

  it('keeps notes as they were written', async () => {
    const text = 'Avain palautetaan perjantaina.\n\n\tSoitettu <b>kahdesti</b> 😀 "ok"'
    const event = await office.page.residents.addNote({ id: office.ids.jukka, text: `\n ${text}  ` })
    expect(event).toMatchObject({ kind: 'note', by: 'Aino Pääkäyttäjä', detail: { text } })
    expect((await timeline('jukka')).events).toEqual([event])
    const longest = 'ä'.repeat(2000)
    expect((await office.page.residents.addNote({ id: office.ids.jukka, text: longest })).detail).toEqual({
      text: longest,
    })
    expect(JSON.stringify(await audited('jukka', 'residents.addNote'))).not.toContain('Avain')
  })

  it.each([
    ['', 'noteEmpty'],
    [' \n ', 'noteEmpty'],
    ['x'.repeat(2001), 'BAD_REQUEST'],
    ['a\u0000b', 'BAD_REQUEST'],
    ['a\u001b[2Jb', 'BAD_REQUEST'],
  ])('writes no note of %j: %s', async (text, answer) => {
    expect(await nameOf(office.page.residents.addNote({ id: office.ids.eino, text }))).toBe(answer)
    expect((await timeline('eino')).total).toBe(0)
  })

  it('shows what was done newest first, twenty to a page, each once', async () => {
    // Some at the same moment: they keep the order in which they were written.
    for (let n = 1; n <= 45; n += 1) {
      if (n % 5 === 0) office.desk.wait(1000)
      await office.page.residents.addNote({ id: office.ids.special, text: String(n) })
    }
    const pages = await Promise.all([0, 1, 2, 3].map((page) => timeline('special', page)))
    expect(pages.map(({ events, total }) => [events.length, total])).toEqual([
      [20, 45],
      [20, 45],
      [5, 45],
      [0, 45],
    ])
    const written = pages.flatMap(({ events }) => events.map(({ detail }) => Number(detail.text)))
    expect(written).toEqual(Array.from({ length: 45 }, (_, n) => 45 - n))
    expect((await timeline('onni')).total).toBe(0)
    expect(await nameOf(timeline('special', -1))).toBe('BAD_REQUEST')
  })
})
