import { describe, expect, it } from 'vitest'
import { emptyRows, pricesOf, rowsOf, timeOf, wrongInRow } from './priceForm'

describe('the form of a price table', () => {
  it.each([
    ['7', '07:00'],
    ['7.30', '07:30'],
    ['07:30', '07:30'],
    ['24', '24:00'],
    ['24.30', null],
    ['25', null],
    ['7.60', null],
    ['', null],
    ['aamu', null],
  ])('the time %j is %j', (typed, time) => {
    expect(timeOf(typed)).toBe(time)
  })
  it('begins with every kind of day, and no price', () => {
    expect(emptyRows().map(({ dayKind }) => dayKind)).toEqual(['weekday', 'weekend', 'holiday', 'eve'])
    expect(emptyRows().map(wrongInRow)).toEqual(['price', 'price', 'price', 'price'])
    expect(pricesOf(emptyRows())).toEqual([])
  })
  it('gives back what it was opened with', () => {
    const prices = [
      { dayKind: 'weekday', from: '00:00', to: '24:00', cents: 5950 },
      { dayKind: 'eve', from: '16:00', to: '24:00', cents: 12_000 },
    ] as const
    expect(pricesOf(rowsOf(prices))).toEqual(prices)
    expect(rowsOf(prices).map(wrongInRow)).toEqual([null, null])
  })
})
