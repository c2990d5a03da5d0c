import { describe, expect, it } from 'vitest'
import { mailProblems, messageStates } from '#shared/rules/outbox'
import { actsFor, needsAsking } from './acts'
import { adviceFor, adviceOn } from './problems'

describe('what can be done with a message', () => {
  it('is nothing while it is being sent, nor when it is not needed any more', () => {
    expect(actsFor({ state: 'sending' })).toEqual([])
    expect(actsFor({ state: 'dropped' })).toEqual([])
  })

  it('is everything when it failed, or nobody knows whether it arrived', () => {
    for (const state of ['failed', 'uncertain'] as const) {
      expect(actsFor({ state })).toEqual(['resend', 'arrived', 'drop'])
    }
  })

  it('is asked about when the customer could get it twice, or never', () => {
    const asked = (act: 'resend' | 'drop' | 'arrived') =>
      messageStates.filter((state) => actsFor({ state }).includes(act) && needsAsking(act, { state }))
    expect(asked('resend')).toEqual(['sent', 'uncertain'])
    expect(asked('drop')).toEqual(['waiting', 'failed', 'uncertain'])
    expect(asked('arrived')).toEqual([])
  })
})

describe('advice', () => {
  it('is given on what a person can mend, while the message has not gone out', () => {
    expect(mailProblems.filter((problem) => adviceFor(problem) === null)).toEqual([
      'tooLate',
      'superseded',
      'droppedByHand',
    ])
    expect(adviceOn({ state: 'failed', problem: 'recipientRefused' })).toBe('recipientRefused')
    expect(adviceOn({ state: 'sent', problem: 'unreachable' })).toBeNull()
    expect(adviceOn({ state: 'waiting', problem: null })).toBeNull()
  })
})
