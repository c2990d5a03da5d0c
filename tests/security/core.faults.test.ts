import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { inDatabase } from '../support/raw'
import { importRegister, smallRegister } from '../support/register'

// A database that holds what the program never writes: the page is told one name, the host no data.
onBothEngines('a fault of the program or its database', (engine) => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let page: DeskClient

  beforeAll(async () => {
    opened = await openTestDesk(engine)
    desk = opened.value
    page = await desk.administrator()
    await importRegister(page, smallRegister(30))
  })
  afterAll(() => opened.cleanUp())

  const answerOf = async (work: Promise<unknown>) => {
    const [settled] = await Promise.allSettled([work])
    return (settled as PromiseRejectedResult).reason
  }

  it('is answered by its name when an answer is not what the contract promises', async () => {
    const { id } = (await page.residents.search({ text: 'virtanen meija' })).hits[0]!
    await inDatabase(desk, (raw) =>
      raw.run(`UPDATE resident SET birth_date = 'not a day' WHERE id = '${id}'`),
    )
    const answer = await answerOf(page.residents.read({ id }))
    expect(answer).toMatchObject({ code: 'STORE_FAILED', data: undefined })
    expect(inspect(answer, { depth: 9 })).not.toMatch(/Virtanen|not a day/)
    expect(desk.reported).toHaveLength(1)
    expect(inspect(desk.reported, { depth: 9 })).not.toMatch(/Virtanen|Meija|not a day/)
    await inDatabase(desk, (raw) =>
      raw.run(`UPDATE resident SET birth_date = '1983-04-04' WHERE id = '${id}'`),
    )
  })

  it('is answered by its name when a query fails, and reported without the values of the query', async () => {
    await inDatabase(desk, (raw) => raw.run('ALTER TABLE timeline_event RENAME TO elsewhere'))
    const { id } = (await page.residents.search({ text: 'virtanen meija' })).hits[0]!
    const answer = await answerOf(page.residents.addNote({ id, text: 'Liisa Salainen soitti' }))
    expect(answer).toMatchObject({ code: 'STORE_FAILED', data: undefined })
    expect(inspect(answer, { depth: 9 })).not.toMatch(/Liisa|timeline_event|SELECT|INSERT/i)
    expect(desk.reported).toHaveLength(2)
    expect(inspect(desk.reported, { depth: 9, showHidden: true })).not.toMatch(/Liisa|Salainen/)
    await inDatabase(desk, (raw) => raw.run('ALTER TABLE elsewhere RENAME TO timeline_event'))
    expect(await nameOf(page.residents.addNote({ id, text: 'Liisa Salainen soitti' }))).toBe('done')
  })
})
