import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Direction, neighbour, type Spot, spotAt } from './neighbour'

const spot = (column: number, row: number, rows = 1): Spot => ({ column, row, rows })

// A visit of three steps in the first column, beside steps that are free.
const spots = [spot(0, 0), spot(0, 1, 3), spot(0, 4), spot(2, 0), spot(2, 2), spot(2, 5), spot(3, 2)]

describe('arrow keys', () => {
  it('go up and down in a column, over what cannot be acted on', () => {
    expect(neighbour(spots, spot(0, 0), 'down')).toEqual(spot(0, 1, 3))
    expect(neighbour(spots, spot(0, 1, 3), 'down')).toEqual(spot(0, 4))
    expect(neighbour(spots, spot(2, 5), 'up')).toEqual(spot(2, 2))
    expect(neighbour(spots, spot(0, 0), 'up')).toBeUndefined()
    expect(neighbour(spots, spot(2, 5), 'down')).toBeUndefined()
  })

  it('go sideways in the row, into a visit that covers it', () => {
    expect(neighbour(spots, spot(2, 2), 'left')).toEqual(spot(0, 1, 3))
    expect(neighbour(spots, spot(2, 2), 'right')).toEqual(spot(3, 2))
    expect(neighbour(spots, spot(2, 0), 'left')).toEqual(spot(0, 0))
    expect(neighbour(spots, spot(0, 0), 'left')).toBeUndefined()
  })

  it('take the nearest of the next column when the row has nothing on that side', () => {
    expect(neighbour(spots, spot(0, 4), 'right')).toEqual(spot(2, 5))
    expect(neighbour(spots, spot(2, 5), 'left')).toEqual(spot(0, 4))
  })

  it('Home and End go to the ends of the column', () => {
    expect(neighbour(spots, spot(2, 2), 'first')).toEqual(spot(2, 0))
    expect(neighbour(spots, spot(2, 2), 'last')).toEqual(spot(2, 5))
  })
})

const anySpots = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(12)), { minLength: 1, maxLength: 30, selector: String })
  .map((pairs) =>
    pairs.map(([column, row]) => spot(column, row)).toSorted((a, b) => a.column - b.column || a.row - b.row),
  )

describe('from any step', () => {
  it('a key leads to another step that is there, or nowhere', () => {
    const direction = fc.constantFrom<Direction>('up', 'down', 'left', 'right')
    fc.assert(
      fc.property(anySpots, fc.nat(), direction, (all, pick, towards) => {
        const from = all[pick % all.length] as Spot
        const to = neighbour(all, from, towards)
        if (to === undefined) return
        expect(all).toContain(to)
        expect(to).not.toBe(from)
      }),
    )
  })

  it('right and left reach every column, down and up every row of one', () => {
    fc.assert(
      fc.property(anySpots, (all) => {
        let at = all[0] as Spot
        const columns = new Set([at.column])
        for (let next = neighbour(all, at, 'right'); next; next = neighbour(all, at, 'right')) {
          at = next
          columns.add(at.column)
        }
        // A row can lead over a column that has nothing in it; the column itself is come to from another row.
        expect(at.column).toBe(all.at(-1)?.column)
        const same = all.filter(({ column }) => column === at.column)
        let down: Spot | undefined = same[0]
        let count = 0
        for (; down; down = neighbour(all, down, 'down')) count += 1
        expect(count).toBe(same.length)
      }),
    )
  })
})

describe('the step that Tab comes to', () => {
  it('is the one that was chosen, or the nearest', () => {
    expect(spotAt(spots, { column: 2, row: 2 })).toEqual(spot(2, 2))
    expect(spotAt(spots, { column: 0, row: 3 })).toEqual(spot(0, 1, 3))
    expect(spotAt(spots, { column: 9, row: 9 })).toEqual(spot(3, 2))
    expect(spotAt([], { column: 0, row: 0 })).toBeUndefined()
  })
})
