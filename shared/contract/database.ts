import * as z from 'zod'
import { base, paragraph, refusals, requiredLine } from './base'

/** Why a desk cannot work with a database, by name; the page says what to do about each. */
export const databaseProblems = [
  'unreachable',
  'wrongPassword',
  'noDatabase',
  'untrustedServer',
  'oldServer',
  'recovering',
  'tooManyDesks',
  'missingExtension',
  'missingRight',
  'notOurs',
  'emptyDatabase',
  'halfSchema',
  'olderDatabase',
  'newerDatabase',
  'unreadableChoice',
] as const
export type DatabaseProblem = (typeof databaseProblems)[number]

/** Where the office's PostgreSQL is. Its password is kept apart and never given back. */
export const serverAddress = z.object({
  host: requiredLine(253),
  port: z.int().min(1).max(65_535),
  database: requiredLine(63),
  user: requiredLine(63),
  /** The certificate of the authority that vouches for the server, PEM; empty for those that the system trusts. */
  authority: paragraph(20_000),
})
export type ServerAddress = z.infer<typeof serverAddress>

/** Where this desk keeps everything. */
export const databaseChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('embedded') }),
  z.object({ kind: z.literal('postgres'), address: serverAddress }),
])
export type DatabaseChoice = z.infer<typeof databaseChoice>

/** What a test of a database looks at, in this order; what comes after the first that fails is not known. */
export const databaseChecks = [
  'reach',
  'signIn',
  'version',
  'writable',
  'extension',
  'schema',
  'rights',
] as const

/** How the desk's database is. Holds nothing about any person. */
export const databaseState = z.object({
  kind: z.enum(['embedded', 'postgres']),
  /** `ready`; `lost` while a server that was there does not answer; `closed` when it could not be opened. */
  state: z.enum(['ready', 'lost', 'closed']),
  since: z.date().nullable(),
  /** Why it is not ready, where that is known. */
  problem: z.enum(databaseProblems).nullable(),
  /** How far this computer's clock is ahead of the database's, milliseconds; null when it is the same clock. */
  clockAheadMs: z.int().nullable(),
})
export type DatabaseState = z.infer<typeof databaseState>

/** The password as it is, or null for the one that is kept for exactly this address. */
const password = z
  .string()
  .min(1)
  .max(1000)
  .refine((text) => text.isWellFormed(), 'controlCharacters')
  .nullable()

/**
 * Which database this desk works with. Anybody at the computer may choose while nobody can sign in (the first run, or a
 * database that cannot be opened); afterwards an administrator.
 */
export const database = {
  /** The choice as it is now, and whether a password is kept for it. */
  read: base
    .meta({ roles: 'public' })
    .output(z.object({ choice: databaseChoice, passwordKept: z.boolean(), mayChoose: z.boolean() })),
  /** Tries an address out and says what is right and what is not. Changes nothing. */
  test: base
    .meta({ command: true, again: true, roles: 'public' })
    .errors(refusals('passwordNeeded', 'authorityInvalid'))
    .input(z.object({ address: serverAddress, password }))
    .output(
      z.object({
        passed: z.array(z.enum(databaseChecks)),
        failed: z.object({ check: z.enum(databaseChecks), problem: z.enum(databaseProblems) }).nullable(),
        /** What the server says it is, such as `18.4`; null when it was not reached. */
        serverVersion: z.string().nullable(),
        /** The user may do more than a desk needs: it could change what was recorded. */
        mayDoTooMuch: z.boolean(),
        clockAheadMs: z.int().nullable(),
      }),
    ),
  /**
   * Goes over to another database, once it has been opened. Everybody is signed out; what was there stays where it was. The
   * record is left where the person is known, otherwise in the database that is taken into use.
   */
  choose: base
    .meta({ command: true, again: true, roles: 'public', audit: {} })
    .errors(refusals('passwordNeeded', 'authorityInvalid', 'sameDatabase', ...databaseProblems))
    .input(z.object({ choice: databaseChoice, password }))
    .output(z.object({ database: databaseState })),
}
