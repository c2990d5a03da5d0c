import { describe, expect, it } from 'vitest'
import { elapsedText } from './elapsed'

describe('how long a call has been live', () => {
  it.each([
    [0, '0:00'],
    [9.9, '0:09'],
    [60, '1:00'],
    [192, '3:12'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [3792, '1:03:12'],
  ])('%d s is %s', (seconds, text) => {
    expect(elapsedText(seconds)).toBe(text)
  })
})
