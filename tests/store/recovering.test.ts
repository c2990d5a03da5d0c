import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { testAddress } from '#core/database/testAddress'
import type { DeskClient } from '#shared/contract/index'
import { signInAt } from '../commands/keyed'
import { typedFrom } from '../databaseChoice/servers'
import { asDesk } from '../load/office'
import { waitUntil } from '../support/atOnce'
import { openTestDesk } from '../support/desk'
import { nameOf } from '../support/outcomes'
import { openServer } from '../support/server'
import { makeTemplate, onServer, template } from '../support/template'

it('a server that comes back in recovery is named, and is worked with when it has been promoted', async () => {
  const server = await openServer(['-c', 'fsync=off'])
  await makeTemplate(server.url)
  const postgresUrl = asDesk(server.url, template)
  const { value: desk, cleanUp } = await openTestDesk('postgres', { postgresUrl })
  try {
    await desk.administrator()
    const { page, withKey } = await signInAt(desk, 'aino')
    // A desk that has not noticed yet that its server is gone cannot say how it is.
    const stateAt = (at: DeskClient) =>
      at.system.status().then(
        ({ database }) => database,
        () => null,
      )
    const settings = await page.system.readSettings()
    const owner = new Client({ connectionString: server.url })
    owner.on('error', () => undefined)
    await owner.connect()
    const { rows } = await owner.query<{ data_directory: string }>('SHOW data_directory')
    // What an administrator leaves who makes a standby of it.
    await writeFile(join(rows[0]!.data_directory, 'standby.signal'), '')
    await server.kill()
    // It says that it is ready when it takes writes again.
    const started = server.start()

    await waitUntil(async () => (await stateAt(page))?.problem === 'recovering', 20_000)
    expect(await stateAt(page)).toMatchObject({ state: 'lost', problem: 'recovering' })
    const send = withKey(randomUUID())
    const save = () => nameOf(send.system.saveSettings({ ...settings, lockAfterMinutes: 33 }))
    expect(await save()).toBe('DATABASE_LOST')
    const { address, password } = typedFrom(postgresUrl)
    // Before it takes readers it lets nobody in, which has the same name.
    const look = () => testAddress(address, password)
    await waitUntil(async () => (await look()).passed.length > 0, 20_000)
    expect(await look()).toMatchObject({
      passed: ['reach', 'signIn', 'version'],
      failed: { check: 'writable', problem: 'recovering' },
    })
    const second = await openTestDesk('postgres', { postgresUrl, deskName: 'Tiski 2' })
    const there = second.value.page()
    expect(await stateAt(there)).toMatchObject({ state: 'closed', problem: 'recovering' })

    await onServer(server.url, (client) => client.query('SELECT pg_promote()'))
    await started
    for (const each of [page, there]) {
      const ready = async () => (await stateAt(each))?.state === 'ready'
      await waitUntil(ready, 20_000)
      expect(await ready()).toBe(true)
    }
    expect(await save()).toBe('done')
    expect(await page.system.readSettings()).toMatchObject({ lockAfterMinutes: 33 })
    await second.cleanUp()
  } finally {
    await cleanUp()
    await server.stop()
  }
})
