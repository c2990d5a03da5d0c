import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOf } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { type Counter, openCounter, tuesday, wednesday } from './counter'

onBothEngines('looking for who stands at the reception', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    // Tuesday today; Östling comes tomorrow, O’Brien-Mäkinen on Thursday week.
    await counter.book('09:30', 'asa')
    await counter.book('09:45', 'Ostap Asanov')
    await counter.book('12:00', 'jukka', { day: '2026-12-03' })
    await counter.book('10:00', 'salla')
  })
  afterAll(() => opened.cleanUp())

  const find = (text: string) => counter.page.visits.find({ text })
  const found = async (text: string) =>
    (await find(text)).found.map(({ visit, standing, minutes }) => [visit.name, standing, minutes])
  const notBooked = async (text: string) => (await find(text)).notBooked.map(({ name }) => name)

  it.each(['östling', 'OSTLING asa', 'åsa märta', 'Östling, Åsa', codeOf('asa'), '7.3.1951'])(
    'finds a booked resident by %s',
    async (text) => {
      expect(await found(text)).toEqual([['Åsa Märta Östling', 'wrongDayBefore', null]])
    },
  )

  it('finds one who is not in the register, and those whom the words do not tell apart', async () => {
    expect(await found('asanov')).toEqual([['Ostap Asanov', 'wrongDayBefore', null]])
    expect((await found('asa')).map(([name]) => name)).toEqual(['Åsa Märta Östling', 'Ostap Asanov'])
    expect(await found('ost')).toHaveLength(2)
  })

  it('finds by the reference, as it is read out', async () => {
    const reference = (await find('asanov')).found[0]!.visit.reference!
    for (const text of [reference, reference.toLowerCase(), reference.replaceAll('-', ' ')])
      expect(await found(text)).toEqual([['Ostap Asanov', 'wrongDayBefore', null]])
    expect((await find(reference)).notBooked).toEqual([])
    expect(await found(`${reference.slice(0, -1)}${reference.endsWith('7') ? 8 : 7}`)).toEqual([])
  })

  it('gives residents who have nothing booked, with their home unless it is hidden', async () => {
    expect((await find('nykänen aada')).notBooked).toEqual([
      {
        residentId: counter.ids.aada,
        name: 'Nykänen Aada',
        birthDate: '2008-11-24',
        home: 'Sörnäisten rantatie 33 C 12, Sörnäinen',
      },
    ])
    // The spouse and the child of a protected person have their home hidden too; she herself is booked.
    expect((await find('salo')).notBooked.map(({ home }) => home)).toEqual([null, null])
    const salla = await find('suojattu')
    expect(salla.notBooked).toEqual([])
    expect(salla.found[0]!.visit).toMatchObject({ phone: null, email: null, contactsHidden: true })
    expect(await found('salatie')).toEqual([])
    expect(await notBooked('östling')).toEqual(['Östling Eino Olavi'])
  })

  it('gives nothing for nothing, and is for those who serve', async () => {
    for (const text of ['', ' ', 'x', '% _', 'ei ketään tällaista'])
      expect(await find(text)).toMatchObject({ found: [], notBooked: [] })
    const administrator = await counter.colleague('administrator')
    expect(await nameOf(administrator.visits.find({ text: 'asa' }))).toBe('FORBIDDEN')
    expect(await nameOf((await counter.colleague('phone')).visits.find({ text: 'asa' }))).toBe('done')
  })

  it('says that one is here, and finds who came without an appointment', async () => {
    await counter.walkIn('special')
    expect(await found('erityinen')).toEqual([['Erja Erityinen', 'alreadyIn', null]])
    expect(await notBooked('erityinen')).toEqual([])
    expect((await find('erityinen')).walkIns).toMatchObject({ now: true })
  })

  it('finds by the queue number while it is somebody’s today, and nobody else by it', async () => {
    const second = await counter.walkIn('Bertta Beeykkönen', 'keys')
    expect(second.number).toBe('B2')
    for (const text of ['B2', 'b2', ' b 2 ', 'B-2'])
      expect(await found(text), text).toEqual([['Bertta Beeykkönen', 'alreadyIn', null]])
    expect((await found('B1')).map(([name]) => name)).toEqual(['Erja Erityinen'])
    for (const text of ['A1', 'B3', 'B22'])
      expect(await find(text)).toMatchObject({ found: [], notBooked: [] })
  })

  it('finds a cancelled one by the reference only, and the resident as not booked', async () => {
    const { id, version, reference } = await counter.book('11:00', 'ended')
    await counter.page.appointments.cancel({ id, version, by: 'customer' })
    expect(await found('ek entinen')).toEqual([])
    expect(await notBooked('ek entinen')).toEqual(['Ek Entinen'])
    expect(await found(reference!)).toEqual([['Entinen Ek', 'cancelled', null]])
  })

  it('tells early, in time and late from each other, and finds by the time', async () => {
    await counter.setClock(wednesday, '08:59')
    expect(await found('östling')).toEqual([['Åsa Märta Östling', 'early', 31]])
    await counter.setClock(wednesday, '09:00')
    expect(await found('östling')).toEqual([['Åsa Märta Östling', 'onTime', null]])
    for (const text of ['9.30', '9:30', '930', '0930', '09.30', 'klo 9.30', 'KLO 9:30', 'kl. 9.30'])
      expect(await found(text), text).toEqual([['Åsa Märta Östling', 'onTime', null]])
    expect(await find('9.30')).toMatchObject({ notBooked: [], walkIns: { now: false } })
    expect((await found('klo 10')).map(([name]) => name)).toEqual(['Salla Inari Suojattu'])
    expect(await found('9.31')).toEqual([])
    // Another day's is not meant.
    expect(await found('12.00')).toEqual([])
    await counter.setClock(wednesday, '09:41')
    expect(await found('östling')).toEqual([['Åsa Märta Östling', 'late', 11]])
  })

  it('puts today first, then the days to come, then the past ones', async () => {
    await counter.book('10:30', 'asa')
    await counter.book('12:00', 'asa', { day: '2026-12-03' })
    await counter.setClock(wednesday, '23:00')
    await counter.setClock('2026-12-01', '09:00')
    await counter.walkIn('asa')
    const days = (await find('östling åsa')).found.map(({ visit, standing }) => [visit.day, standing])
    expect(days).toEqual([
      ['2026-12-01', 'alreadyIn'],
      ['2026-12-03', 'wrongDayBefore'],
      [wednesday, 'wrongDayAfter'],
      [wednesday, 'wrongDayAfter'],
    ])
    // After two weeks nobody means it any more.
    await counter.setClock('2026-12-09', '09:00')
    expect(await found('suojattu')).toEqual([['Salla Inari Suojattu', 'wrongDayAfter', null]])
    await counter.setClock('2026-12-10', '09:00')
    expect(await found('suojattu')).toEqual([])
    // The number of another day is nobody's today.
    expect(await found('B1')).toEqual([])
    expect(await notBooked('suojattu')).toEqual(['Suojattu Salla Inari'])
    expect((await counter.page.visits.day({ day: tuesday })).visits).toHaveLength(2)
  })
})
