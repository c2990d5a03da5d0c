import { existsSync } from 'node:fs'
import { open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { holdFolder } from '#core/store/folder'
import { openSqlite } from '#core/store/sqlite'
import type { Store } from '#core/store/store'
import { hasDatabase, prepareDataFolder } from '../host/dataFolder'
import { keyFilePath, ownerOnlyKey } from '../host/keyFile'
import { nameStartupError, StartupError } from '../host/startupProblems'
import { CommandError } from './problems'

/** What goes wrong with a data folder is told with its name, as the program's own start tells it. */
async function aboutFolder<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw nameStartupError(error, folder) ?? error
  }
}

/** Holds a data folder, which no program may have open, and gives its path and key. Throws StartupError. */
export async function withFolder<Value>(
  given: string,
  work: (folder: string, key: Buffer) => Promise<Value>,
): Promise<Value> {
  const folder = await prepareDataFolder(given)
  const release = await aboutFolder(folder, async () => holdFolder(folder))
  try {
    return await work(folder, await ownerOnlyKey(folder))
  } finally {
    release()
  }
}

/** Opens the embedded database of a folder that no program has open. Throws StartupError; CommandError: noEmbedded. */
export async function withEmbedded<Value>(
  given: string,
  work: (store: Store) => Promise<Value>,
): Promise<Value> {
  const there = resolve(given)
  if (!existsSync(there) || !(await hasDatabase(there))) throw new CommandError('noEmbedded', there)
  return withFolder(there, async (folder, key) => {
    const store = await aboutFolder(folder, () => openSqlite({ file: join(folder, 'desk.db'), key }))
    return work(store).finally(() => store.close())
  })
}

/**
 * Fills a new embedded database under another name, and gives it its own when all of it is on the disk. When that fails, the
 * folder is as it was. Throws StartupError; CommandError: embeddedThere.
 */
export async function withNewEmbedded<Value>(
  given: string,
  work: (store: Store) => Promise<Value>,
): Promise<Value> {
  const wanted = resolve(given)
  const before = existsSync(wanted) ? await readdir(wanted) : null
  if (before?.includes('desk.db')) throw new CommandError('embeddedThere', wanted)
  const unfinished = join(wanted, 'desk.db.new')
  const remove = () =>
    Promise.all(['', '-wal', '-shm'].map((end) => rm(`${unfinished}${end}`, { force: true })))
  try {
    return await withFolder(wanted, async (folder, key) => {
      if (await hasDatabase(folder)) throw new CommandError('embeddedThere', folder)
      // Of a copy that was cut off.
      await remove()
      const done = await aboutFolder(folder, async () => {
        const store = await openSqlite({ file: unfinished, key })
        return work(store).finally(() => store.close())
      })
      await rename(unfinished, join(folder, 'desk.db'))
      await reachDisk(folder)
      return done
    })
  } catch (error) {
    const others = error instanceof StartupError && error.problem === 'inUse'
    // What another program does in this folder is not this one's to remove.
    if (others || existsSync(join(wanted, 'desk.db'))) throw error
    await remove()
    await putBack(wanted, before)
    throw error
  }
}

/** Removes from a folder what this command made in it, and the folder when it was not there. */
async function putBack(folder: string, before: readonly string[] | null): Promise<void> {
  for (const path of [keyFilePath(folder), join(folder, 'desk.lock')])
    if (!before?.some((name) => path === join(folder, name))) await rm(path, { force: true })
  if (before === null) await rmdir(folder).catch(() => undefined)
}

/** Waits until a folder's names are on the disk. Windows does not open folders. */
async function reachDisk(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  await opened.sync().finally(() => opened.close())
}
