import { readFile, rename, rm } from 'node:fs/promises'
import { errorCode, hasDatabase } from '../host/dataFolder'
import { keyFilePath, newKey, parseKey, readKeyFile, wrappedKeyPath, writeOwnerOnly } from '../host/keyFile'
import { StartupError } from '../host/startupProblems'

/** The operating system's key store, as far as it is needed: Electron's `safeStorage`. */
export interface SystemKeyStore {
  isAsyncEncryptionAvailable(): Promise<boolean>
  /** On Linux: `basic_text` means a fixed password that anybody knows. */
  getSelectedStorageBackend(): string
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(wrapped: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>
}

/** Whether the store really keeps a secret. */
export async function keepsSecrets(store: SystemKeyStore, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await store.isAsyncEncryptionAvailable())) return false
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(store.getSelectedStorageBackend())
}

/**
 * The database's key, wrapped by the system's key store. Made on the first start; a key file that the web host made is
 * taken over and removed, once its wrapped copy has been read back. Never a key in plain text, never a new key beside a
 * database. Throws StartupError: noKeyStore, keyMissing, keyMalformed, keyReadableByOthers, wrongKey.
 */
export async function systemKey(
  dataDir: string,
  store: SystemKeyStore,
  platform: NodeJS.Platform,
): Promise<Buffer> {
  if (!(await keepsSecrets(store, platform))) throw new StartupError('noKeyStore', dataDir)
  const path = wrappedKeyPath(dataDir)
  const wrapped = await readFile(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw new StartupError('keyMalformed', path, error)
  })
  if (wrapped) {
    const { key, reWrap } = await unwrap(store, wrapped, path)
    if (reWrap) await write(store, key, path)
    // A start that was interrupted between wrapping and removing finishes here, if it is the same key.
    if ((await readKeyFile(dataDir))?.equals(key)) await rm(keyFilePath(dataDir))
    return key
  }
  const existing = await readKeyFile(dataDir)
  if (existing === null && (await hasDatabase(dataDir))) throw new StartupError('keyMissing', dataDir)
  const key = existing ?? newKey()
  await write(store, key, path)
  if (existing) await rm(keyFilePath(dataDir))
  return key
}

async function unwrap(store: SystemKeyStore, wrapped: Buffer, path: string) {
  const { result, shouldReEncrypt } = await store.decryptStringAsync(wrapped).catch((error: unknown) => {
    throw new StartupError('keyMalformed', path, error)
  })
  const key = parseKey(result)
  if (key === null) throw new StartupError('keyMalformed', path)
  return { key, reWrap: shouldReEncrypt }
}

/** Writes the wrapped key beside its place, reads it back, and only then puts it there. */
async function write(store: SystemKeyStore, key: Buffer, path: string): Promise<void> {
  const fresh = `${path}.new`
  await rm(fresh, { force: true })
  await writeOwnerOnly(fresh, await store.encryptStringAsync(key.toString('hex')))
  const { key: readBack } = await unwrap(store, await readFile(fresh), fresh)
  if (!readBack.equals(key)) throw new StartupError('keyMalformed', fresh)
  await rename(fresh, path)
}
