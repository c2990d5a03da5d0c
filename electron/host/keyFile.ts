import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode, hasDatabase } from './dataFolder'
import { StartupError } from './startupProblems'

const keyBytes = 32

/** The file that holds the database's key where no system key store does. */
export const keyFilePath = (dataDir: string): string => join(dataDir, 'desk.key')
/** The file that holds the key wrapped by the system's key store. */
export const wrappedKeyPath = (dataDir: string): string => join(dataDir, 'desk.key.wrapped')

/** 64 hexadecimal digits are a key; null when the text is anything else. */
export const parseKey = (text: string): Buffer | null =>
  /^[0-9a-f]{64}\n?$/i.test(text) ? Buffer.from(text.trim(), 'hex') : null

/**
 * The key in the owner-only file; null when there is no file.
 * Throws StartupError: keyReadableByOthers, keyMalformed.
 */
export async function readKeyFile(dataDir: string): Promise<Buffer | null> {
  const path = keyFilePath(dataDir)
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw new StartupError('keyMalformed', path, error)
  })
  if (file === null) return null
  try {
    const { mode, size } = await file.stat()
    // Windows has no such bits: there the folder's access list keeps others out.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new StartupError('keyReadableByOthers', path)
    const key = size <= keyBytes * 2 + 1 ? parseKey(await file.readFile('latin1')) : null
    if (key === null) throw new StartupError('keyMalformed', path)
    return key
  } finally {
    await file.close()
  }
}

/** A new random key. */
export const newKey = (): Buffer => randomBytes(keyBytes)

/** Writes a file that must not exist yet, for its owner only, and waits until it is on the disk. */
export async function writeOwnerOnly(path: string, content: string | Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * The database's key from its owner-only file, which is made on the first start. Never made beside a database that is
 * already there: a new key could not open it, and would hide that the right one is missing.
 * Throws StartupError: keyMissing, keyInSystem, keyReadableByOthers, keyMalformed, diskFull, folderUnusable.
 */
export async function ownerOnlyKey(dataDir: string): Promise<Buffer> {
  const existing = await readKeyFile(dataDir)
  if (existing) return existing
  if (await isFile(wrappedKeyPath(dataDir))) throw new StartupError('keyInSystem', dataDir)
  if (await hasDatabase(dataDir)) throw new StartupError('keyMissing', dataDir)
  const key = newKey()
  try {
    await writeOwnerOnly(keyFilePath(dataDir), `${key.toString('hex')}\n`)
    return key
  } catch (error) {
    const code = errorCode(error)
    // Another start made the file in the meantime; the database's own lock then says which of the two stays.
    if (code === 'EEXIST') return (await readKeyFile(dataDir)) ?? key
    throw new StartupError(code === 'ENOSPC' ? 'diskFull' : 'folderUnusable', dataDir, error)
  }
}

async function isFile(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null)
  await file?.close()
  return file !== null
}
