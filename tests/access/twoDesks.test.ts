import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { waitUntil } from '../support/atOnce'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { makePasswordsCheap } from '../support/raw'
import { setLockAfter } from '../support/settings'

describe('what one desk does', () => {
  let opened: Opened<TestDesk>[]
  let lead: DeskClient
  let there: DeskClient
  let memberId: string

  beforeAll(async () => {
    const first = await openTestDesk('postgres')
    const { postgresUrl } = first.value
    opened = [first, await openTestDesk('postgres', { postgresUrl, deskName: 'Tiski 2' })]
    lead = await first.value.administrator()
    const added = await lead.staff.add({ name: 'Toinen', username: 'toinen', roles: ['counter'], password })
    memberId = added.id
    await makePasswordsCheap(first.value)
    there = opened[1]!.value.page()
    await there.staff.signIn({ username: 'toinen', password })
    await there.staff.changeOwnPassword({ current: password, next: `${password} uusi` })
  })
  afterAll(async () => {
    for (const one of opened.toReversed()) await one.cleanUp()
  })

  const version = async () => (await lead.staff.list()).find(({ id }) => id === memberId)!.version

  it('is told to the pages of the other after its commit', async () => {
    const stop = new AbortController()
    const changes = await there.system.changes(undefined, { signal: stop.signal })
    const heard: string[] = []
    const listening = (async () => {
      for await (const { topic } of changes) heard.push(topic)
    })()
    await pause(50)
    await setLockAfter(lead, 12)
    await waitUntil(async () => heard.includes('settings'), 1000)
    stop.abort()
    await listening
    expect(heard).toContain('settings')
  })

  it('holds for the other: how soon a desk locks itself', async () => {
    await setLockAfter(lead, 3)
    await pause(100)
    const { locksAt } = await there.staff.stillHere()
    expect(locksAt.getTime() - opened[1]!.value.now().getTime()).toBe(3 * 60_000)
  })

  it('holds for the other: what somebody may do', async () => {
    await lead.staff.change({ id: memberId, version: await version(), name: 'Toinen', roles: ['phone'] })
    await pause(100)
    expect((await there.staff.session())!.roles).toEqual(['phone'])
  })

  it('holds for the other: who may work here at all', async () => {
    await lead.staff.setDisabled({ id: memberId, version: await version(), disabled: true })
    await pause(100)
    expect(await nameOf(there.residents.search({ text: 'virtanen' }))).toBe('SIGN_IN_REQUIRED')
  })
})
