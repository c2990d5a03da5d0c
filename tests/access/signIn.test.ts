import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { makePasswordsCheap } from '../support/raw'

onBothEngines('signing in', (engine) => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let aino: DeskClient

  beforeAll(async () => {
    opened = await openTestDesk(engine)
    desk = opened.value
    aino = await desk.administrator()
    await aino.staff.add({ name: 'Toinen', username: 'toinen', roles: ['phone'], password })
    await makePasswordsCheap(desk)
  })
  afterAll(() => opened.cleanUp())

  const tryWith = (username: string, typed: string) =>
    nameOf(desk.page().staff.signIn({ username, password: typed }))

  it('answers an unknown username as it answers a wrong password', async () => {
    const answer = async (username: string) => {
      const [settled] = await Promise.allSettled([desk.page().staff.signIn({ username, password: 'väärä' })])
      const { code, data, message } = (settled as PromiseRejectedResult).reason
      return { code, data, message }
    }
    expect(await answer('aino')).toEqual(await answer('kuka'))
    expect(await answer('aino')).toMatchObject({ code: 'REFUSED', data: { refusal: 'signInFailed' } })
  })

  it('does not mind the case or the outer spaces of a username', async () => {
    const page = desk.page()
    expect(await page.staff.signIn({ username: '  AINO ', password })).toMatchObject({ username: 'aino' })
  })

  it('puts a person in the place of whoever was signed in at the page', async () => {
    const page = desk.page()
    await page.staff.signIn({ username: 'aino', password })
    desk.wait(1)
    await page.staff.signIn({ username: 'toinen', password })
    expect(await page.staff.session()).toMatchObject({ username: 'toinen', roles: ['phone'] })
    expect(await page.staff.recentAtThisDesk()).toEqual([
      { name: 'Toinen', username: 'toinen' },
      { name: 'Aino Pääkäyttäjä', username: 'aino' },
    ])
  })

  it('is a sign-in at one page only', async () => {
    expect(await desk.page().staff.session()).toBeNull()
  })

  it('is over when the page signs out or goes away', async () => {
    const page = desk.page('leaving')
    await page.staff.signIn({ username: 'aino', password })
    desk.desk.forget('leaving')
    expect(await page.staff.session()).toBeNull()
    await page.staff.signIn({ username: 'aino', password })
    expect(await page.staff.signOut()).toEqual({ signedOut: true })
    expect(await page.staff.signOut()).toEqual({ signedOut: false })
    expect(await page.staff.session()).toBeNull()
  })

  it('is refused to a disabled person by that name only with the right password', async () => {
    const toinen = (await aino.staff.list()).find(({ username }) => username === 'toinen')!
    await aino.staff.setDisabled({ id: toinen.id, version: toinen.version, disabled: true })
    expect(await tryWith('toinen', password)).toBe('disabled')
    expect(await tryWith('toinen', 'väärä')).toBe('signInFailed')
    expect((await desk.page().staff.recentAtThisDesk()).map(({ username }) => username)).toEqual(['aino'])
  })
})
