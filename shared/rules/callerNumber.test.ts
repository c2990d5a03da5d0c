import fc from 'fast-check'
import { expect, it } from 'vitest'
import { callerNumber } from './callerNumber'

it.each([
  ['', 'none', null],
  ['   ', 'none', null],
  ['040 555 0177', 'finnish', '+358405550177'],
  ['+358 40 555 0177', 'finnish', '+358405550177'],
  ['09 5767 3000', 'finnish', '+358957673000'],
  ['+46 70 174 06 05', 'foreign', '+46701740605'],
  ['0046701740605', 'foreign', '+46701740605'],
  ['123', 'unreadable', '123'],
  ['+358 40 55', 'unreadable', '+358 40 55'],
  ['Anonymous', 'withheld', null],
  ['salattu', 'withheld', null],
] as const)('%j is %s', (typed, kind, number) => {
  expect(callerNumber(typed)).toEqual({ kind, number })
})

it('no text at all is refused, and nothing that was typed is lost', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (typed) => {
      const { kind, number } = callerNumber(typed)
      expect(number === null).toBe(kind === 'none' || kind === 'withheld')
      if (kind === 'unreadable') expect(number).toBe(typed.trim())
    }),
  )
})
