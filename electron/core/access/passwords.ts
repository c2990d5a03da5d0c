import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** OWASP's scrypt parameters; they stand in each hash, so that raising them leaves old hashes readable. */
const parameters = { N: 2 ** 17, r: 8, p: 1 } as const
const keyLength = 32

// scrypt needs 128·N·r bytes; Node's default ceiling is below that.
const memory = (N: number, r: number) => 256 * N * r

const normal = (password: string) => password.normalize('NFKC')

/** A password's hash: `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const { N, r, p } = parameters
  const salt = randomBytes(16)
  const key = await derive(normal(password), salt, keyLength, { N, r, p, maxmem: memory(N, r) })
  return formatHash(salt, key)
}

function formatHash(salt: Buffer, key: Buffer): string {
  const { N, r, p } = parameters
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether the password is the one behind the hash, with the parameters that stand in the hash. */
export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt, key] = hash.split('$')
  const expected = Buffer.from(key ?? '', 'base64url')
  if (expected.length === 0) return false
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: memory(Number(N), Number(r)) }
  const actual = await derive(
    normal(password),
    Buffer.from(salt ?? '', 'base64url'),
    expected.length,
    options,
  )
  return timingSafeEqual(actual, expected)
}

// A key drawn by lot is no password's, and takes no derivation of its own to make.
const nobody = formatHash(randomBytes(16), randomBytes(keyLength))

/** Spends as long as a real check, for a username that nobody has: the time tells nothing. Always false. */
export async function checkNobody(password: string): Promise<false> {
  await checkPassword(password, nobody)
  return false
}
