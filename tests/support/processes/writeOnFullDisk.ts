import { StoreError } from '#core/store/errors'
import { openSqlite } from '#core/store/sqlite'

/** Writes at the same time more than the disk has room for, each little enough, and then one that has room. */
export async function run(
  { file, key }: { file: string; key: string },
  say: (said: unknown) => void,
): Promise<void> {
  const store = await openSqlite({ file, key: Buffer.from(key, 'hex') })
  const { setting } = store.tables
  const announced: unknown[] = []
  store.onChange((change) => announced.push(change))
  const put = (name: string, size: number) =>
    store.write(async (tx) => {
      await tx.db.insert(setting).values({ key: `full-${name}`, value: 'x'.repeat(size) })
      if (size > 1) tx.changed('settings', null)
    })
  const nameOf = (writing: Promise<unknown>) =>
    writing.then(
      () => 'done',
      (error: unknown) => (error instanceof StoreError ? error.problem : String(error)),
    )
  const ended = await Promise.all(['a', 'b', 'c', 'd'].map((name) => nameOf(put(name, 1_000_000))))
  const after = await nameOf(put('after', 1))
  say({ announced, ended, after })
  await store.close()
}
