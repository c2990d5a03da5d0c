/** What went wrong in a database, by name, whichever engine it was. */
export type StoreProblem =
  | 'unique'
  | 'foreignKey'
  | 'appendOnly'
  | 'busy'
  | 'diskFull'
  | 'wrongKey'
  | 'damaged'
  | 'newerDatabase'
  | 'inUse'
  | 'unreachable'
  | 'failed'

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
  '28P01': 'wrongKey',
  '28000': 'wrongKey',
  '3D000': 'unreachable',
  '57P01': 'unreachable',
  '57P03': 'unreachable',
  EAI_AGAIN: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  ETIMEDOUT: 'unreachable',
}

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
  if (code === null) return error
  const sqlite = sqliteProblems.find(([prefix]) => code.startsWith(prefix))?.[1]
  if (sqlite) return new StoreError(sqlite, error)
  const postgres = postgresProblems[code]
  if (postgres) return new StoreError(postgres, error)
  const engine = code.startsWith('SQLITE_') || /^[0-9A-Z]{5}$/.test(code)
  return engine ? new StoreError('failed', error) : error
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
