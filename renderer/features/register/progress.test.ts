import { describe, expect, it } from 'vitest'
import { placeOf, shareOf } from './progress'

describe('how far a stage has come', () => {
  it('counts the files that are done before the present one', () => {
    expect(shareOf({ stage: 'reading', file: 'properties', done: 0, total: 10 })).toBe(0)
    expect(shareOf({ stage: 'reading', file: 'people', done: 5, total: 10 })).toBeCloseTo(2.5 / 6)
    expect(shareOf({ stage: 'comparing', file: 'keys', done: 10, total: 10 })).toBe(1)
  })

  it('is of the whole where the desk counts the whole', () => {
    expect(shareOf({ stage: 'writing', file: 'people', done: 30, total: 120 })).toBe(0.25)
    expect(shareOf({ stage: 'indexing', file: null, done: 3, total: 4 })).toBe(0.75)
  })

  it('stays within bounds when the total was only a guess', () => {
    expect(shareOf({ stage: 'uploading', file: null, done: 12, total: 10 })).toBe(1)
    expect(shareOf({ stage: 'generating', file: 'people', done: 0, total: 0 })).toBe(0)
  })
})

describe('the place of a stage in its job', () => {
  it('is counted from one', () => {
    expect(placeOf('reading', 'uploading')).toEqual({ at: 1, of: 3 })
    expect(placeOf('practice', 'comparing')).toEqual({ at: 3, of: 3 })
    expect(placeOf('importing', 'indexing')).toEqual({ at: 2, of: 2 })
  })
})
