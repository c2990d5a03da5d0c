import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownerOnlyKey } from '../host/keyFile'
import { type SystemKeyStore, systemKey } from './systemKey'

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'heka-desk-wrapped-'))
})
afterEach(() => rmSync(base, { recursive: true }))

/** A key store that turns the text over: enough to see what is written where. The real one is Electron's. */
const keyStore = (rest: Partial<SystemKeyStore> = {}): SystemKeyStore => ({
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text) => Buffer.from([...text].reverse().join('')),
  decryptStringAsync: async (wrapped) => ({
    result: [...wrapped.toString()].reverse().join(''),
    shouldReEncrypt: false,
  }),
  ...rest,
})
const wrappedFile = () => join(base, 'desk.key.wrapped')
const plainFile = () => join(base, 'desk.key')

describe('systemKey', () => {
  it('makes a key once, wraps it, and gives the same one again', async () => {
    const key = await systemKey(base, keyStore(), 'linux')
    expect(key).toHaveLength(32)
    expect(readFileSync(wrappedFile(), 'utf8')).toBe([...key.toString('hex')].reverse().join(''))
    expect(existsSync(plainFile())).toBe(false)
    expect((await systemKey(base, keyStore(), 'linux')).equals(key)).toBe(true)
  })

  it.each(['basic_text', 'unknown'])('refuses the %s backend and writes no key at all', async (backend) => {
    const store = keyStore({ getSelectedStorageBackend: () => backend })
    await expect(systemKey(base, store, 'linux')).rejects.toMatchObject({ problem: 'noKeyStore' })
    expect(existsSync(wrappedFile()) || existsSync(plainFile())).toBe(false)
  })

  it('refuses a store that is not there', async () => {
    const store = keyStore({ isAsyncEncryptionAvailable: async () => false })
    await expect(systemKey(base, store, 'win32')).rejects.toMatchObject({ problem: 'noKeyStore' })
  })

  it("takes over the web host's key file, and removes it", async () => {
    const key = await ownerOnlyKey(base)
    writeFileSync(join(base, 'desk.db'), 'data')
    expect((await systemKey(base, keyStore(), 'darwin')).equals(key)).toBe(true)
    expect(existsSync(plainFile())).toBe(false)
    expect((await systemKey(base, keyStore(), 'darwin')).equals(key)).toBe(true)
  })

  it('keeps the key file when the wrapped copy cannot be read back', async () => {
    await ownerOnlyKey(base)
    const store = keyStore({
      decryptStringAsync: async () => ({ result: 'ab'.repeat(32), shouldReEncrypt: false }),
    })
    await expect(systemKey(base, store, 'darwin')).rejects.toMatchObject({ problem: 'keyMalformed' })
    expect(existsSync(plainFile())).toBe(true)
    expect(existsSync(wrappedFile())).toBe(false)
  })

  it('never makes a key beside a database', async () => {
    writeFileSync(join(base, 'desk.db'), 'data')
    await expect(systemKey(base, keyStore(), 'linux')).rejects.toMatchObject({ problem: 'keyMissing' })
  })

  it('says so when the wrapped key cannot be unwrapped, and leaves it', async () => {
    writeFileSync(wrappedFile(), 'torn')
    await expect(systemKey(base, keyStore(), 'linux')).rejects.toMatchObject({ problem: 'keyMalformed' })
    const refusing = keyStore({
      decryptStringAsync: async () => {
        throw new Error('locked')
      },
    })
    await expect(systemKey(base, refusing, 'linux')).rejects.toMatchObject({ problem: 'keyMalformed' })
    expect(readFileSync(wrappedFile(), 'utf8')).toBe('torn')
  })

  it('wraps the key again when the store asks for it', async () => {
    const key = await systemKey(base, keyStore(), 'linux')
    const rotated = keyStore({
      encryptStringAsync: async (text) => Buffer.from(`new:${text}`),
      decryptStringAsync: async (wrapped) => {
        const text = wrapped.toString()
        return text.startsWith('new:')
          ? { result: text.slice('new:'.length), shouldReEncrypt: false }
          : { result: [...text].reverse().join(''), shouldReEncrypt: true }
      },
    })
    expect((await systemKey(base, rotated, 'linux')).equals(key)).toBe(true)
    expect(readFileSync(wrappedFile(), 'utf8')).toBe(`new:${key.toString('hex')}`)
  })
})
