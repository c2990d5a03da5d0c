import { randomBytes, scryptSync } from 'node:crypto'

/** The password of everybody in the tests. */
export const password = 'oikein hyvä salasana'

const salt = randomBytes(16)
const cheapKey = scryptSync(password, salt, 32, { N: 16, r: 8, p: 1 })

/** That password under a hash that takes no time: hashes carry their own parameters. */
export const cheapHash = `scrypt$16$8$1$${salt.toString('base64url')}$${cheapKey.toString('base64url')}`
