import { ORPCError } from '@orpc/client'
import { NotLaunched, Unreachable } from './unreachable'

/** What is wrong with one field, by a name that `common:fieldProblem.*` translates. */
export type FieldProblem = 'required' | 'controlCharacters' | 'tooLong' | 'tooShort' | 'wrongFormat'

export interface FieldIssue {
  /** The field's path in the input, joined by dots: `email`, `document.lastName`. */
  readonly field: string
  readonly problem: FieldProblem
}

/** An error by the name that `refusals:<name>` translates. */
export interface NamedError {
  readonly name: string
  /** The input field that a refusal belongs to. */
  readonly field?: string
  /** For `badInput`: the fields that the desk did not take. */
  readonly issues?: readonly FieldIssue[]
}

/** The names that are not refusals of a rule: the contract's own errors, and what the page itself finds. */
export const ownErrorNames = [
  'SIGN_IN_REQUIRED',
  'LOCKED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CHANGED_MEANWHILE',
  'BUSY',
  'DISK_FULL',
  'DATABASE_LOST',
  'STORE_FAILED',
  'SLOT_TAKEN',
  'badInput',
  'unreachable',
  'notLaunched',
  'unexpected',
] as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function problemOf(issue: Record<string, unknown>): FieldProblem {
  if (issue.message === 'required' || issue.message === 'controlCharacters') return issue.message
  if (issue.code === 'too_big') return 'tooLong'
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'tooShort'
  return 'wrongFormat'
}

function issuesOf(data: unknown): readonly FieldIssue[] {
  const issues = isRecord(data) && Array.isArray(data.issues) ? data.issues : []
  return issues.filter(isRecord).map((issue) => ({
    field: Array.isArray(issue.path) ? issue.path.join('.') : '',
    problem: problemOf(issue),
  }))
}

/**
 * Names any error that a call can end with. `REFUSED` gives its refusal and field, `BAD_REQUEST` gives `badInput` with the
 * fields, a lost desk gives `unreachable`, a page opened without the program `notLaunched`; what has no name is
 * `unexpected`.
 */
export function errorName(error: unknown): NamedError {
  if (error instanceof Unreachable) return { name: 'unreachable' }
  if (error instanceof NotLaunched) return { name: 'notLaunched' }
  if (!(error instanceof ORPCError)) return { name: 'unexpected' }
  const data: unknown = error.data
  if (error.code === 'REFUSED' && isRecord(data) && typeof data.refusal === 'string') {
    return { name: data.refusal, ...(typeof data.field === 'string' ? { field: data.field } : {}) }
  }
  if (error.code === 'BAD_REQUEST') return { name: 'badInput', issues: issuesOf(data) }
  const known = ownErrorNames.find((name) => name === error.code)
  return { name: known ?? (error.status === 503 ? 'BUSY' : 'unexpected') }
}

/** Whether an error is a named one: `isNamed(mutation.error, 'CHANGED_MEANWHILE')`. */
export const isNamed = (error: unknown, name: string): boolean =>
  error !== null && errorName(error).name === name
