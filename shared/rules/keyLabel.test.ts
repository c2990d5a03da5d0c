import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLabelOfChain, type KeyLabel, whyNotLabel } from './keyLabel'
import { keyKinds } from './keyLedger'

const label = (number: string, kind: KeyLabel['kind'] = 'apartment'): KeyLabel => ({ kind, number })

describe('a key’s label', () => {
  it.each([
    [label('0027'), label('0072'), 'luki väärin', null],
    [label('7'), label('007'), 'nollat puuttuivat', null],
    [label('7'), label('7', 'storage'), 'varaston avain', null],
    [label('7'), label('7'), 'luki väärin', 'nothingCorrected'],
    [label('7'), label(' '), 'luki väärin', 'numberRequired'],
    [label('7'), label('8'), ' ', 'noteRequired'],
  ])('%j is corrected to %j because %j: %j', (from, to, because, refusal) => {
    expect(whyNotLabel({ from, to }, because)).toBe(refusal)
  })

  it('is what its corrections come to', () => {
    const labels = fc.record({ kind: fc.constantFrom(...keyKinds), number: fc.string({ minLength: 1 }) })
    fc.assert(
      fc.property(fc.array(labels, { minLength: 1, maxLength: 8 }), fc.nat(), (all, at) => {
        const corrections = all.slice(1).map((to, before) => ({ from: all[before]!, to }))
        const now = all.at(-1)!
        expect(isLabelOfChain(corrections, now)).toBe(true)
        const broken = corrections.map((each, index) =>
          index === at % corrections.length ? { ...each, to: label(`${each.to.number}x`) } : each,
        )
        expect(isLabelOfChain(broken, now)).toBe(corrections.length === 0)
      }),
    )
  })
})
