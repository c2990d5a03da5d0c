import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { namesOf } from '../support/outcomes'

// Two desks of one office: on PostgreSQL two programs with one database, on SQLite two pages of one program.
onBothEngines('two desks at once', (engine) => {
  let opened: Opened<TestDesk>[]
  let pages: readonly [DeskClient, DeskClient]

  beforeAll(async () => {
    const first = await openTestDesk(engine)
    const { postgresUrl } = first.value
    opened = [first]
    if (postgresUrl) opened.push(await openTestDesk(engine, { postgresUrl, deskName: 'Tiski 2' }))
    pages = [opened[0]!.value.page(), opened.at(-1)!.value.page()]
  })
  afterAll(async () => {
    for (const one of opened.toReversed()) await one.cleanUp()
  })

  it('make one first administrator between them', async () => {
    const create = (page: DeskClient, n: number) =>
      page.staff.createFirstAdministrator({ name: `Aino ${n}`, username: `aino${n}`, password, servesResidents: true })
    expect(await namesOf([create(pages[0], 1), create(pages[1], 2)])).toEqual(['alreadySetUp', 'done'])
  })

  it('leave one administrator when two take the role from each other', async () => {
    const [first] = (await pages[0].staff.session()) ? pages : pages.toReversed()
    const added = await first!.staff.add({ name: 'Toinen', username: 'toinen', roles: ['administrator'], password })
    const other = pages.find((page) => page !== first)!
    await other.staff.signIn({ username: 'toinen', password })
    await other.staff.changeOwnPassword({ current: password, next: `${password} uusi` })
    const [own, theirs] = [await first!.staff.session(), (await first!.staff.list()).find(({ id }) => id === added.id)!]
    const ownRow = (await first!.staff.list()).find(({ id }) => id === own!.staffId)!
    const demote = (page: DeskClient, { id, version, name }: { id: string; version: number; name: string }) =>
      page.staff.change({ id, version, name, roles: ['counter'] })
    const outcomes = await namesOf([demote(first!, theirs), demote(other, ownRow)])
    expect(outcomes).toContain('done')
    expect(outcomes.filter((name) => name === 'done')).toHaveLength(1)
    expect(opened.flatMap(({ value }) => value.reported)).toEqual([])
  })

  it('count every failed sign-in', async () => {
    const tries = Array.from({ length: 4 }, (_, n) => {
      return opened[n % opened.length]!.value.page().staff.signIn({ username: 'toinen', password: `väärä ${n}` })
    })
    expect(await namesOf(tries)).toEqual(Array.from({ length: 4 }, () => 'signInFailed'))
    // The fifth in a row locks out, so that the right password, sixth, opens nothing.
    await namesOf([opened[0]!.value.page().staff.signIn({ username: 'toinen', password: 'väärä 5' })])
    const right = opened[0]!.value.page().staff.signIn({ username: 'toinen', password: `${password} uusi` })
    expect(await namesOf([right])).toEqual(['lockedOut'])
  })
})
