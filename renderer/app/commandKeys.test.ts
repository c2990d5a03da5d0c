import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { createCommandKeys, isWorthSendingAgain } from './commandKeys'
import { NotLaunched, Unreachable } from './unreachable'

const note = ['residents', 'addNote']
const text = { id: '1', text: 'avain jäi', at: new Date('2026-11-24T08:30:00Z') }

function setUp() {
  let now = 0
  let made = 0
  const keys = createCommandKeys(
    () => now,
    () => `key ${++made}`,
  )
  const send = (path: readonly string[], input: unknown, error: unknown) => {
    const call = keys.begin(path, input)
    call.ended(error)
    return call.key
  }
  return {
    keys,
    send,
    wait: (ms: number) => {
      now += ms
    },
  }
}

const lost = [
  new Unreachable('gone'),
  new NotLaunched('started anew'),
  new ORPCError('DATABASE_LOST'),
  new ORPCError('BUSY'),
  new ORPCError('STORE_FAILED'),
  new Error('whatever'),
]

describe('the key of a command', () => {
  it.each(lost)('is the same again after %s', (error) => {
    const { send } = setUp()
    const first = send(note, text, error)
    expect(send(note, { ...text }, error)).toBe(first)
    expect(send(note, { ...text }, null)).toBe(first)
  })

  it.each([null, new ORPCError('REFUSED'), new ORPCError('CHANGED_MEANWHILE'), new ORPCError('BAD_REQUEST')])(
    'is another after an answer: %s',
    (answer) => {
      const { send } = setUp()
      const first = send(note, text, new Unreachable('gone'))
      expect(send(note, text, answer)).toBe(first)
      expect(send(note, text, null)).not.toBe(first)
    },
  )

  it('is another for anything else', () => {
    const { send } = setUp()
    const first = send(note, text, new Unreachable('gone'))
    expect(send(note, { ...text, text: 'avain löytyi' }, null)).not.toBe(first)
    expect(send(note, { ...text, at: new Date('2026-11-24T08:31:00Z') }, null)).not.toBe(first)
    expect(send(['appointments', 'book'], text, null)).not.toBe(first)
    expect(send(note, text, null)).toBe(first)
  })

  it('is another after ten minutes', () => {
    const { send, wait } = setUp()
    const first = send(note, text, new Unreachable('gone'))
    wait(10 * 60_000 - 1)
    expect(send(note, text, new Unreachable('gone'))).toBe(first)
    wait(1)
    expect(send(note, text, null)).not.toBe(first)
  })

  it('is another after half a minute for what takes no words: the next call of a number is a new wish', () => {
    const { send, wait } = setUp()
    const callNext = ['visits', 'callNext']
    const first = send(callNext, undefined, new Unreachable('gone'))
    expect(send(callNext, undefined, new Unreachable('gone'))).toBe(first)
    wait(30_000)
    expect(send(callNext, undefined, null)).not.toBe(first)
  })

  it('is each one’s own while both are on their way, and the one that got no answer is asked about again', () => {
    const { keys, send } = setUp()
    const one = keys.begin(note, text)
    const other = keys.begin(note, text)
    expect(other.key).not.toBe(one.key)
    one.ended(new Unreachable('gone'))
    other.ended(null)
    expect(send(note, text, null)).toBe(one.key)
  })
})

it('what got no answer is sent again by itself, and nothing else', () => {
  expect(lost.filter(isWorthSendingAgain)).toEqual([lost[0], lost[2], lost[3]])
  expect(isWorthSendingAgain(new ORPCError('REFUSED'))).toBe(false)
})
