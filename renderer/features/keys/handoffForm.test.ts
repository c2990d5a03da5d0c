import { describe, expect, it } from 'vitest'
import type { KeyView } from '#shared/contract/keyViews'
import { dueDayProblem, whyNotKey } from './handoffForm'

const key = (kind: KeyView['holder']['kind'], part: Partial<KeyView> = {}): KeyView => ({
  id: 'k',
  seq: 1,
  version: 1,
  kind: 'apartment',
  number: '1',
  setName: '',
  note: '',
  holder: { kind, residentId: null, name: null, hidden: false },
  since: '2026-01-01',
  active: true,
  handoff: null,
  ...part,
})

describe('which keys can be handed off', () => {
  it('are those that are out when they come back, and those that are in when they are fetched', () => {
    expect(whyNotKey(key('resident'), 'return')).toBeNull()
    expect(whyNotKey(key('grantee'), 'return')).toBeNull()
    expect(whyNotKey(key('blc'), 'return')).toBe('notOut')
    expect(whyNotKey(key('blc'), 'pickup')).toBeNull()
    expect(whyNotKey(key('heka'), 'pickup')).toBeNull()
    expect(whyNotKey(key('resident'), 'pickup')).toBe('notIn')
  })

  it('are none that are out of use, or in another hand-off', () => {
    const handoff = {
      id: 'h',
      direction: 'return',
      state: 'instructed',
      dueOn: '2026-12-01',
      overdue: false,
    } as const
    expect(whyNotKey(key('resident', { active: false }), 'return')).toBe('inactive')
    expect(whyNotKey(key('resident', { handoff }), 'return')).toBe('inHandoff')
  })
})

describe('the due day', () => {
  it('is a day that is not past', () => {
    expect(dueDayProblem('23.11.2026', '2026-11-23')).toBeNull()
    expect(dueDayProblem('22.11.2026', '2026-11-23')).toBe('dueDayPast')
    expect(dueDayProblem('huomenna', '2026-11-23')).toBe('badDay')
  })
})
