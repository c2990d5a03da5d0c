import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { atOnce } from '../support/atOnce'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { inDatabase, makePasswordsCheap } from '../support/raw'

// Two desks of one office: on PostgreSQL two programs with one database, on SQLite two pages of one program.
onBothEngines('two desks at once', (engine) => {
  let opened: Opened<TestDesk>[]
  let pages: readonly [DeskClient, DeskClient]
  let postgresUrl: string | null

  beforeAll(async () => {
    const first = await openTestDesk(engine)
    postgresUrl = first.value.postgresUrl
    opened = [first]
    if (postgresUrl) opened.push(await openTestDesk(engine, { postgresUrl, deskName: 'Tiski 2' }))
    pages = [opened[0]!.value.page(), opened.at(-1)!.value.page()]
  })
  afterAll(async () => {
    for (const one of opened.toReversed()) await one.cleanUp()
  })

  it('make one first administrator between them', async () => {
    const create = (page: DeskClient, n: number) => () =>
      page.staff.createFirstAdministrator({
        name: `Aino ${n}`,
        username: `aino${n}`,
        password,
        servesResidents: true,
      })
    const ended = await atOnce(postgresUrl, [create(pages[0], 1), create(pages[1], 2)])
    expect(namesOf(ended)).toEqual(['alreadySetUp', 'done'])
  })

  it('leave one administrator when two take the role from each other', async () => {
    const [first, second] = (await pages[0].staff.session()) ? pages : [pages[1], pages[0]]
    await first.staff.add({ name: 'Toinen', username: 'toinen', roles: ['administrator'], password })
    await makePasswordsCheap(opened[0]!.value)
    await second.staff.signIn({ username: 'toinen', password })
    await second.staff.changeOwnPassword({ current: password, next: `${password} uusi` })
    const people = await first.staff.list()
    const demote = (page: DeskClient, { id, version, name }: (typeof people)[number]) =>
      page.staff.change({ id, version, name, roles: ['counter'] })
    const [aino, toinen] = ['Aino', 'Toinen'].map((name) => people.find((one) => one.name.startsWith(name))!)
    const ended = await atOnce(postgresUrl, [() => demote(first, toinen!), () => demote(second, aino!)])
    // On one desk the second is no administrator any more when their turn comes.
    expect(namesOf(ended)).toContain('done')
    expect(namesOf(ended)).not.toEqual(['done', 'done'])
    expect(opened.flatMap(({ value }) => value.reported)).toEqual([])
  })

  it('let nobody in whom the other has locked out while the password was being checked', async () => {
    const desk = opened[0]!.value
    const at = engine === 'sqlite' ? 'locked_out_until = 4102444800000' : `locked_out_until = '2100-01-01'`
    await inDatabase(desk, async (raw) => {
      const signingIn = nameOf(desk.page().staff.signIn({ username: 'toinen', password: `${password} uusi` }))
      // The check takes some hundred milliseconds; the person has been read before it.
      await pause(50)
      await raw.run(`UPDATE staff SET failed_sign_ins = 5, ${at} WHERE username = 'toinen'`)
      expect(await signingIn).toBe('lockedOut')
    })
  })

  it('count every failed sign-in', async () => {
    await inDatabase(opened[0]!.value, async (raw) => {
      await raw.run(`UPDATE staff SET failed_sign_ins = 0, locked_out_until = NULL WHERE username = 'toinen'`)
      const guess = (n: number) =>
        opened[n % opened.length]!.value.page().staff.signIn({ username: 'toinen', password: 'väärä' })
      await Promise.allSettled([0, 1, 2, 3].map(guess))
      const rows = await raw.rows<{ n: number }>(
        `SELECT failed_sign_ins AS n FROM staff WHERE username = 'toinen'`,
      )
      expect(rows).toEqual([{ n: 4 }])
    })
  })
})
