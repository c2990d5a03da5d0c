import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'

const day = 24 * 3_600_000

onBothEngines('drafts', (engine) => {
  let opened: Opened<TestDesk>
  beforeAll(async () => {
    opened = await openTestDesk(engine)
  })
  afterAll(() => opened.cleanUp())

  it('wait for the person who typed them, the latest text of each, and for nobody else', async () => {
    const [mine, other] = [await opened.value.member('counter'), await opened.value.member('counter')]
    await mine.drafts.save({ key: 'note:1', value: '"kes"' })
    await mine.drafts.save({ key: 'note:1', value: '"kesken"' })
    await mine.drafts.save({ key: 'contacts:1', value: '{"phone":"04"}' })
    await other.drafts.save({ key: 'note:1', value: '"toisen"' })
    expect((await mine.drafts.list()).map(({ key, value }) => [key, value]).sort()).toEqual([
      ['contacts:1', '{"phone":"04"}'],
      ['note:1', '"kesken"'],
    ])
    expect(await mine.drafts.drop({ key: 'note:1' })).toEqual({ dropped: true })
    expect(await mine.drafts.drop({ key: 'note:1' })).toEqual({ dropped: false })
    expect(await mine.drafts.list()).toMatchObject([{ key: 'contacts:1' }])
    expect(await other.drafts.list()).toMatchObject([{ value: '"toisen"' }])
  })

  it('are no longer than a page of text, and text', async () => {
    const page = await opened.value.member('asoy')
    for (const value of ['x'.repeat(20_001), 'a\u0000b', 'a\ud800b']) {
      await expect(page.drafts.save({ key: 'note:4', value })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    expect(await page.drafts.list()).toEqual([])
    expect(opened.value.reported).toEqual([])
  })

  it('are forgotten after seven days', async () => {
    const page = await opened.value.administrator()
    await page.drafts.save({ key: 'note:2', value: '"vanha"' })
    opened.value.wait(7 * day + 1)
    await page.staff.signIn({ username: 'aino', password })
    expect(await page.drafts.list()).toEqual([])
    await page.drafts.save({ key: 'note:3', value: '"uusi"' })
    expect(await page.drafts.list()).toHaveLength(1)
  })
})
