import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { atOnce } from '../support/atOnce'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'

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

  it('let no right guess in behind five wrong ones that were made at the same time', async () => {
    const guess = (typed: string, n: number) =>
      nameOf(opened[n % opened.length]!.value.page().staff.signIn({ username: 'toinen', password: typed }))
    // More guesses than threads to check them: the last is looked at when the first have failed.
    const wrong = Array.from({ length: 9 }, (_, n) => guess(`väärä ${n}`, n))
    expect(await guess(`${password} uusi`, 0)).toBe('lockedOut')
    expect(new Set(await Promise.all(wrong))).toEqual(new Set(['signInFailed', 'lockedOut']))
  })
})
