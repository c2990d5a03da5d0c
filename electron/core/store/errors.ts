import type { databaseProblems } from '#shared/contract/database'

/** What went wrong in a database, by name, whichever engine it was. */
export type StoreProblem =
  | 'unique'
  | 'foreignKey'
  | 'appendOnly'
  | 'busy'
  | 'diskFull'
  | 'wrongKey'
  | 'damaged'
  | 'inUse'
  | 'failed'
  | ServerProblem

/** Why a desk cannot work with an office's PostgreSQL, or with a database of another program's version. */
export type ServerProblem = (typeof databaseProblems)[number]

/** A database error under its own name. The engine's message stays in `cause` and out of every answer and log. */
export class StoreError extends Error {
  readonly problem: StoreProblem
  constructor(problem: StoreProblem, cause?: unknown) {
    super(problem, { cause })
    this.name = 'StoreError'
    this.problem = problem
  }
}

const sqliteProblems: readonly (readonly [string, StoreProblem])[] = [
  ['SQLITE_CONSTRAINT_UNIQUE', 'unique'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'unique'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'foreignKey'],
  ['SQLITE_CONSTRAINT_TRIGGER', 'appendOnly'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_IOERR_WRITE', 'diskFull'],
  ['SQLITE_NOTADB', 'wrongKey'],
  ['SQLITE_CORRUPT', 'damaged'],
]

const postgresProblems: Readonly<Record<string, StoreProblem>> = {
  '23505': 'unique',
  '23503': 'foreignKey',
  P0001: 'appendOnly',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '53100': 'diskFull',
  '28P01': 'wrongPassword',
  '28000': 'wrongPassword',
  '3D000': 'noDatabase',
  '42501': 'missingRight',
  '53300': 'tooManyDesks',
  '25006': 'recovering',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'recovering',
  '08000': 'unreachable',
  '08003': 'unreachable',
  '08006': 'unreachable',
  EAI_AGAIN: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
}

/** Node's and OpenSSL's codes for a certificate that is not trusted and for TLS that fails. */
const tlsFailure =
  /^(CERT_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|EPROTO$)|SELF_SIGNED_CERT|_CA$|HOSTNAME_MISMATCH/

/** What the driver says without a code when a connection is gone or does not answer (pg, pg-pool: their sources). */
const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout expired|timeout exceeded when trying to connect)/
/** A server that has no TLS, or answers what is not PostgreSQL's. */
const noTls = /^(The server does not support SSL|There was an error establishing an SSL) connection/
/** A password that cannot be the server's, or a server that does not know it either (pg: crypto/sasl.js). */
const noSignIn = /^SASL: /

/** The engine's error code, wherever in the chain of causes it sits (drizzle wraps the engine's error). */
function engineCode(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return null
}

/** Names an engine's error. A StoreError passes through; anything that is no database error is returned as it was. */
export function nameStoreError(error: unknown): unknown {
  if (error instanceof StoreError) return error
  const code = engineCode(error)
  if (code === null) return nameDriverError(error)
  const sqlite = sqliteProblems.find(([prefix]) => code.startsWith(prefix))?.[1]
  if (sqlite) return new StoreError(sqlite, error)
  const postgres = postgresProblems[code]
  if (postgres) return new StoreError(postgres, error)
  if (tlsFailure.test(code)) return new StoreError('untrustedServer', error)
  const engine = code.startsWith('SQLITE_') || /^[0-9A-Z]{5}$/.test(code)
  return engine ? new StoreError('failed', error) : error
}

/** Names what the driver tells in words alone; anything else is returned as it was. */
function nameDriverError(error: unknown): unknown {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (lostConnection.test(at.message)) return new StoreError('unreachable', error)
    if (noTls.test(at.message)) return new StoreError('untrustedServer', error)
    if (noSignIn.test(at.message)) return new StoreError('wrongPassword', error)
  }
  return error
}

/** Does something with a database; what goes wrong in it is named. */
export async function naming<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw nameStoreError(error)
  }
}

/**
 * An unexpected error as it may be reported: what kind it was and where, without its words. They may quote what somebody
 * typed, and a failed query carries its values.
 */
export function withoutWords(error: unknown): Error {
  const named = nameStoreError(error)
  const kind = named instanceof Error ? named.name : typeof named
  const problem = named instanceof StoreError ? [named.problem, engineCode(error)] : []
  const told = new Error([kind, ...problem].filter((word) => word !== null).join(' '))
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  told.stack = [told.message, ...frames].join('\n')
  return told
}

/** True when the error is the named database problem. */
export const isStoreProblem = (error: unknown, problem: StoreProblem): boolean => {
  const named = nameStoreError(error)
  return named instanceof StoreError && named.problem === problem
}
