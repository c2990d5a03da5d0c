import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Change, Store } from '#core/store/store'
import { type Opened, onBothEngines, openStore } from '../support/engines'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

onBothEngines('a unit of work', (engine) => {
  let opened: Opened<Store>
  let store: Store

  beforeAll(async () => {
    opened = await openStore(engine)
    store = opened.value
  })
  afterAll(() => opened.cleanUp())

  const read = async (key: string) => {
    const { setting } = store.tables
    const [row] = await store.read((db) => db.select().from(setting).where(eq(setting.key, key)))
    return row?.value
  }

  it('leaves nothing of what it wrote when it throws, and gives the caller its own error', async () => {
    const own = new Error('given up')
    const writing = store.write(async (tx) => {
      await tx.db.insert(store.tables.setting).values({ key: 'given-up', value: 1 })
      await pause(5)
      await tx.db.insert(store.tables.setting).values({ key: 'given-up-too', value: 2 })
      throw own
    })
    await expect(writing).rejects.toBe(own)
    expect(await read('given-up')).toBeUndefined()
    expect(await read('given-up-too')).toBeUndefined()
  })

  it('leaves nothing when the database refuses the last of its writes', async () => {
    const { setting } = store.tables
    const writing = store.write(async (tx) => {
      await tx.db.insert(setting).values({ key: 'first', value: 1 })
      await tx.db.insert(setting).values({ key: 'first', value: 2 })
    })
    await expect(writing).rejects.toMatchObject({ name: 'StoreError', problem: 'unique' })
    expect(await read('first')).toBeUndefined()
    await store.write((tx) => tx.db.insert(setting).values({ key: 'first', value: 3 }))
    expect(await read('first')).toBe(3)
  })

  it('holds what was awaited inside it: nobody sees it before the commit', async () => {
    const { setting } = store.tables
    await store.write(async (tx) => {
      await pause(5)
      await tx.db.insert(setting).values({ key: 'late', value: 'written after a pause' })
      expect(await read('late')).toBeUndefined()
      const [seen] = await tx.db.select().from(setting).where(eq(setting.key, 'late'))
      expect(seen?.value).toBe('written after a pause')
    })
    expect(await read('late')).toBe('written after a pause')
  })

  it('announces its changes after the commit, each once, and none when it is given up', async () => {
    const heard: Change[] = []
    const stop = store.onChange((change) => heard.push(change))
    await store.write(async (tx) => {
      tx.changed('resident', 'one')
      tx.changed('resident', 'one')
      tx.changed('settings', null)
      await pause(5)
      expect(heard).toEqual([])
    })
    expect(heard).toEqual([
      { topic: 'resident', id: 'one' },
      { topic: 'settings', id: null },
    ])
    const given = store.write(async (tx) => {
      tx.changed('resident', 'two')
      throw new Error('given up')
    })
    await expect(given).rejects.toThrow('given up')
    stop()
    await store.write(async (tx) => tx.changed('resident', 'three'))
    expect(heard).toHaveLength(2)
  })

  it('is read by a listener as it was committed', async () => {
    const { setting } = store.tables
    const seen: Promise<unknown>[] = []
    const stop = store.onChange(() => seen.push(read('announced')))
    await store.write(async (tx) => {
      await tx.db.insert(setting).values({ key: 'announced', value: true })
      tx.changed('settings', null)
    })
    stop()
    expect(await Promise.all(seen)).toEqual([true])
  })

  it('goes on with the next after one that failed', async () => {
    const results = await Promise.allSettled(
      [1, 2, 3, 4, 5, 6].map((n) =>
        store.write(async (tx) => {
          await tx.db.insert(store.tables.setting).values({ key: `queue-${n}`, value: n })
          await pause(2)
          if (n % 2 === 0) throw new Error('even')
        }),
      ),
    )
    expect(results.map(({ status }) => status)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => (n % 2 === 0 ? 'rejected' : 'fulfilled')),
    )
    expect(await Promise.all([1, 2, 3].map((n) => read(`queue-${n}`)))).toEqual([1, undefined, 3])
  })

  it('takes its turn: a number that forty writers raise at once by reading it first', async () => {
    const { setting } = store.tables
    await store.write((tx) => tx.db.insert(setting).values({ key: 'count', value: 0 }))
    const raise = () =>
      store.write(async (tx) => {
        await tx.inTurn('register')
        const [row] = await tx.db.select().from(setting).where(eq(setting.key, 'count'))
        await pause(1)
        await tx.db
          .update(setting)
          .set({ value: Number(row?.value) + 1 })
          .where(eq(setting.key, 'count'))
      })
    await Promise.all(Array.from({ length: 40 }, raise))
    expect(await read('count')).toBe(40)
  })
})
