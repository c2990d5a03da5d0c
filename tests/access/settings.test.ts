import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { waitUntil } from '../support/atOnce'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { inDatabase } from '../support/raw'
import { setLockAfter } from '../support/settings'

onBothEngines('the office', (engine) => {
  let opened: Opened<TestDesk>
  let page: DeskClient

  beforeAll(async () => {
    opened = await openTestDesk(engine)
  })
  afterAll(() => opened.cleanUp())

  it('says what it is before anybody has signed in, and nothing of anybody', async () => {
    const status = () => opened.value.page().system.status()
    expect(await status()).toMatchObject({
      state: 'firstRun',
      register: 'empty',
      database: { kind: engine === 'sqlite' ? 'embedded' : 'postgres', state: 'ready', problem: null },
      deskName: 'Tiski 1',
    })
    page = await opened.value.administrator()
    expect(await status()).toMatchObject({ state: 'ready', host: 'web', keyStore: 'ownerOnlyFile' })
    expect(JSON.stringify(await status())).not.toMatch(/aino/i)
  })

  it('has the settings that were shipped until somebody sets others, and when those make no sense', async () => {
    expect(await page.system.readSettings()).toMatchObject({ lockAfterMinutes: 10 })
    await setLockAfter(page, 1)
    expect(await page.system.readSettings()).toMatchObject({ lockAfterMinutes: 1 })
    for (const value of ['{"lockAfterMinutes":0}', '"x"', '[1]', '{"lockAfterMinutes":"5"}']) {
      await inDatabase(opened.value, (raw) =>
        raw.run(`UPDATE setting SET value = '${value}' WHERE key = 'office'`),
      )
      expect(await page.system.readSettings(), value).toMatchObject({ lockAfterMinutes: 10 })
    }
    await setLockAfter(page, 10)
  })

  it('changes the settings for one who has read them as they are, and for nobody else', async () => {
    const { system } = page
    const read = await system.readSettings()
    const saved = await system.saveSettings({ ...read, lockAfterMinutes: 20 })
    expect(saved).toEqual({ version: read.version + 1, lockAfterMinutes: 20 })
    expect(await nameOf(system.saveSettings({ ...read, lockAfterMinutes: 30 }))).toBe('CHANGED_MEANWHILE')
    expect(await system.readSettings()).toEqual(saved)
    const both = [21, 22].map((lockAfterMinutes) => system.saveSettings({ ...saved, lockAfterMinutes }))
    expect(namesOf(await Promise.allSettled(both))).toEqual(['CHANGED_MEANWHILE', 'done'])
    await setLockAfter(page, 10)
  })

  it('tells its pages what changed, after the commit, until they stop listening', async () => {
    const stop = new AbortController()
    const heard: unknown[] = []
    const changes = await page.system.changes(undefined, { signal: stop.signal })
    const listening = (async () => {
      for await (const change of changes) heard.push(change)
    })()
    await setLockAfter(page, 11)
    await waitUntil(async () => heard.length > 1)
    expect(heard).toEqual([
      { topic: 'settings', id: null },
      { topic: 'audit', id: null },
    ])
    stop.abort()
    await listening
    await setLockAfter(page, 10)
    expect(heard).toHaveLength(2)
  })
})
