import { ORPCError } from '@orpc/server'

/** What a call ended with, by name: `done`, the rule's refusal, or the error's own name. What is no named error is thrown on. */
export async function nameOf(call: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([call])
  return nameOfSettled(settled)
}

/** As `nameOf`, of a call that has ended. */
export function nameOfSettled(settled: PromiseSettledResult<unknown>): string {
  if (settled.status === 'fulfilled') return 'done'
  const error: unknown = settled.reason
  if (!(error instanceof ORPCError)) throw error
  const { data } = error as { data?: { refusal?: string } }
  return data?.refusal ?? String(error.code)
}

/** What calls that ran at once ended with, in alphabetical order: which of them comes first is chance. */
export const namesOf = (calls: readonly PromiseSettledResult<unknown>[]): string[] =>
  calls.map(nameOfSettled).sort()
