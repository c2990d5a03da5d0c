import { describe, expect, it } from 'vitest'
import { messageStates } from '#shared/rules/outbox'
import { nextStep } from './nextStep'

const now = new Date('2026-11-25T07:00:00Z')
const soon = new Date('2026-11-25T07:01:00Z')
const later = new Date('2026-11-26T07:00:00Z')
const step = (nextTryAt: Date | null, problem: 'timedOut' | null = null, configured = true) =>
  nextStep({ state: 'waiting', nextTryAt, problem }, configured, now)

describe('what happens next to a message', () => {
  it('is told only of one that waits', () => {
    const told = messageStates.filter((state) =>
      nextStep({ state, nextTryAt: now, problem: null }, true, now),
    )
    expect(told).toEqual(['waiting'])
  })

  it('is soon, at its own time, or again after a failed try', () => {
    expect(step(now)).toEqual({ what: 'soon' })
    expect(step(soon)).toEqual({ what: 'soon' })
    expect(step(soon, 'timedOut')).toEqual({ what: 'againSoon' })
    expect(step(later)).toEqual({ what: 'scheduled', at: later })
    expect(step(later, 'timedOut')).toEqual({ what: 'again', at: later })
  })

  it('is nothing without a server, but a reminder has its time all the same', () => {
    expect(step(now, null, false)).toEqual({ what: 'noServer' })
    expect(step(later, 'timedOut', false)).toEqual({ what: 'noServer' })
    expect(step(later, null, false)).toEqual({ what: 'scheduled', at: later })
  })
})
