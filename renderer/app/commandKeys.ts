import { ORPCError } from '@orpc/client'
import { Unreachable } from './unreachable'

/** For so long the same thing sent again is the same command; one that is said without a word, such as calling, sooner ends. */
const keptMs = 10 * 60_000
const keptWithoutInputMs = 30_000

/** The named errors after which nobody knows whether the command was carried out. */
const unanswered: readonly string[] = ['DATABASE_LOST', 'BUSY', 'STORE_FAILED']

/** Whether a call ended with the desk's word on it: that it was done, or why not. A call that never arrived has none. */
const isAnswer = (error: unknown) =>
  error === null || (error instanceof ORPCError && !unanswered.includes(error.code))

/** Whether a call is worth sending again by itself: it got no answer, or the database was busy with others. */
export const isWorthSendingAgain = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof ORPCError && (error.code === 'DATABASE_LOST' || error.code === 'BUSY'))

/** How one call goes: the key that it carries, and what it ended with (null when it was done). */
export interface KeyedCall {
  readonly key: string
  ended(error: unknown): void
}

/**
 * Gives every call a key of its own, by which the desk carries a command out once. What is sent again because no answer
 * came carries the key of the time before.
 */
export function createCommandKeys(clock: () => number, newKey: () => string) {
  const open = new Map<string, { readonly key: string; readonly until: number }>()

  return {
    begin(path: readonly string[], input: unknown): KeyedCall {
      const what = JSON.stringify([path, input])
      for (const [each, { until }] of open) if (until <= clock()) open.delete(each)
      const key = open.get(what)?.key ?? newKey()
      return {
        key,
        ended(error) {
          if (isAnswer(error)) {
            if (open.get(what)?.key === key) open.delete(what)
          } else if (!open.has(what)) {
            const keep = input === undefined ? keptWithoutInputMs : keptMs
            open.set(what, { key, until: clock() + keep })
          }
        },
      }
    },
  }
}
