import { expect, it } from 'vitest'
import { openPostgres } from '#core/store/postgres'
import { openProxy } from '../store/proxy'
import { waitUntil } from '../support/atOnce'
import { openServer } from '../support/server'
import { makeTemplate, template } from '../support/template'
import { asDesk } from './office'

/** Sooner than a desk asks the connection on which it listens whether it is still there. */
const afterMs = 2_000

it('a connection on which a desk listens, and which is forgotten on the way, is missed and made again', async () => {
  const server = await openServer([])
  await makeTemplate(server.url)
  const postgresUrl = asDesk(server.url, template)
  const proxy = await openProxy(postgresUrl)
  const began = performance.now()
  const seen: string[] = []
  const onServer = (event: string) =>
    void seen.push(`${event} after ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const store = await openPostgres({ client: { connectionString: proxy.value.url }, onServer })
  const told: string[] = []
  store.onChange(({ topic }) => told.push(topic))
  const other = await openPostgres({ client: { connectionString: postgresUrl } })
  try {
    proxy.value.dropIdle({ afterMs, how: 'forgotten' })
    await waitUntil(async () => proxy.value.dropped() > 0)
    proxy.value.dropIdle(null)
    await other.write(async (tx) => tx.changed('settings', null))
    await waitUntil(async () => told.includes('settings'), 30_000)
    expect(told).toContain('settings')
    expect(store.lost()).toBeNull()
    process.stdout.write(`  ${seen.join(', ')}\n`)
  } finally {
    await store.close()
    await other.close()
    await proxy.cleanUp()
    await server.stop()
  }
})
