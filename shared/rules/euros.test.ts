import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostCents, parseEuros } from './euros'

describe('euros as they are typed', () => {
  it.each([
    ['0', 0],
    ['1234', 123_400],
    ['1 234,50', 123_450],
    ['1\u00a0234.5', 123_450],
    ['93 000 €', 9_300_000],
    ['1800+950', 275_000],
    ['0,05', 5],
    ['100 000 000', mostCents],
  ])('%j are %d cents', (typed, cents) => {
    expect(parseEuros(typed)).toEqual({ ok: true, value: cents })
  })

  it.each([
    '',
    ' ',
    'paljon',
    '-5',
    '1.234',
    '1,234',
    '93.000',
    '1 23',
    '12 34 567',
    '1e3',
    '1+',
    '1,2,3',
    '٣',
  ])('%j are none', (typed) => {
    expect(parseEuros(typed)).toEqual({ ok: false, refusal: 'notAmount' })
  })

  it.each(['100 000 000,01', '60000000+60000000', '9'.repeat(400)])('%j are too many', (typed) => {
    expect(parseEuros(typed)).toEqual({ ok: false, refusal: 'amountTooLarge' })
  })

  it('come back as they were written, in whole cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostCents }), (cents) => {
        const typed = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`
        expect(parseEuros(typed)).toEqual({ ok: true, value: cents })
      }),
    )
  })

  it('are read or named, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = parseEuros(typed)
        if (read.ok) expect(Number.isSafeInteger(read.value) && read.value >= 0).toBe(true)
        else expect(['notAmount', 'amountTooLarge']).toContain(read.refusal)
      }),
    )
  })
})
