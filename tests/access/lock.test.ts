import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { makePasswordsCheap } from '../support/raw'
import { setLockAfter } from '../support/settings'

const minute = 60_000
const hour = 60 * minute

describe('the lock', () => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let page: DeskClient

  beforeAll(async () => {
    opened = await openTestDesk('sqlite')
    desk = opened.value
    await desk.administrator()
    await makePasswordsCheap(desk)
    page = desk.page()
  })
  afterAll(() => opened.cleanUp())
  beforeEach(async () => {
    await page.staff.signIn({ username: 'aino', password })
  })

  it('falls when nothing was done for ten minutes, and is told beforehand', async () => {
    const { locksAt } = (await page.staff.session())!
    expect(locksAt.getTime() - desk.now().getTime()).toBe(10 * minute)
    desk.wait(10 * minute)
    expect(await page.staff.session()).toMatchObject({ locked: false })
    desk.wait(1)
    expect(await page.staff.session()).toMatchObject({ locked: true })
    expect(await nameOf(page.residents.search({ text: 'virtanen' }))).toBe('LOCKED')
    expect(await nameOf(page.staff.stillHere())).toBe('LOCKED')
  })

  it('is put off by what a person does, and not by what the page does by itself', async () => {
    desk.wait(9 * minute)
    await page.staff.stillHere()
    desk.wait(9 * minute)
    await setLockAfter(page, 10)
    desk.wait(9 * minute)
    for (const call of [
      () => page.residents.search({ text: 'virtanen' }),
      page.staff.session,
      page.system.status,
      page.system.readSettings,
      page.register.status,
    ]) {
      await call()
    }
    desk.wait(minute + 1)
    expect(await page.staff.session()).toMatchObject({ locked: true })
  })

  it('opens with the same person’s password only', async () => {
    await page.staff.lock()
    expect(await nameOf(page.staff.unlock({ password: 'väärä' }))).toBe('signInFailed')
    expect(await page.staff.session()).toMatchObject({ locked: true })
    desk.wait(11 * hour)
    expect(await page.staff.unlock({ password })).toMatchObject({ locked: false, username: 'aino' })
  })

  it('becomes an expired sign-in after twelve hours', async () => {
    await page.staff.lock()
    desk.wait(12 * hour)
    expect(await page.staff.session()).toMatchObject({ locked: true })
    desk.wait(1)
    expect(await page.staff.session()).toBeNull()
    expect(await nameOf(page.staff.unlock({ password }))).toBe('SIGN_IN_REQUIRED')
    expect(await nameOf(page.residents.search({ text: 'virtanen' }))).toBe('SIGN_IN_REQUIRED')
  })

  it('falls after as many minutes as the office has set, also when the desk is opened again', async () => {
    await setLockAfter(page, 2)
    desk.wait(2 * minute + 1)
    expect(await page.staff.session()).toMatchObject({ locked: true })
    const reopened = await desk.reopen()
    const again = reopened.value.page()
    await again.staff.signIn({ username: 'aino', password })
    reopened.value.wait(2 * minute + 1)
    expect(await again.staff.session()).toMatchObject({ locked: true })
    await reopened.cleanUp()
  })
})
