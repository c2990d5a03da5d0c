import { ORPCError } from '@orpc/server'

/** What a call ended with, by name: `done`, the rule's refusal, or the error's own name. What is no named error is thrown on. */
export async function nameOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const { data } = error as { data?: { refusal?: string } }
    return data?.refusal ?? String(error.code)
  }
}

/** What calls that run at once ended with, in alphabetical order: which of them comes first is chance. */
export const namesOf = async (calls: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.all(calls.map(nameOf))).sort()
