import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { asc, like } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '#core/store/sqlite'
import type { Change, Store, Tx } from '#core/store/store'
import { type Engine, type Opened, onBothEngines, openStore, temporaryFolder } from '../support/engines'
import { startProcess } from '../support/otherProcess'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Everything that is committed under keys that begin so. */
async function committed({ read, tables: { setting } }: Store, prefix: string): Promise<string[]> {
  const rows = await read((db) =>
    db
      .select({ key: setting.key })
      .from(setting)
      .where(like(setting.key, `${prefix}%`))
      .orderBy(asc(setting.key)),
  )
  return rows.map(({ key }) => key)
}

/** Units of work that are asked for at the same time. */
function units(engine: Engine) {
  let opened: Opened<Store>
  let store: Store
  let prefix = ''
  let tests = 0
  beforeAll(async () => {
    opened = await openStore(engine)
    store = opened.value
  })
  afterAll(() => opened.cleanUp())
  beforeEach(() => {
    tests += 1
    prefix = `test${tests}-`
  })
  return {
    store: () => store,
    prefix: () => prefix,
    /** Writes a key down and announces it. */
    put: async (tx: Tx, name: string) => {
      await tx.db.insert(store.tables.setting).values({ key: prefix + name, value: name })
      tx.changed('resident', prefix + name)
    },
    committed: async () => (await committed(store, prefix)).map((key) => key.slice(prefix.length)),
  }
}

onBothEngines('units of work at the same time', (engine) => {
  const at = units(engine)

  it('leave what the others did when one is given up or refused', async () => {
    const heard: Change[] = []
    const stop = at.store().onChange((change) => heard.push(change))
    const own = new Error('given up')
    await at.store().write((tx) => at.put(tx, 'there'))
    heard.length = 0
    const ended = await Promise.allSettled([
      at.store().write((tx) => at.put(tx, 'a')),
      at.store().write(async (tx) => {
        await at.put(tx, 'b')
        await pause(2)
        throw own
      }),
      at.store().write((tx) => at.put(tx, 'c')),
      at.store().write(async (tx) => {
        await at.put(tx, 'd')
        await at.put(tx, 'there')
      }),
      at.store().write(async (tx) => {
        await pause(2)
        await at.put(tx, 'e')
        return 'answer'
      }),
    ])
    stop()
    expect(ended.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(ended[1]).toMatchObject({ reason: own })
    expect(ended[3]).toMatchObject({ reason: { name: 'StoreError', problem: 'unique' } })
    expect(ended[4]).toMatchObject({ value: 'answer' })
    expect(await at.committed()).toEqual(['a', 'c', 'e', 'there'])
    expect(heard.map(({ id }) => id?.slice(at.prefix().length)).toSorted()).toEqual(['a', 'c', 'e'])
  })

  it('are each seen, and announced, as soon as they are answered', async () => {
    const heard: (string | null)[] = []
    const stop = at.store().onChange(({ id }) => heard.push(id))
    await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        await at.store().write((tx) => at.put(tx, `${n}.`))
        expect(heard).toContain(`${at.prefix()}${n}.`)
        expect(await at.committed()).toContain(`${n}.`)
      }),
    )
    stop()
    expect(heard).toHaveLength(50)
  })
})

describe('units of work that share a COMMIT on sqlite', () => {
  const at = units('sqlite')

  it('are done in order, and nobody is told anything before it', async () => {
    const heard: Change[] = []
    const stop = at.store().onChange((change) => heard.push(change))
    const told: string[] = []
    const tell = (name: string) => () => told.push(name)
    const writing = [
      at
        .store()
        .write((tx) => at.put(tx, 'a'))
        .then(tell('a')),
      at
        .store()
        .write(() => Promise.reject(new Error('given up')))
        .catch(tell('given up')),
      at
        .store()
        .write(async (tx) => {
          await pause(20)
          // The first is there for those who come after it, and for nobody else.
          await expect(at.put(tx, 'a')).rejects.toThrow()
          expect(await at.committed()).toEqual([])
          expect([told, heard]).toEqual([[], []])
          await at.put(tx, 'b')
        })
        .then(tell('b')),
    ]
    await Promise.all(writing)
    stop()
    expect(told).toEqual(['a', 'given up', 'b'])
    expect(heard.map(({ id }) => id)).toEqual([`${at.prefix()}a`, `${at.prefix()}b`])
    expect(await at.committed()).toEqual(['a', 'b'])
  })

  it('are joined by those that are asked for while one of them pauses', async () => {
    let later: Promise<void> = Promise.resolve()
    let told = false
    await at.store().write(async (tx) => {
      await at.put(tx, 'first')
      later = at
        .store()
        .write(async (joined) => {
          expect(await at.committed()).toEqual([])
          await at.put(joined, 'second')
        })
        .then(() => {
          told = true
        })
      await pause(20)
      expect(told).toBe(false)
    })
    await later
    expect(await at.committed()).toEqual(['first', 'second'])
  })

  it('do not wait for one that says it is long, nor it for them', async () => {
    const told: string[] = []
    await Promise.all([
      at
        .store()
        .write((tx) => at.put(tx, 'before'))
        .then(() => told.push('before')),
      at.store().write(
        async (tx) => {
          await pause(20)
          expect(told).toEqual(['before'])
          expect(await at.committed()).toEqual(['before'])
          await at.put(tx, 'long')
        },
        { alone: true },
      ),
      at.store().write(async (tx) => {
        expect(await at.committed()).toEqual(['before', 'long'])
        await at.put(tx, 'short')
      }),
    ])
    expect(await at.committed()).toEqual(['before', 'long', 'short'])
  })

  it('leave nothing of a long one that is given up', async () => {
    const long = at.store().write(
      async (tx) => {
        await at.put(tx, 'long')
        throw new Error('given up')
      },
      { alone: true },
    )
    const short = at.store().write((tx) => at.put(tx, 'short'))
    await expect(long).rejects.toThrow('given up')
    await short
    expect(await at.committed()).toEqual(['short'])
  })

  it('are not so many that the first waits for all', async () => {
    const seen: number[] = []
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        at.store().write(async (tx) => {
          seen.push((await at.committed()).length)
          await at.put(tx, `${n}.`)
        }),
      ),
    )
    // Each of the last sees what was committed before its own group began.
    expect(seen.at(-1)).toBeGreaterThan(50)
    expect(await at.committed()).toHaveLength(100)
  })

  it('are all refused when the disk has no room for them, and leave nothing', async () => {
    const folder = await temporaryFolder()
    const where = { file: join(folder.value, 'desk.db'), key: randomBytes(32) }
    await (await openSqlite(where)).close()
    const input = { ...where, key: where.key.toString('hex') }
    const other = startProcess('writeOnFullDisk', input, 3_000_000)
    expect(await other.next()).toEqual({
      announced: [],
      ended: ['diskFull', 'diskFull', 'diskFull', 'diskFull'],
      after: 'done',
    })
    await other.kill()
    const store = await openSqlite(where)
    expect(await committed(store, 'full-')).toEqual(['full-after'])
    await store.close()
    await folder.cleanUp()
  })

  it('are there after the program was killed, each that was answered', async () => {
    const folder = await temporaryFolder()
    const where = { file: join(folder.value, 'desk.db'), key: randomBytes(32) }
    const other = startProcess('writeTogetherUntilKilled', { ...where, key: where.key.toString('hex') })
    const answered: string[] = []
    for (let n = 0; n < 200; n += 1) answered.push(await other.next<string>())
    await other.kill()
    const store = await openSqlite(where)
    const found = new Set(await committed(store, 'kept-'))
    expect(answered.filter((key) => !found.has(key))).toEqual([])
    expect(new Set(answered)).toHaveLength(200)
    // Each unit writes two rows: none is there by half.
    const halves = await committed(store, 'half-')
    expect(halves.map((key) => key.replace('half-', 'kept-'))).toEqual([...found])
    await store.close()
    await folder.cleanUp()
  })
})
