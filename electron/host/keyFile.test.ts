import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultDataFolder, prepareDataFolder } from './dataFolder'
import { ownerOnlyKey } from './keyFile'

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'heka-desk-key-'))
})
afterEach(() => rmSync(base, { recursive: true }))

const mode = (path: string) => statSync(path).mode & 0o777

describe.skipIf(process.platform === 'win32')('prepareDataFolder', () => {
  it('makes a folder for its owner only', async () => {
    const folder = await prepareDataFolder(join(base, 'a', 'b'))
    expect(mode(folder)).toBe(0o700)
  })

  it('closes an empty folder, and one of its own, to others', async () => {
    for (const files of [[], ['desk.db']]) {
      const folder = join(base, `open${files.length}`)
      mkdirSync(folder)
      chmodSync(folder, 0o755)
      for (const file of files) writeFileSync(join(folder, file), '')
      await prepareDataFolder(folder)
      expect(mode(folder)).toBe(0o700)
    }
  })

  it("leaves somebody else's folder as it is", async () => {
    chmodSync(base, 0o755)
    writeFileSync(join(base, 'letter.txt'), '')
    await expect(prepareDataFolder(base)).rejects.toMatchObject({ problem: 'folderOpenToOthers' })
    expect(mode(base)).toBe(0o755)
  })

  it('names a folder that cannot be', async () => {
    writeFileSync(join(base, 'file'), '')
    await expect(prepareDataFolder(join(base, 'file', 'data'))).rejects.toMatchObject({
      problem: 'folderUnusable',
    })
  })
})

describe('defaultDataFolder', () => {
  it.each([
    ['linux', {}, '/home/me/.local/share/heka-desk'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/heka-desk'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/me/.local/share/heka-desk'],
    ['darwin', {}, '/home/me/Library/Application Support/Heka Desk'],
    ['win32', { LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' }, 'C:\\Users\\me\\AppData\\Local\\Heka Desk'],
  ] as const)('on %s with %o is %s', (platform, env, folder) => {
    expect(defaultDataFolder(platform, env, '/home/me')).toBe(folder)
  })
})

describe('ownerOnlyKey', () => {
  const file = () => join(base, 'desk.key')

  it('makes a key once and then keeps it', async () => {
    const key = await ownerOnlyKey(base)
    expect(key).toHaveLength(32)
    expect(readFileSync(file(), 'utf8')).toBe(`${key.toString('hex')}\n`)
    if (process.platform !== 'win32') expect(mode(file())).toBe(0o600)
    expect((await ownerOnlyKey(base)).equals(key)).toBe(true)
  })

  it('makes another key in another folder', async () => {
    const other = join(base, 'other')
    mkdirSync(other)
    expect((await ownerOnlyKey(base)).equals(await ownerOnlyKey(other))).toBe(false)
  })

  it('gives two starts at once the same key', async () => {
    const keys = await Promise.allSettled([ownerOnlyKey(base), ownerOnlyKey(base)])
    const given = keys
      .filter((result) => result.status === 'fulfilled')
      .map((result) => result.value.toString('hex'))
    expect(new Set(given).size).toBe(1)
  })

  it('never makes a key beside a database', async () => {
    writeFileSync(join(base, 'desk.db'), 'data')
    await expect(ownerOnlyKey(base)).rejects.toMatchObject({ problem: 'keyMissing' })
    expect(() => statSync(file())).toThrow()
  })

  it("does not make one where the system's key store has it", async () => {
    writeFileSync(join(base, 'desk.key.wrapped'), 'wrapped')
    await expect(ownerOnlyKey(base)).rejects.toMatchObject({ problem: 'keyInSystem' })
  })

  it.each(['', 'ab'.repeat(31), 'ab'.repeat(33), 'zz'.repeat(32), `${'ab'.repeat(32)} `])(
    'refuses %j as a key, and leaves the file',
    async (text) => {
      writeFileSync(file(), text, { mode: 0o600 })
      await expect(ownerOnlyKey(base)).rejects.toMatchObject({ problem: 'keyMalformed' })
      expect(readFileSync(file(), 'utf8')).toBe(text)
    },
  )

  it.skipIf(process.platform === 'win32')(
    'refuses a key that others can read, and a link to one',
    async () => {
      writeFileSync(file(), 'ab'.repeat(32))
      chmodSync(file(), 0o640)
      await expect(ownerOnlyKey(base)).rejects.toMatchObject({ problem: 'keyReadableByOthers' })
      rmSync(file())
      writeFileSync(join(base, 'elsewhere'), 'ab'.repeat(32), { mode: 0o600 })
      symlinkSync(join(base, 'elsewhere'), file())
      await expect(ownerOnlyKey(base)).rejects.toMatchObject({ problem: 'keyMalformed' })
    },
  )
})
