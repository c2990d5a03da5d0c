import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { CommandError } from './problems'

/** Who is asked, and where a password may be given besides a file. */
export interface Asking {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Asks at the terminal without showing what is typed; null when nobody is there. */
  readonly ask: ((user: string) => Promise<string>) | null
}

/** A password that nobody chose: 24 letters, digits, - and _. */
export const drawPassword = (): string => randomBytes(18).toString('base64url')

/** The first line of a file that only its owner can read. Throws CommandError: passwordFile, passwordFileOpen. */
async function readPasswordFile(path: string): Promise<string> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new CommandError('passwordFile', path, error)
  })
  try {
    const { mode } = await file.stat()
    // Windows has no such bits: there the folder's access list keeps others out.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new CommandError('passwordFileOpen', path)
    const [line = ''] = (await file.readFile('utf8')).split(/\r?\n/)
    if (line === '') throw new CommandError('passwordFile', path)
    return line
  } finally {
    await file.close()
  }
}

/** A password that was given in a file or in a variable of the environment; null when it was not. */
export async function givenPassword(
  file: string | null,
  variable: string,
  { env }: Asking,
): Promise<string | null> {
  return file === null ? (env[variable] ?? null) : readPasswordFile(file)
}

/** The password of who signs in, asked for when it was not given. Throws CommandError: passwordNeeded and those of the file. */
export async function signInPassword(
  { user, host }: { readonly user: string; readonly host: string },
  file: string | null,
  variable: string,
  asking: Asking,
): Promise<string> {
  const given = await givenPassword(file, variable, asking)
  if (given !== null) return given
  // Over this computer's own socket the server knows who is asking.
  if (host.startsWith('/')) return ''
  if (asking.ask === null) throw new CommandError('passwordNeeded', variable)
  return asking.ask(user)
}

/**
 * A password as PostgreSQL keeps it (RFC 5803): so it is told to the server without being said, and no log has it.
 * Only for printable ASCII, which no client changes before it hashes.
 */
export function scramVerifier(password: string, salt = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64')
  const serverKey = hmac('Server Key').toString('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}

/** Whether a password may be given to the desks' user. */
export const isGoodPassword = (password: string): boolean => /^[\x20-\x7e]{12,200}$/.test(password)
