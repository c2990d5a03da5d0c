import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { type DoorDayKind, doorDayKinds } from '#shared/rules/doorPriceTable'
import { errorOf } from '../appointments/bookings'
import { callingAt } from '../calls/calling'
import { typedFor } from '../identity/documents'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { people } from '../residents/testRegister'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'

type Order = Parameters<DeskClient['doors']['order']>[0]

const leases = {
  asa: 'L900001',
  eino: 'L900001',
  jukka: 'L900002',
  notice: 'L900006',
  movedOut: 'L900001',
  future: 'L900004',
  dead: 'L900008',
  asoy: 'L900009',
  salla: 'L900011',
} as const
type Who = keyof typeof leases

const prices = (cents: number) =>
  doorDayKinds.map((dayKind: DoorDayKind, at) => ({ dayKind, from: '00:00', to: '24:00', cents: cents + at }))
const which = ({ id, version }: { id: string; version: number }) => ({ id, version })

onBothEngines('a door opening', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const doors = () => office.page.doors
  const { start } = callingAt(() => office)
  const home = (who: Who) => ({ residentId: office.ids[who], leaseNo: leases[who] })
  const order = async (who: Who, more: Partial<Order> = {}) =>
    (
      await doors().order({
        ...home(who),
        via: 'phone',
        phone: '',
        note: '',
        photoIdTold: true,
        feeAccepted: true,
        feeCents: (await doors().form(home(who))).fee.cents,
        call: null,
        ...more,
      })
    ).door
  const end = async (door: { id: string; version: number }, note = '') =>
    (await doors().opened({ ...which(door), note })).door
  const save = (fromOn: string, cents: number, more: object = {}) =>
    doors().savePrices({ id: null, version: 0, fromOn, prices: prices(cents), ...more })

  it('without a price table says that no price is published, and is ordered for what it costs', async () => {
    const form = await doors().form(home('asa'))
    expect(form).toMatchObject({
      refused: null,
      dispatch: { phone: '09 5767 3000', because: 'phoneHours', until: new Date('2026-11-24T10:00:00Z') },
      usualMinutes: 60,
      fee: { cents: null, dayKind: 'weekday', pricesFrom: null, problem: 'noPrices' },
      identifiedToday: false,
      onItsWay: null,
    })
    const door = await order('asa', { phone: '+46 70 174 06 05', note: 'odottaa pihalla' })
    expect(door).toMatchObject({
      state: 'ordered',
      dispatchedTo: '09 5767 3000',
      usualBy: new Date('2026-11-24T09:30:00Z'),
      feeCents: null,
      address: 'Sörnäisten rantatie 33 C 12',
      phone: '+46701740605',
      late: false,
    })
    expect((await end(door)).state).toBe('opened')
    const { events } = await office.page.residents.timeline({ id: office.ids.asa, page: 0 })
    expect(events.filter(({ kind }) => kind === 'doorOpening').map(({ detail }) => detail.what)).toEqual([
      'opened',
      'ordered',
    ])
  })

  it.each<[string, Who, Who]>([
    ['notInRegister', 'jukka', 'asa'],
    ['notLivingThere', 'movedOut', 'movedOut'],
    ['notLivingThere', 'future', 'future'],
    ['notLivingThere', 'dead', 'dead'],
  ])(
    'is refused as %s to whoever the register does not list there: %s at the door of %s',
    async (refusal, who, whose) => {
      const elsewhere = { residentId: office.ids[who], leaseNo: leases[whose] }
      expect((await doors().form(elsewhere)).refused).toBe(refusal)
      const before = await rowCounts(office)
      expect(await nameOf(order(who, elsewhere))).toBe(refusal)
      expect({ ...(await rowCounts(office)), audit: 0 }).toMatchObject({ ...before, audit: 0 })
    },
  )

  it('is ordered by phone by who was told of photo ID, and at the counter by who showed one today', async () => {
    expect(await nameOf(order('jukka', { photoIdTold: false }))).toBe('photoIdNotTold')
    expect(await nameOf(order('jukka', { feeAccepted: false }))).toBe('feeNotAccepted')
    expect(await nameOf(order('jukka', { phone: '12' }))).toBe('phoneInvalid')
    expect(await nameOf(order('jukka', { via: 'counter' }))).toBe('identityNotChecked')
    await office.page.identity.record({
      residentId: office.ids.jukka,
      purpose: 'doorOpening',
      document: typedFor('jukka'),
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
    })
    expect((await doors().form(home('jukka'))).identifiedToday).toBe(true)
    const door = await order('jukka', { via: 'counter', photoIdTold: false })
    await office.turnTo('2026-11-24T09:31:00Z')
    expect((await doors().list({ show: 'ordered', page: 0 })).doors).toMatchObject([
      { id: door.id, late: true },
    ])
    await end(door)
  })

  it('is ordered once to a home, by whomever of it, however many desks are asked at once', async () => {
    const settled = await atOnce(office.desk.postgresUrl, [() => order('asa'), () => order('eino')])
    expect(namesOf(settled)).toEqual(['alreadyOnItsWay', 'done'])
    const [first] = (await doors().list({ show: 'ordered', page: 0 })).doors
    expect(await errorOf(order('asa'))).toEqual({ refusal: 'alreadyOnItsWay', doorOpeningId: first!.id })
    expect((await doors().form(home('eino'))).onItsWay).toBe(first!.id)
    const cancel = { ...which(first!), because: 'other', note: '' } as const
    expect(await nameOf(doors().cancel(cancel))).toBe('noteRequired')
    const { door } = await doors().cancel({ ...which(first!), because: 'foundKeys', note: '' })
    expect(door).toMatchObject({
      state: 'cancelled',
      ended: { because: 'foundKeys', by: 'Aino Pääkäyttäjä' },
    })
    expect(await nameOf(doors().cancel(cancel))).toBe('noteRequired')
    expect(await nameOf(doors().opened({ ...which(door), note: '' }))).toBe('doorOver')
    expect(await nameOf(doors().opened({ ...which(first!), note: '' }))).toBe('CHANGED_MEANWHILE')
  })

  it('has a price table only without gaps and overlaps, each from a day of its own', async () => {
    const wrong = {
      prices: [...prices(5000).slice(1), { dayKind: 'holiday', from: '01:00', to: '24:00', cents: 1 }],
    }
    const gap = { problem: 'gap', dayKind: 'holiday', from: '00:00', to: '01:00' }
    expect(await errorOf(save('2026-11-25', 0, wrong))).toEqual({
      refusal: 'pricesWrong',
      field: 'prices',
      problems: [gap],
    })
    expect(await nameOf(save('2026-11-23', 5000))).toBe('dayPast')
    const two = await atOnce(office.desk.postgresUrl, [
      () => save('2026-12-01', 7000),
      () => save('2026-12-01', 7000),
    ])
    expect(namesOf(two)).toEqual(['done', 'sameFirstDay'])
    const { tables } = await save('2026-11-24', 5000)
    expect(tables.map(({ fromOn, now }) => [fromOn, now])).toEqual([
      ['2026-12-01', false],
      ['2026-11-24', true],
    ])
    const [coming, today] = tables
    expect(await nameOf(save('2026-11-24', 1, which(coming!)))).toBe('sameFirstDay')
    // A table of today may be corrected until a fee was told by it.
    await save('2026-11-24', 6000, which(today!))
    expect(await nameOf(save('2026-11-24', 1, which(today!)))).toBe('CHANGED_MEANWHILE')
  })

  it('costs what the caller accepted: another fee meanwhile is told first', async () => {
    const { fee } = await doors().form(home('notice'))
    expect(fee).toMatchObject({ cents: 6003, dayKind: 'weekday', pricesFrom: '2026-11-24', problem: null })
    expect(await errorOf(order('notice', { feeCents: null }))).toEqual({
      refusal: 'feeChanged',
      field: 'feeAccepted',
      fee,
    })
    const door = await order('notice', { feeCents: 6003 })
    expect(door).toMatchObject({ feeCents: 6003, dayKind: 'weekday', pricesFrom: '2026-11-24' })
    await end(door)
    const today = (await doors().prices()).tables.find(({ now }) => now)!
    expect(await nameOf(save('2026-11-24', 1, which(today)))).toBe('pricesBegun')
    expect(await nameOf(doors().removePrices(which(today)))).toBe('pricesBegun')
    const coming = (await doors().prices()).tables.find(({ now }) => !now)!
    expect((await doors().removePrices(which(coming))).tables).toHaveLength(1)
  })

  it('is dispatched to the on-call number outside phone hours, on a holiday for the price of one', async () => {
    await office.turnTo('2026-12-06T10:00:00Z')
    expect(await doors().form(home('asoy'))).toMatchObject({
      dispatch: { phone: '09 5767 3100', because: 'onCall', until: new Date('2026-12-07T07:00:00Z') },
      fee: { cents: 6000, dayKind: 'holiday', dayName: 'independenceDay' },
    })
    const door = await order('asoy')
    expect(door).toMatchObject({ dispatchedTo: '09 5767 3100', dayKind: 'holiday', feeCents: 6000 })
    await end(door)
  })

  it('is invoiced once: a file of lines in which no cell is a formula, and no protected address is', async () => {
    const evil = await order('salla')
    expect(evil).toMatchObject({ address: null, phone: null })
    await end(evil, '=HYPERLINK("x")')
    await office.sql(`UPDATE resident SET last_name = '=1+1' WHERE resident_no = 'asoy'`)
    const list = () => doors().list({ show: 'toInvoice', page: 0 })
    expect((await list()).counts).toEqual({ ordered: 0, late: 0, toInvoice: 5 })
    const files = await atOnce(office.desk.postgresUrl, [
      () => doors().exportInvoices(),
      () => doors().exportInvoices(),
    ])
    expect(namesOf(files)).toEqual(['done', 'nothingToExport'])
    const file = files.find((one) => one.status === 'fulfilled')!.value
    expect(file).toMatchObject({ lines: 5, withoutFee: 2, exportedAt: office.desk.now() })
    const text = Buffer.from(file.csvBase64, 'base64').toString('utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
    expect(rows.map((row) => [row.Vuokrasopimus, row['Hinta (euroa)'], row['Hinnan peruste']])).toEqual([
      ['L900001', '', 'arkipäivä'],
      ['L900002', '', 'arkipäivä'],
      ['L900006', '60,03', 'arkipäivä'],
      ['L900009', '60,00', 'pyhäpäivä'],
      ['L900011', '60,00', 'pyhäpäivä'],
    ])
    expect(rows[0]).toMatchObject({
      Asukas: 'Åsa Märta Östling',
      Osoite: 'Sörnäisten rantatie 33 C 12',
      Tilattu: '24.11.2026 10.30',
    })
    expect(rows[4]).toMatchObject({ Osoite: '' })
    for (const secret of ['Salatie', people.salla.identity_code, '0199', 'HYPERLINK'])
      expect(text).not.toContain(secret)
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@]/)
    const again = await doors().exportAgain({ exportedAt: file.exportedAt })
    expect(again).toEqual({ csvBase64: file.csvBase64, lines: 5, withoutFee: 2 })
    expect(await nameOf(doors().exportAgain({ exportedAt: new Date('2026-11-24T08:30:00Z') }))).toBe(
      'NOT_FOUND',
    )
    expect((await doors().list({ show: 'over', page: 0 })).total).toBe(6)
    const phone = await office.as('phone')
    expect(await nameOf(phone.doors.exportInvoices())).toBe('FORBIDDEN')
  })

  it('ends the call that it was ordered by', async () => {
    const call = await start('asa')
    const at = { ...which(call), endsCall: true }
    expect(await nameOf(order('jukka', { call: at }))).toBe('callOfAnother')
    const door = await order('asa', { call: at, note: 'odottaa ovella' })
    expect(door.callId).toBe(call.id)
    expect((await office.page.calls.read({ id: call.id })).call).toMatchObject({
      state: 'ended',
      topic: 'doorOpening',
      said: 'odottaa ovella',
      outcome: 'reported',
    })
  })
})
