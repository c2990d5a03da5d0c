import { CopyError } from '#core/database/copy'
import { nameStoreError, StoreError } from '#core/store/errors'
import { databaseProblems } from '#shared/contract/database'
import { exitCodeOf, StartupError, startupMessage } from '../host/startupProblems'
import { type Language, said } from './messages'
import { problemTexts, serverTexts, startupTexts } from './problemMessages'

export type CommandProblem = keyof typeof problemTexts

/** A command that came to nothing, for a reason that the administrator can do something about. */
export class CommandError extends Error {
  readonly problem: CommandProblem
  /** The file, table, user or name that it is about. */
  readonly detail: string
  constructor(problem: CommandProblem, detail: string, cause?: unknown) {
    super(problem, { cause })
    this.name = 'CommandError'
    this.problem = problem
    this.detail = detail
  }
}

/** What went wrong in plain words, with the exit code that is always that problem's own. */
export interface Told {
  readonly exitCode: number
  readonly text: string
}

/**
 * Names a failed command. Exit codes: 1 a fault of the program, 2 a wrong option, 3 to 17 those of the program's start, 20 to
 * 39 the command's own, from 40 those of a database, in the order of `databaseProblems`.
 */
export function tellProblem(error: unknown, language: Language): Told {
  if (error instanceof CommandError || error instanceof CopyError) {
    const exitCode = 20 + Object.keys(problemTexts).indexOf(error.problem)
    return { exitCode, text: said(problemTexts[error.problem][language], { detail: error.detail }) }
  }
  if (error instanceof StartupError) {
    const swedish = language === 'sv' ? startupTexts[error.problem] : undefined
    const text = swedish
      ? said(swedish, { detail: error.detail })
      : startupMessage(error, language === 'fi' ? 'fi' : 'en')
    return { exitCode: exitCodeOf(error), text }
  }
  const named = nameStoreError(error)
  const problem =
    named instanceof StoreError ? databaseProblems.find((each) => each === named.problem) : undefined
  if (problem)
    return { exitCode: 40 + databaseProblems.indexOf(problem), text: serverTexts[problem][language] }
  const other = named instanceof StoreError && Object.hasOwn(problemTexts, named.problem)
  if (other) return tellProblem(new CommandError(named.problem as CommandProblem, ''), language)
  return { exitCode: 1, text: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
}
