import { join } from 'node:path'
import { startOutbox } from '#core/outbox/worker'
import { openPostgres } from '#core/store/postgres'
import { openSqlite } from '#core/store/sqlite'

/** Opens a desk's database and sends what waits in it, at a time that stands still. Says what it reports. */
export async function run(
  input: { dataDir: string; key: string; postgresUrl: string | null; now: string },
  say: (said: unknown) => void,
): Promise<void> {
  const store = input.postgresUrl
    ? await openPostgres({ client: { connectionString: input.postgresUrl } })
    : await openSqlite({ file: join(input.dataDir, 'desk.db'), key: Buffer.from(input.key, 'hex') })
  startOutbox({
    store,
    clock: () => new Date(input.now),
    report: (error) => say({ reported: String(error) }),
  })
  say({ open: true })
  setInterval(() => undefined, 60_000)
}
