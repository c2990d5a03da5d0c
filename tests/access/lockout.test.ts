import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { makePasswordsCheap } from '../support/raw'

const minute = 60_000
const hour = 60 * minute

onBothEngines('too many failures', (engine) => {
  const opened: Opened<TestDesk>[] = []
  let desk: TestDesk

  const use = (place: Opened<TestDesk>) => {
    opened.push(place)
    desk = place.value
  }
  beforeAll(async () => {
    use(await openTestDesk(engine))
    const aino = await desk.administrator()
    await aino.staff.add({ name: 'Toinen', username: 'toinen', roles: ['phone'], password })
    await makePasswordsCheap(desk)
  })
  afterAll(async () => {
    for (const place of opened.toReversed()) await place.cleanUp()
  })

  const signIn = (typed: string) => nameOf(desk.page().staff.signIn({ username: 'aino', password: typed }))
  const fail = async (times: number) => {
    for (let n = 0; n < times; n += 1) await signIn('väärä')
  }

  it('lock a person out for five minutes, also with the right password', async () => {
    await fail(4)
    expect(await signIn(password)).toBe('done')
    await fail(5)
    expect(await signIn(password)).toBe('lockedOut')
    desk.wait(5 * minute - 1)
    expect(await signIn(password)).toBe('lockedOut')
  })

  it('are not forgotten when the desk is opened again, nor when its clock is turned back', async () => {
    use(await desk.reopen())
    expect(await signIn(password)).toBe('lockedOut')
    desk.wait(-24 * hour)
    expect(await signIn(password)).toBe('lockedOut')
    desk.wait(24 * hour + 1)
    expect(await signIn('väärä')).toBe('signInFailed')
  })

  it('lock out for twice as long with each further one, and are forgotten after a success', async () => {
    desk.wait(10 * minute - 1)
    expect(await signIn(password)).toBe('lockedOut')
    desk.wait(1)
    expect(await signIn(password)).toBe('done')
    await fail(4)
    expect(await signIn(password)).toBe('done')
  })

  it('count wherever a password is asked, and an administrator clears them', async () => {
    const aino = desk.page()
    await aino.staff.signIn({ username: 'aino', password })
    const page = desk.page()
    await page.staff.signIn({ username: 'toinen', password })
    expect(await nameOf(page.staff.changeOwnPassword({ current: 'väärä', next: `${password} uusi` }))).toBe(
      'signInFailed',
    )
    await page.staff.lock()
    for (let n = 0; n < 4; n += 1)
      expect(await nameOf(page.staff.unlock({ password: 'väärä' }))).toBe('signInFailed')
    expect(await nameOf(page.staff.unlock({ password }))).toBe('lockedOut')
    const { id, version, lockedOut } = (await aino.staff.list()).find(
      ({ username }) => username === 'toinen',
    )!
    expect(lockedOut).toBe(true)
    const reset = await aino.staff.resetPassword({ id, version, password: 'toinen salasana' })
    expect(reset).toMatchObject({ lockedOut: false, mustChangePassword: true })
    expect(await page.staff.session()).toBeNull()
    const again = await desk.page().staff.signIn({ username: 'toinen', password: 'toinen salasana' })
    expect(again.mustChangePassword).toBe(true)
  })
})
