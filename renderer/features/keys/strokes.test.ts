import { describe, expect, it } from 'vitest'
import { begun, drawnOn, isDrawn, pathOf, pointIn, type Strokes } from './strokes'

const field = { left: 100, top: 50, width: 400, height: 200 }

describe('a signature', () => {
  it('keeps points as parts of the field, and within it', () => {
    expect(pointIn(field, 300, 150)).toEqual([500, 150])
    expect(pointIn(field, 0, 9999)).toEqual([0, 300])
    expect(pointIn({ ...field, width: 0 }, 300, 150)).toEqual([0, 150])
  })

  it('is drawn once a line has gone somewhere', () => {
    const touched = begun([], [1, 1])
    expect(isDrawn(touched)).toBe(false)
    expect(drawnOn(touched, [1, 1])).toBe(touched)
    const drawn = drawnOn(touched, [5, 9])
    expect(isDrawn(drawn)).toBe(true)
    expect(pathOf(drawn[0] ?? [])).toBe('M1 1L5 9')
  })

  it('takes no more than the desk does', () => {
    let strokes: Strokes = []
    for (let line = 0; line < 300; line++) {
      strokes = begun(strokes, [0, 0])
      for (let at = 1; at < 50; at++) strokes = drawnOn(strokes, [at, line])
    }
    expect(strokes.length).toBeLessThanOrEqual(200)
    expect(strokes.flat().length).toBeLessThanOrEqual(6000)
    let one = begun([], [0, 0])
    for (let at = 0; at < 3000; at++) one = drawnOn(one, [at % 1000, 1 + Math.floor(at / 1000)])
    expect(one[0]?.length).toBe(2000)
  })
})
