import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arranged, type BoardCall, callsAnew, earlierShown } from './calls'

const call = (number: string, deskNo = 1, times = 1): BoardCall => ({
  number,
  deskNo,
  times,
  at: new Date('2026-11-24T07:00:00Z'),
})
const calls = fc.array(
  fc
    .tuple(
      fc.constantFrom('A1', 'A2', 'B1', 'B12'),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([number, deskNo, times]) => call(number, deskNo, times)),
  { maxLength: 8 },
)

describe('arranged', () => {
  it('has no newest when nobody is called', () => {
    expect(arranged([])).toEqual({ newest: null, earlier: [] })
  })
  it('shows the newest apart, and not more of the others than there is room for', () => {
    const called = Array.from({ length: 8 }, (_, at) => call(`B${8 - at}`))
    const { newest, earlier } = arranged(called)
    expect(newest?.number).toBe('B8')
    expect(earlier.map(({ number }) => number)).toEqual(['B7', 'B6', 'B5', 'B4', 'B3'])
    expect(earlier).toHaveLength(earlierShown)
  })
})

describe('callsAnew', () => {
  it('is silent about who was called before the board was opened', () => {
    fc.assert(
      fc.property(calls, (now) => {
        expect(callsAnew(null, now)).toBe(false)
      }),
    )
  })
  it('is silent when nothing is new, also when somebody has gone', () => {
    fc.assert(
      fc.property(calls, fc.nat(8), (before, from) => {
        expect(callsAnew(before, before.slice(from))).toBe(false)
      }),
    )
  })
  it('hears a new number, one that is called again, and one that is called to another desk', () => {
    expect(callsAnew([], [call('A1')])).toBe(true)
    expect(callsAnew([call('A1')], [call('B1'), call('A1')])).toBe(true)
    expect(callsAnew([call('A1')], [call('A1', 1, 2)])).toBe(true)
    expect(callsAnew([call('A1')], [call('A1', 2, 1)])).toBe(true)
  })
})
