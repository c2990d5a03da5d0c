import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { waitUntil } from '../support/atOnce'
import { password } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { inDatabase } from '../support/raw'
import { type Counter, openCounter } from '../visits/counter'

interface Row {
  readonly id: string
  readonly staff_id: string
  readonly desk_name: string
  readonly locked: boolean | number
  readonly resident_id: string | null
}

onBothEngines('who is here', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let lead: DeskClient
  let clerk: DeskClient
  let clerkId: string
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    lead = counter.page
    clerk = await counter.colleague('counter')
    clerkId = (await clerk.staff.session())!.staffId
  })
  afterAll(() => opened.cleanUp())

  const rows = () => inDatabase(counter.desk, (raw) => raw.rows<Row>('SELECT * FROM presence'))
  const ofClerk = async () => (await rows()).filter(({ staff_id }) => staff_id === clerkId)
  /** Waits until what is written of the clerk is so, and gives it. */
  async function written(isSo: (found: readonly Row[]) => boolean): Promise<readonly Row[]> {
    await waitUntil(async () => isSo(await ofClerk()), 5_000)
    const found = await ofClerk()
    expect(found).toSatisfy(isSo)
    return found
  }
  const is = (locked: boolean) => (found: readonly Row[]) =>
    found.length === 1 && Boolean(found[0]!.locked) === locked

  it('is written when somebody signs in, locks the desk, opens it again and signs out', async () => {
    const [first] = await written(is(false))
    expect(first!.desk_name).toBe('Tiski 1')
    await clerk.staff.lock()
    const [locked] = await written(is(true))
    await clerk.staff.unlock({ password })
    const [open] = await written(is(false))
    expect([locked!.id, open!.id]).toEqual([first!.id, first!.id])
    await clerk.staff.signOut()
    await written((found) => found.length === 0)
    await clerk.staff.signIn({ username: 'kollega1', password })
    const [again] = await written(is(false))
    expect(again!.id).not.toBe(first!.id)
  })

  it('is written when somebody else signs in at the same page, and when the page closes', async () => {
    const page = counter.desk.page('one-page')
    await page.staff.signIn({ username: 'kollega1', password })
    await written((found) => found.length === 2)
    await page.staff.signIn({ username: 'aino', password })
    await written((found) => found.length === 1)
    const before = (await rows()).length
    counter.desk.desk.forget('one-page')
    await waitUntil(async () => (await rows()).length === before - 1, 5_000)
    expect(await rows()).toHaveLength(before - 1)
  })

  it('is written when a desk locks itself and when somebody loses their right to work here', async () => {
    const third = await counter.colleague('counter')
    const { staffId } = (await third.staff.session())!
    const ofThird = async () => (await rows()).filter(({ staff_id }) => staff_id === staffId)
    await waitUntil(async () => (await ofThird()).length === 1, 5_000)
    const { version } = (await lead.staff.list()).find(({ id }) => id === staffId)!
    await lead.staff.setDisabled({ id: staffId, version, disabled: true })
    await waitUntil(async () => (await ofThird()).length === 0, 5_000)
    expect(await ofThird()).toEqual([])
  })

  it('tells who else has a resident’s page open, and nobody of themselves', async () => {
    const { asa, aada } = counter.ids
    await counter.clerks(2)
    expect(await lead.presence.withResident({ residentId: asa })).toEqual([])
    await clerk.presence.at({ residentId: asa })
    await lead.presence.at({ residentId: asa })
    const name = 'Kollega 1'
    const clerkThere = { name, deskName: 'Tiski 1', deskNo: null }
    expect(await lead.presence.withResident({ residentId: asa })).toEqual([clerkThere])
    expect(await clerk.presence.withResident({ residentId: asa })).toMatchObject([{ deskNo: null }])
    await clerk.visits.takeDesk({ deskNo: 2, takeOver: true })
    expect(await lead.presence.withResident({ residentId: asa })).toEqual([{ ...clerkThere, deskNo: 2 }])
    await clerk.presence.at({ residentId: aada })
    expect(await lead.presence.withResident({ residentId: asa })).toEqual([])
    expect(await lead.presence.withResident({ residentId: aada })).toHaveLength(1)
    // One who has locked the desk is not with them; they are again when they come back to the same page.
    await clerk.staff.lock()
    await written(is(true))
    expect(await lead.presence.withResident({ residentId: aada })).toEqual([])
    await clerk.staff.unlock({ password })
    await written(is(false))
    expect(await lead.presence.withResident({ residentId: aada })).toHaveLength(1)
    await clerk.presence.at({ residentId: null })
    expect(await lead.presence.withResident({ residentId: aada })).toEqual([])
    await lead.presence.at({ residentId: null })
  })

  it('is told to the lead, without whom anybody is with', async () => {
    await clerk.presence.at({ residentId: counter.ids.asa })
    const { now, places } = await lead.presence.list()
    expect(now).toEqual(counter.desk.now())
    const own = places.filter((place) => place.own)
    expect(own).toMatchObject([{ name: 'Aino Pääkäyttäjä', deskName: 'Tiski 1', withResident: false }])
    expect(places.find(({ name }) => name === 'Kollega 1')).toMatchObject({
      deskNo: 2,
      locked: false,
      withResident: true,
      own: false,
    })
    expect(JSON.stringify(places)).not.toContain(counter.ids.asa)
    expect(await nameOf(clerk.presence.list())).toBe('FORBIDDEN')
    await clerk.presence.at({ residentId: null })
  })

  it('a resident whom nobody knows is not found, and nothing is the worse for it', async () => {
    const nobody = '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'
    expect(await nameOf(clerk.presence.at({ residentId: nobody }))).toBe('NOT_FOUND')
    await clerk.presence.at({ residentId: counter.ids.asa })
    expect(await ofClerk()).toMatchObject([{ resident_id: counter.ids.asa }])
  })

  it('never holds a page’s own secret', async () => {
    await counter.desk.page('the-secret-of-a-page').staff.signIn({ username: 'kollega1', password })
    await written((found) => found.length === 2)
    expect(JSON.stringify(await rows())).not.toMatch(/the-secret|page-\d/)
  })

  it('is nobody as soon as the program is closed', async () => {
    const place = await openCounter(engine)
    const { desk } = place.value
    const there = () => inDatabase(desk, (raw) => raw.rows('SELECT * FROM presence'))
    await waitUntil(async () => (await there()).length === 1, 5_000)
    expect(await there()).toHaveLength(1)
    await desk.desk.close()
    expect(await there()).toEqual([])
    const again = await desk.reopen()
    await again.cleanUp()
  })
})
