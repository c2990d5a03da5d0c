import { ORPCError } from '@orpc/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from './queryClient'
import { Unreachable } from './unreachable'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  queryClient.clear()
  vi.useRealTimers()
})

/** What a call ends with while all waiting takes no time. */
async function ended<Value>(call: Promise<Value>): Promise<Value | Error> {
  const settled = call.catch((error: Error) => error)
  await vi.runAllTimersAsync()
  return settled
}

describe('what was read', () => {
  const queryKey = ['read']
  const read = (queryFn: () => Promise<string>) =>
    ended(queryClient.fetchQuery({ queryKey, queryFn, staleTime: 0 }))

  it.each([new Unreachable('gone'), new ORPCError('DATABASE_LOST'), new ORPCError('STORE_FAILED')])(
    'stays as it is when it cannot be read anew because of %s, and is read again later',
    async (error) => {
      await read(async () => 'first')
      expect(await read(() => Promise.reject(error))).toBe(error)
      expect(queryClient.getQueryState(queryKey)).toMatchObject({
        data: 'first',
        status: 'success',
        error: null,
        isInvalidated: true,
      })
    },
  )

  it('is told to be gone when the desk says so', async () => {
    await read(async () => 'first')
    const error = new ORPCError('NOT_FOUND')
    await read(() => Promise.reject(error))
    expect(queryClient.getQueryState(queryKey)).toMatchObject({ status: 'error', error })
  })

  it('was not read at all when there was no answer the first time', async () => {
    const error = new Unreachable('gone')
    await read(() => Promise.reject(error))
    expect(queryClient.getQueryState(queryKey)).toMatchObject({ status: 'error', error })
  })
})

describe('a command', () => {
  const send = (mutationFn: () => Promise<string>) =>
    ended(queryClient.getMutationCache().build(queryClient, { mutationFn }).execute(undefined))

  it('is sent again by itself while no answer comes, and then the person decides', async () => {
    const answers = vi.fn<() => Promise<string>>()
    answers
      .mockRejectedValueOnce(new Unreachable('gone'))
      .mockRejectedValueOnce(new ORPCError('DATABASE_LOST'))
    answers.mockResolvedValueOnce('done')
    expect(await send(answers)).toBe('done')
    expect(answers).toHaveBeenCalledTimes(3)
    answers.mockClear().mockRejectedValue(new ORPCError('BUSY'))
    expect(await send(answers)).toMatchObject({ code: 'BUSY' })
    expect(answers).toHaveBeenCalledTimes(5)
  })

  it.each(['REFUSED', 'CHANGED_MEANWHILE', 'STORE_FAILED'])(
    'is sent once when the answer is %s',
    async (code) => {
      const answers = vi.fn(() => Promise.reject(new ORPCError(code)))
      expect(await send(answers)).toMatchObject({ code })
      expect(answers).toHaveBeenCalledTimes(1)
    },
  )
})
