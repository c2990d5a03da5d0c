import { scrypt } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { checkNobody, checkPassword, hashPassword } from './passwords'

// The real derivation, counted: what takes the same derivations takes the same time.
vi.mock('node:crypto', async (importOriginal) => {
  const crypto = await importOriginal<typeof import('node:crypto')>()
  return { ...crypto, scrypt: vi.fn(crypto.scrypt) }
})

const derivations = () =>
  vi
    .mocked(scrypt)
    .mock.calls.map((call) => call.find((argument) => typeof argument === 'object' && 'N' in argument))

beforeEach(() => {
  vi.mocked(scrypt).mockClear()
})

describe('a password', () => {
  it('is kept as a hash that names its own parameters, OWASP’s', async () => {
    const hash = await hashPassword('oikein hyvä salasana')
    expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(await hashPassword('oikein hyvä salasana')).not.toBe(hash)
  })

  it('is checked with the parameters of its hash, not with today’s', async () => {
    // RFC 7914, section 12, the third of its vectors: password `pleaseletmein`, salt `SodiumChloride`.
    const salt = Buffer.from('SodiumChloride').toString('base64url')
    const key =
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887'
    const hash = `scrypt$16384$8$1$${salt}$${Buffer.from(key, 'hex').toString('base64url')}`
    expect(await checkPassword('pleaseletmein', hash)).toBe(true)
    expect(await checkPassword('pleaseletmeout', hash)).toBe(false)
    expect(derivations()).toMatchObject([{ N: 16384 }, { N: 16384 }])
  })

  it('is the same however its letters are composed', async () => {
    const hash = await hashPassword('hyv\u00e4 salasana')
    expect(await checkPassword('hyva\u0308 salasana', hash)).toBe(true)
    expect(await checkPassword('hyva salasana', hash)).toBe(false)
  })

  it.each(['', 'scrypt', 'scrypt$131072$8$1$salt$', 'plain text'])(
    'fits no broken hash: %j',
    async (hash) => {
      expect(await checkPassword('', hash)).toBe(false)
    },
  )

  it('of nobody costs what a person’s costs, from the first time on', async () => {
    await checkNobody('oikein hyvä salasana')
    const nobodys = derivations()
    vi.mocked(scrypt).mockClear()
    const hash = await hashPassword('oikein hyvä salasana')
    vi.mocked(scrypt).mockClear()
    await checkPassword('väärä salasana', hash)
    expect(nobodys).toEqual(derivations())
    expect(nobodys).toHaveLength(1)
  })
})
