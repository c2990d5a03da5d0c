import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { handOverScan, takeScans } from './scanHandover'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a scan on its way to the check', () => {
  it('waits for the check to open, and is given once', () => {
    const taken: string[] = []
    handOverScan('first')
    const stop = takeScans((text) => taken.push(text))
    handOverScan('second')
    stop()
    expect(taken).toEqual(['first', 'second'])
    takeScans((text) => taken.push(text))()
    expect(taken).toEqual(['first', 'second'])
  })

  it('is forgotten when nobody takes it', () => {
    const taken: string[] = []
    handOverScan('nobody')
    vi.advanceTimersByTime(10_000)
    takeScans((text) => taken.push(text))()
    expect(taken).toEqual([])
  })
})
