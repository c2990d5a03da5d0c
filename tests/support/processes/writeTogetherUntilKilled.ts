import { openSqlite } from '#core/store/sqlite'

const writers = 16

/** So many write at the same time, again and again, each two rows, and the key of each that was answered is told. */
export async function run(
  { file, key }: { file: string; key: string },
  say: (said: unknown) => void,
): Promise<void> {
  const store = await openSqlite({ file, key: Buffer.from(key, 'hex') })
  const { setting } = store.tables
  const write = async (name: string) => {
    await store.write(async (tx) => {
      await tx.db.insert(setting).values({ key: `kept-${name}`, value: name })
      await tx.db.insert(setting).values({ key: `half-${name}`, value: name })
    })
    say(`kept-${name}`)
  }
  const lane = async (writer: number) => {
    for (let n = 0; ; n += 1) await write(`${writer}-${n}`)
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => lane(writer)))
}
