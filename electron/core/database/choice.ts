import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type DatabaseChoice, databaseChoice } from '#shared/contract/database'
import { StoreError } from '../store/errors'

/** Which database a desk works with, and the password when it is a server's and can be read. */
export interface KeptChoice {
  readonly choice: DatabaseChoice
  readonly password: string | null
}

/** What a desk works with until somebody chooses: the embedded database. */
export const nothingChosen: KeptChoice = { choice: { kind: 'embedded' }, password: null }

/** The password is sealed with the desk's own key, which the system's key store keeps: AES-256-GCM, nonce, tag and text in base64. */
const file = z.object({ choice: databaseChoice, sealed: z.string().nullable() })
const nonceBytes = 12
const tagBytes = 16

const pathIn = (dataDir: string) => join(dataDir, 'database.json')

function seal(password: string, key: Buffer): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = Buffer.concat([cipher.update(password, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** The password, or null when it was sealed with another key or has been changed. */
function unseal(sealed: string, key: Buffer): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64')
    const nonce = bytes.subarray(0, nonceBytes)
    const opener = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    opener.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    const text = bytes.subarray(nonceBytes + tagBytes)
    return Buffer.concat([opener.update(text), opener.final()]).toString('utf8')
  } catch {
    return null
  }
}

/**
 * What was chosen in this data folder; the embedded database when nothing was. Throws StoreError `unreadableChoice` when
 * the file cannot be made sense of: guessing could let two databases grow apart.
 */
export async function readChoice(dataDir: string, key: Buffer): Promise<KeptChoice> {
  try {
    const { choice, sealed } = file.parse(JSON.parse(await readFile(pathIn(dataDir), 'utf8')))
    return { choice, password: sealed === null ? null : unseal(sealed, key) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return nothingChosen
    throw new StoreError('unreadableChoice', error)
  }
}

/** Keeps a choice for the next start, in a file that only its owner can read. Throws StoreError `diskFull`. */
export async function writeChoice(
  dataDir: string,
  key: Buffer,
  { choice, password }: KeptChoice,
): Promise<void> {
  const path = pathIn(dataDir)
  const next = `${path}.new`
  const text = JSON.stringify({ choice, sealed: password === null ? null : seal(password, key) }, null, 2)
  try {
    // One that a killed program left behind may be readable by others.
    await rm(next, { force: true })
    const written = await open(next, 'wx', 0o600)
    await written
      .writeFile(text)
      .then(() => written.sync())
      .finally(() => written.close())
    await rename(next, path)
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw full ? new StoreError('diskFull', error) : error
  }
}
