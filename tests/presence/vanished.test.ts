import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import type { VisitView } from '#shared/contract/visits'
import { waitUntil } from '../support/atOnce'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Engine, engines, type Opened, officePostgres, temporaryFolder } from '../support/engines'
import { startProcess } from '../support/otherProcess'
import { inDatabase } from '../support/raw'
import { openCounter } from '../visits/counter'

const minute = 60_000

/** An office at rest, in a place that outlives every program: two visitors wait, and its desks are closed. */
interface Rest {
  readonly waiting: readonly VisitView[]
  readonly now: Date
  readonly key: Buffer
  readonly dataDir: string
  readonly postgresUrl: string | null
}

async function officeAtRest(
  engine: Engine,
  before: (clerk: DeskClient, first: VisitView) => Promise<void> = async () => undefined,
): Promise<Opened<Rest>> {
  const folder = await temporaryFolder()
  const database = engine === 'postgres' ? await officePostgres() : null
  const place = { dataDir: folder.value, postgresUrl: database?.value ?? null }
  const opened = await openCounter(engine, place)
  const counter = opened.value
  const [clerk] = await counter.clerks(1)
  for (let more = 0; more < 4; more += 1) await counter.colleague('counter')
  await counter.setClock('2026-11-24', '10:40')
  const waiting = [await counter.walkIn('asa')]
  await before(clerk!, waiting[0]!)
  counter.desk.wait(minute)
  waiting.push(await counter.walkIn('aada'))
  await clerk!.visits.leaveDesk()
  const { key } = counter.desk
  const now = counter.desk.now()
  await opened.cleanUp()
  return {
    value: { waiting, now, key, ...place },
    cleanUp: async () => {
      await database?.cleanUp()
      await folder.cleanUp()
    },
  }
}

/** Kollega 2 at a program of their own that takes desk 2, calls the next visitor, and is killed. */
async function killedWhileServing({ dataDir, key, postgresUrl, now }: Rest) {
  const own = postgresUrl ? await temporaryFolder() : null
  const program = startProcess('serveUntilKilled', {
    dataDir: own?.value ?? dataDir,
    key: key.toString('hex'),
    postgresUrl,
    now: now.toISOString(),
    username: 'kollega2',
    password,
    deskNo: 2,
  })
  try {
    return await program.next<{ called: string; because: string }>()
  } finally {
    await program.kill()
    await own?.cleanUp()
  }
}

describe.each(engines)('a desk that vanished, on %s', (engine) => {
  const open: Opened<unknown>[] = []
  beforeEach(() => {
    open.length = 0
  })
  afterEach(async () => {
    for (const one of open.toReversed()) await one.cleanUp()
  })

  async function at(rest: Rest, afterMs: number): Promise<TestDesk> {
    const { key, postgresUrl, dataDir } = rest
    const now = new Date(rest.now.getTime() + afterMs)
    // Each program of an office has a folder of its own; the embedded database has one program.
    const place = postgresUrl ? { postgresUrl } : { dataDir, key }
    const opened = await openTestDesk(engine, { ...place, now })
    open.push(opened)
    return opened.value
  }
  async function signedIn(desk: TestDesk, username: string): Promise<DeskClient> {
    const page = desk.page()
    await page.staff.signIn({ username, password })
    return page
  }
  /** The program says that it is there, and looks who is not; it has done so when this ends. */
  const beat = async (page: DeskClient, residentId: string | null) =>
    void (await page.presence.at({ residentId }))
  const audited = (desk: TestDesk) =>
    inDatabase(desk, (raw) =>
      raw.rows<{ action: string; staff_name: string | null; kept: string }>(
        `SELECT action, staff_name, kept FROM audit WHERE action LIKE 'presence.%' ORDER BY seq`,
      ),
    )
  const holder = async (page: DeskClient) =>
    (await page.visits.day({ day: null })).desks.find(({ deskNo }) => deskNo === 2)!.staffName
  const visitOf = async (page: DeskClient, id: string) => (await page.appointments.read({ id })).visit
  async function office(before?: Parameters<typeof officeAtRest>[1]): Promise<Rest> {
    const rest = await officeAtRest(engine, before)
    open.push(rest)
    return rest.value
  }

  it('is freed once after two minutes, however many look: the visit waits at its old place', async () => {
    const rest = await office()
    const { called } = await killedWhileServing(rest)
    const [first] = rest.waiting
    expect(called).toBe(first!.id)

    const desks = [await at(rest, minute)]
    if (engine === 'postgres') for (let more = 0; more < 3; more += 1) desks.push(await at(rest, minute))
    const usernames = ['kollega1', 'kollega3', 'kollega4', 'kollega5']
    const pages = await Promise.all(desks.map((desk, n) => signedIn(desk, usernames[n]!)))
    const [page] = pages as [DeskClient]
    const asa = first!.residentId!
    await Promise.all(pages.map((each) => beat(each, asa)))
    expect(await holder(page)).toBe('Kollega 2')
    expect(await visitOf(page, called)).toMatchObject({ state: 'called', deskNo: 2 })
    expect(await page.presence.withResident({ residentId: asa })).toHaveLength(pages.length)

    for (const desk of desks) desk.wait(minute + 1_000)
    await Promise.all(pages.map((each) => beat(each, null)))
    expect(await holder(page)).toBeNull()
    expect(await visitOf(page, called)).toMatchObject({
      state: 'waiting',
      deskNo: null,
      arrivedAt: first!.arrivedAt,
      transferredToDesk: null,
      timesCalled: 1,
    })
    const { history } = await page.appointments.read({ id: called })
    expect(history.map(({ what }) => what)).toEqual(['arrived', 'called', 'deskVanished'])
    expect(history.at(-1)).toMatchObject({ by: 'Kollega 2', detail: { desk: 2 } })
    expect(await audited(desks[0]!)).toEqual([
      { action: 'presence.deskFreed', staff_name: null, kept: '{"deskNo":2}' },
      { action: 'presence.visitBack', staff_name: null, kept: '{"deskNo":2}' },
    ])
    const lead = desks[0]!.page()
    await lead.staff.signIn({ username: 'aino', password })
    expect(await lead.audit.verify()).toMatchObject({ intact: true })
    const { places } = await lead.presence.list()
    expect(places.map(({ name }) => name)).not.toContain('Kollega 2')

    await page.visits.takeDesk({ deskNo: 1, takeOver: true })
    expect(await page.visits.callNext()).toMatchObject({ visit: { id: called }, because: 'queue' })
    for (const desk of desks) expect(desk.reported).toEqual([])
  })

  it('gives back who had been handed over as one who comes first', async () => {
    const rest = await office(async (clerk, { id }) => {
      const { visit } = await clerk.visits.callNext()
      await clerk.visits.transfer({ id, version: visit!.version, toDesk: 2, reason: null, note: 'avain' })
    })
    const { called, because } = await killedWhileServing(rest)
    expect([called, because]).toEqual([rest.waiting[0]!.id, 'transferred'])
    const desk = await at(rest, 3 * minute)
    const page = await signedIn(desk, 'kollega1')
    await beat(page, rest.waiting[0]!.residentId)
    await page.visits.takeDesk({ deskNo: 1, takeOver: true })
    const next = await page.visits.callNext()
    expect(next).toMatchObject({ because: 'transferred', visit: { id: called, transferNote: 'avain' } })
  })

  it('is still somebody’s who is at another desk by then', async () => {
    const rest = await office()
    const { called } = await killedWhileServing(rest)
    const desk = await at(rest, 3 * minute)
    const page = await signedIn(desk, 'kollega2')
    await beat(page, rest.waiting[0]!.residentId)
    expect(await page.visits.day({ day: null })).toMatchObject({ myDesk: 2 })
    expect(await visitOf(page, called)).toMatchObject({ state: 'called', deskNo: 2 })
    expect(await inDatabase(desk, (raw) => raw.rows('SELECT * FROM presence'))).toHaveLength(1)
    expect(await audited(desk)).toEqual([])
  })

  it.runIf(engine === 'postgres')('and comes back finds itself without the desk', async () => {
    const rest = await office()
    const [asleep, awake] = [await at(rest, 0), await at(rest, 0)]
    const page = await signedIn(asleep, 'kollega2')
    const other = await signedIn(awake, 'kollega3')
    await page.visits.takeDesk({ deskNo: 2, takeOver: true })
    const { visit } = await page.visits.callNext()
    await beat(page, visit!.residentId)
    awake.wait(3 * minute)
    await beat(other, visit!.residentId)
    expect(await other.presence.withResident({ residentId: visit!.residentId! })).toEqual([])
    expect(await visitOf(other, visit!.id)).toMatchObject({ state: 'waiting' })
    asleep.wait(3 * minute)
    await page.staff.stillHere()
    await beat(page, null)
    expect(await page.visits.day({ day: null })).toMatchObject({ myDesk: null })
    await beat(page, visit!.residentId)
    await waitUntil(
      async () => (await other.presence.withResident({ residentId: visit!.residentId! })).length === 1,
      5_000,
    )
    expect(await other.presence.withResident({ residentId: visit!.residentId! })).toMatchObject([
      { name: 'Kollega 2', deskNo: null },
    ])
  })
})
