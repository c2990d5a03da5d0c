import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { waitUntil } from '../support/atOnce'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { type Counter, openCounter } from '../visits/counter'

describe('two desks of one database', () => {
  let opened: Opened<Counter>
  let other: Opened<TestDesk>
  let here: DeskClient
  let there: DeskClient
  beforeAll(async () => {
    opened = await openCounter('postgres')
    const { postgresUrl } = opened.value.desk
    here = opened.value.page
    await opened.value.colleague('counter')
    other = await openTestDesk('postgres', { postgresUrl, deskName: 'Tiski 2' })
    there = other.value.page()
    await there.staff.signIn({ username: 'kollega1', password })
  })
  afterAll(async () => {
    await other.cleanUp()
    await opened.cleanUp()
  })

  it('hear of each other within a second: who is with a resident, and who has left', async () => {
    const { asa } = opened.value.ids
    const stop = new AbortController()
    const changes = await here.system.changes(undefined, { signal: stop.signal })
    const heard: string[] = []
    const listening = (async () => {
      for await (const { topic, id } of changes) if (topic === 'presence') heard.push(String(id))
    })()
    const hears = async (what: string) => {
      await waitUntil(async () => heard.includes(what), 1_000)
      expect(heard).toContain(what)
      heard.length = 0
    }
    await there.presence.at({ residentId: asa })
    await hears(asa)
    expect(await here.presence.withResident({ residentId: asa })).toEqual([
      { name: 'Kollega 1', deskName: 'Tiski 2', deskNo: null },
    ])
    await there.staff.lock()
    await hears(asa)
    expect(await here.presence.withResident({ residentId: asa })).toEqual([])
    await there.staff.signOut()
    await hears(asa)
    const { places } = await here.presence.list()
    expect(places.map(({ deskName }) => deskName)).not.toContain('Tiski 2')
    stop.abort()
    await listening
  })
})
