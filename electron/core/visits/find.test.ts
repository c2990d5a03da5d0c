import { describe, expect, it } from 'vitest'
import { parseNumber, parseTime } from './find'

describe('a time as it is said at the desk', () => {
  it.each([
    ['9.30', '09:30'],
    ['9:30', '09:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    [' klo 9.30 ', '09:30'],
    ['KLO 9:30', '09:30'],
    ['klo9', '09:00'],
    ['kl. 14', '14:00'],
    ['23.59', '23:59'],
    ['0.00', '00:00'],
  ])('%s is %s', (text, time) => {
    expect(parseTime(text)).toBe(time)
  })

  it.each([
    '',
    '9',
    '24.00',
    '9.60',
    '9.3',
    '12345',
    '9.30.',
    'klo',
    'klo 25',
    '4.7.1985',
    'yhdeksän',
    '-930',
  ])('%s is none', (text) => {
    expect(parseTime(text)).toBeNull()
  })
})

describe('a queue number as it is read from a slip', () => {
  it.each([
    ['A12', { series: 'A', number: 12 }],
    ['b7', { series: 'B', number: 7 }],
    [' B 7 ', { series: 'B', number: 7 }],
    ['a-112', { series: 'A', number: 112 }],
    ['A–1', { series: 'A', number: 1 }],
  ])('%s', (text, number) => {
    expect(parseNumber(text)).toEqual(number)
  })

  it.each(['', 'A', '12', 'A0', 'A012', 'C1', 'A1B', 'AB1', 'A 1 2', 'A12345', 'B7 Virtanen'])(
    '%s is none',
    (text) => {
      expect(parseNumber(text)).toBeNull()
    },
  )
})
