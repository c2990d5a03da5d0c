import { describe, expect, it } from 'vitest'
import { changedFields, textIn, textsIn } from './eventDetail'

describe('the detail of an event', () => {
  it('gives what is there, and nothing for what is not', () => {
    const detail = { step: 'linkSent', refusals: ['documentExpired', 3], count: 2 }
    expect(textIn(detail, 'step')).toBe('linkSent')
    expect(textIn(detail, 'count')).toBe('')
    expect(textsIn(detail, 'refusals')).toEqual(['documentExpired'])
    expect(textsIn(detail, 'none')).toEqual([])
  })

  it('tells a removal and an addition from values that are hidden', () => {
    const changed = [
      { field: 'phone', before: '+358401234567', after: null },
      { field: 'email', before: null, after: null },
      'odd',
      { field: 7, before: 'a', after: 'b' },
    ]
    expect(changedFields({ changed })).toEqual([
      { field: 'phone', before: '+358401234567', after: null },
      { field: 'email', before: null, after: null },
    ])
    expect(changedFields({})).toEqual([])
  })
})
