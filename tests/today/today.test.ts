import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '#shared/contract/base'
import { callingAt } from '../calls/calling'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'

onBothEngines('today', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { start, park } = callingAt(() => office)
  const read = async (...roles: Role[]) => (await office.as(...roles)).today.read()
  const things = ({ items }: { items: readonly { thing: string }[] }) => items.map(({ thing }) => thing)

  it('says whether we are open and until when', async () => {
    expect(await read('phone')).toMatchObject({
      today: '2026-11-24',
      roles: ['phone'],
      workingTime: true,
      open: {
        holiday: null,
        servicePoint: { open: true, until: new Date('2026-11-24T13:00:00Z') },
        phoneLine: { open: true, until: new Date('2026-11-24T10:00:00Z') },
        urgent: { phone: '09 5767 3000', because: 'phoneHours' },
      },
      next: { items: [], total: 0 },
      gaps: [],
    })
  })

  it('tells the lead what nobody has set yet', async () => {
    const { gaps } = await office.page.today.read()
    expect(gaps).toEqual([
      { gap: 'noMailServer', count: 1 },
      { gap: 'areasWithoutEmail', count: 1 },
      { gap: 'noAsOyTable', count: 1 },
      { gap: 'noDoorPrices', count: 1 },
    ])
  })

  it('is of each role what it works with', async () => {
    const residentId = office.ids.asoy
    const { visit } = await office.page.visits.giveNumber({
      residentId: office.ids.asa,
      person: null,
      reason: 'keys',
      language: 'fi',
      additionalInformation: '',
    })
    await office.page.tasks.make({
      kind: 'callBack',
      subject: 'Soita Osakkaalle',
      body: '',
      owner: { kind: 'team', team: 'asoy' },
      residentId,
      leaseNo: null,
      callId: null,
    })
    const call = await park(await start('eino'))
    const counter = await read('counter')
    expect(counter.waiting.items).toMatchObject([
      { thing: 'visit', id: visit.id, name: 'Åsa Märta Östling', sort: 'keys', label: visit.number },
    ])
    expect(counter.next.items).toEqual([])
    const asOy = await read('asoy')
    expect(asOy.next.items).toMatchObject([{ thing: 'task', label: 'Soita Osakkaalle', residentId }])
    expect(things(asOy.waiting)).toEqual(['call'])
    expect((await read('phone')).waiting.items).toMatchObject([
      { thing: 'call', id: call.id, name: 'Eino Olavi Östling', sort: 'parked' },
    ])
    // An administrator alone serves nobody: no name is told.
    const administrator = await read('administrator')
    expect([administrator.next, administrator.late, administrator.waiting]).toEqual(
      Array.from({ length: 3 }, () => ({ items: [], total: 0 })),
    )
    expect(administrator.gaps.length).toBeGreaterThan(0)
  })

  it('tells what is late, and alerts nobody outside working time', async () => {
    const caller = { kind: 'caller', questions: ['rooms', 'household'] } as const
    await office.page.requests.make({
      residentId: office.ids.asa,
      leaseNo: 'L900001',
      kind: 'messageLeaseControl',
      fields: { what: 'soittakaa' },
      who: { ...caller, questions: [...caller.questions] },
    })
    await office.turnTo('2026-11-30T18:00:00Z')
    const evening = await office.page.today.read()
    expect(things(evening.late).sort()).toEqual(['request', 'task'])
    expect(evening).toMatchObject({ alerts: 0, workingTime: false, late: { total: 2 } })
    await office.turnTo('2026-12-01T08:00:00Z')
    expect(await office.page.today.read()).toMatchObject({ alerts: 2, workingTime: true })
    await office.turnTo('2026-12-24T08:00:00Z')
    expect(await office.page.today.read()).toMatchObject({
      alerts: 0,
      open: { holiday: 'christmasEve', phoneLine: { open: false }, urgent: { because: 'onCall' } },
    })
  })
})
