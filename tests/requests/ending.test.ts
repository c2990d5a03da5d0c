import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf, withoutSpace } from '#core/documents/testing'
import { languages } from '#shared/contract/base'
import { granting, stranger } from '../mandates/granting'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { caller, requesting } from './requesting'

onBothEngines('a service request', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { living, newcomer, form, make, page, pass, settings, told } = requesting(() => office)
  const { grant, ask, granteeOf, identify } = granting(() => office)
  const requests = () => office.page.requests
  const which = ({ id, version }: { id: string; version: number }) => ({ id, version })
  const open = (show: 'all' | 'overdue' | 'notHandedOff') => requests().open({ show, goesTo: null, page: 0 })

  it('of a termination tells the last day of the lease, by the rule that is set', async () => {
    await pass('asa')
    const today = await page('asa', 'terminateLease')
    expect(today.lastDay).toBe('2026-12-31')
    const cancel = async (request: { id: string; version: number }) =>
      requests().cancel({ ...which(request), by: 'heka', note: 'koe' })
    await cancel(today)
    const fields = { noticeOn: '2026-11-24', noticeBy: 'letter', endsOn: '2026-12-30' }
    const early = await make('asa', 'terminateLease', { fields }).catch((error: { data: object }) => error)
    expect(early).toMatchObject({
      data: { refusal: 'beforeNoticeEnds', field: 'endsOn', firstDay: '2026-12-31' },
    })
    await settings(() => ({ notice: { months: 1, countedFrom: 'day' } }))
    const later = await page('asa', 'terminateLease', { fields })
    expect(later.lastDay).toBe('2026-12-30')
    await cancel(later)
    // The rule of the day it was made: another rule afterwards changes nothing that was told.
    await settings(() => ({ notice: { months: 1, countedFrom: 'monthEnd' } }))
    expect((await requests().read({ id: later.id })).request.lastDay).toBe('2026-12-30')
    await pass('notice')
    expect(await nameOf(make('notice', 'terminateLease'))).toBe('alreadyTerminated')
    const { notice } = await requests().form({ residentId: office.ids.asa, leaseNo: 'L900001' })
    expect(notice).toEqual({ months: 1, countedFrom: 'monthEnd' })
  })

  it('of a change of residents lists everyone whom the register has in the home, and nobody who has left or died', async () => {
    const people = await living('asa')
    expect(people.map(({ name }) => name).sort()).toEqual([
      'Aada Nykänen',
      'Eino Olavi Östling',
      'Onni Aatos Nykänen',
      'Åsa Märta Östling',
    ])
    const change = (listed: readonly object[]) =>
      nameOf(make('asa', 'changeResidents', { who: caller, fields: { people: listed as never } }))
    expect(await change([...people.slice(1), newcomer])).toBe('everyoneMustBeListed')
    expect(await change([...people, { ...people[0], residentId: office.ids.jukka }, newcomer])).toBe(
      'notLivingHere',
    )
    expect(await change([...people, newcomer])).toBe('done')
    expect(
      await nameOf(make('asa', 'inspection', { who: caller, fields: { people: people as never } })),
    ).toBe('fieldUnknown')
  })

  it('is done or cancelled once, with why, as it was read', async () => {
    const request = await page('asa', 'diyPermit', { who: caller })
    expect(await nameOf(requests().cancel({ ...which(request), by: 'customer', note: ' ' }))).toBe(
      'noteRequired',
    )
    const done = (await requests().markDone({ ...which(request), note: 'lupa annettu' })).request
    expect(done).toMatchObject({
      state: 'done',
      version: 2,
      overdue: false,
      ended: { by: 'Aino Pääkäyttäjä', on: null, note: 'lupa annettu' },
      handOff: { state: 'dropped', problem: 'superseded' },
    })
    expect(await nameOf(requests().cancel({ ...which(request), by: 'heka', note: 'x' }))).toBe(
      'CHANGED_MEANWHILE',
    )
    const acts = [
      () => requests().cancel({ ...which(done), by: 'heka', note: 'x' }),
      () => requests().markDone({ ...which(done), note: '' }),
      () => requests().handOff(which(done)),
    ]
    for (const act of acts) expect(await nameOf(act())).toBe('requestOver')
    const { messageId } = done.handOff
    expect(await nameOf(office.page.outbox.resend({ id: messageId! }))).toBe('notResendable')
    const cancelled = await page('asa', 'diyPermit', { who: caller })
    await requests().cancel({ ...which(cancelled), by: 'customer', note: 'ei remonttia' })
    const events = (await told('asa')).filter(({ kind }) => kind === 'diyPermit').slice(0, 2)
    expect(events).toMatchObject([
      { what: 'cancelled', by: 'customer', note: 'ei remonttia', requestId: cancelled.id },
      { what: 'made', requestId: cancelled.id },
    ])
    const [newest] = (await requests().ofResident({ residentId: office.ids.asa })).requests
    expect(newest).toMatchObject({ id: cancelled.id, state: 'cancelled', name: 'Åsa Märta Östling' })
  })

  it('is late the day after it was due, and the late come first', async () => {
    const slow = await page('asa', 'diyPermit', { who: caller })
    const soon = await page('asa', 'disturbance', { who: caller })
    expect((await open('overdue')).requests).toEqual([])
    await office.turnTo('2026-11-27T21:59:00Z')
    expect((await open('overdue')).overdue).toBe(0)
    await office.turnTo('2026-11-27T22:00:00Z')
    const late = await open('overdue')
    expect(late.requests.map(({ id, overdue }) => [id, overdue])).toEqual([[soon.id, true]])
    const all = await open('all')
    expect(all.requests[0]).toMatchObject({ id: soon.id, overdue: true, dueOn: '2026-11-27' })
    const dues = all.requests.map(({ dueOn }) => dueOn)
    expect(dues).toEqual(dues.toSorted())
    expect(all.requests.map(({ id }) => id)).toContain(slow.id)
    expect(all).toMatchObject({ total: all.requests.length, overdue: 1 })
    await requests().markDone({ ...which(soon), note: '' })
    expect((await open('overdue')).overdue).toBe(0)
  })

  it('has a receipt for whoever asked, which tells no address that they may not be told', async () => {
    const read = async (id: string, language: (typeof languages)[number] = 'fi') =>
      readPdf(Buffer.from((await requests().receipt({ id, language })).pdfBase64, 'base64'))
    const own = await page('asa', 'bookSauna', { who: caller })
    for (const language of languages) {
      const pdf = await read(own.id, language)
      expect(pdf).toMatchObject({ pages: 1, missingGlyphs: 0, language })
      for (const said of ['Åsa Märta Östling', 'Sörnäisten rantatie 33 C 12', 'AP 12'])
        expect(pdf.text).toContain(withoutSpace(said))
    }
    const power = await grant('salla', { grantees: [stranger()], scopes: ['diyPermit'] })
    await identify(power)
    const answer = await ask('salla', 'diyPermit', { who: granteeOf(power) })
    expect(answer.hidden).toContain('address')
    const fields = { ...(await form('salla', 'diyPermit')), until: '' }
    const theirs = await page('salla', 'diyPermit', { who: { kind: 'asked', askId: answer.askId }, fields })
    const { text } = await read(theirs.id)
    expect(text).toContain(withoutSpace(theirs.who.name ?? '–'))
    for (const secret of ['Salatie', 'Suojala', '0199', 'salla.suojattu']) expect(text).not.toContain(secret)
  })

  it('is not the business of an administrator who serves nobody, and its settings are the lead’s', async () => {
    const administrator = await office.as('administrator')
    expect(await nameOf(administrator.requests.open({ show: 'all', goesTo: null, page: 0 }))).toBe(
      'FORBIDDEN',
    )
    expect(await nameOf(administrator.requests.readSettings())).toBe('done')
    const phone = await office.as('phone')
    expect(await nameOf(phone.requests.readSettings())).toBe('FORBIDDEN')
    expect(await nameOf(phone.requests.open({ show: 'all', goesTo: null, page: 0 }))).toBe('done')
  })
})
