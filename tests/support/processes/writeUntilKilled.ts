import { uuidv7 } from 'uuidv7'
import { openSqlite } from '#core/store/sqlite'

/** Commits a setting, leaves a second transaction in the middle, and says so: what a killed program leaves behind. */
export async function run(
  { file, key }: { file: string; key: string },
  say: (said: unknown) => void,
): Promise<void> {
  const store = await openSqlite({ file, key: Buffer.from(key, 'hex') })
  const { setting } = store.tables
  await store.write(async (tx) => {
    await tx.db.insert(setting).values({ key: 'committed', value: uuidv7() })
  })
  await store.write(async (tx) => {
    await tx.db.insert(setting).values({ key: 'unfinished', value: uuidv7() })
    say({ ready: true })
    await new Promise(() => setInterval(() => undefined, 60_000))
  })
}
