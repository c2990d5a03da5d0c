import { afterAll, beforeAll, expect, it } from 'vitest'
import { atOnce } from '../support/atOnce'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { namesOf } from '../support/outcomes'
import { examples, nobody } from '../support/procedures'
import { inDatabase, makePasswordsCheap } from '../support/raw'
import { importRegister, smallRegister } from '../support/register'

// The index that lets one registration of a resident be open, whatever several desks press at once.
onBothEngines('the one open registration of a resident', (engine) => {
  let opened: Opened<TestDesk>[]
  let residentId: string
  const writers = 6

  beforeAll(async () => {
    const first = await openTestDesk(engine)
    const { postgresUrl } = first.value
    opened = [first]
    if (postgresUrl) opened.push(await openTestDesk(engine, { postgresUrl, deskName: 'Tiski 2' }))
    const page = await first.value.administrator()
    await importRegister(page, smallRegister(12))
    residentId = (await page.residents.search({ text: 'virtanen meija' })).hits[0]!.id
    await page.identity.record(examples({ ...nobody, residentId })['identity.record'] as never)
    await makePasswordsCheap(first.value)
  })
  afterAll(async () => {
    for (const one of opened.toReversed()) await one.cleanUp()
  })

  const pages = () =>
    Promise.all(
      Array.from({ length: writers }, async (_, n) => {
        const page = opened[n % opened.length]!.value.page()
        await page.staff.signIn({ username: 'aino', password })
        return page
      }),
    )

  it('is started by one of many who press at once', async () => {
    const calls = (await pages()).map((page) => () => page.portal.start({ residentId }))
    const expected = ['done', ...Array.from({ length: writers - 1 }, () => 'registrationOpen')]
    expect(namesOf(await atOnce(opened[0]!.value.postgresUrl, calls))).toEqual(expected)
  })

  it('goes one step further when many tick it at once', async () => {
    const [page] = await pages()
    const { registration } = await page!.portal.read({ residentId })
    const step = { residentId, registrationId: registration!.id, version: registration!.version }
    const calls = (await pages()).map(
      (each) => () => each.portal.tick({ ...step, step: 'usernameCreated', email: 'meija@example.com' }),
    )
    const outcomes = namesOf(await atOnce(opened[0]!.value.postgresUrl, calls))
    expect(outcomes).toEqual([...Array.from({ length: writers - 1 }, () => 'CHANGED_MEANWHILE'), 'done'])
  })

  it('is begun anew by one of many', async () => {
    const [page] = await pages()
    const { version } = (await page!.portal.read({ residentId })).registration!
    const calls = (await pages()).map(
      (each) => () => each.portal.startAnew({ residentId, version, because: 'mistake' }),
    )
    const outcomes = namesOf(await atOnce(opened[0]!.value.postgresUrl, calls))
    expect(outcomes).toEqual([...Array.from({ length: writers - 1 }, () => 'CHANGED_MEANWHILE'), 'done'])
    const rows = await inDatabase(opened[0]!.value, (raw) =>
      raw.rows<{ n: number }>('SELECT count(*) AS n FROM portal_registration WHERE closed_at IS NULL'),
    )
    expect(Number(rows[0]!.n)).toBe(1)
    expect(opened.flatMap(({ value }) => value.reported)).toEqual([])
  })
})
