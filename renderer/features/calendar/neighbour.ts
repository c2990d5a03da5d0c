import type { Layout } from './layout'

/** A step that can have the focus: where it stands, and over how many rows. */
export interface Spot {
  readonly column: number
  readonly row: number
  readonly rows: number
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** Every step that can have the focus, column by column from the top. */
export const spotsOf = ({ columns }: Layout): readonly Spot[] =>
  columns.flatMap(({ cells }, column) =>
    cells.flatMap((cell, row): readonly Spot[] =>
      (cell.kind === 'visit' || cell.kind === 'free') && cell.usable
        ? [{ column, row, rows: cell.kind === 'visit' ? cell.rows : 1 }]
        : [],
    ),
  )

const holds = (spot: Spot, row: number) => spot.row <= row && row < spot.row + spot.rows
const distance = (spot: Spot, row: number) =>
  holds(spot, row) ? 0 : Math.min(Math.abs(spot.row - row), Math.abs(spot.row + spot.rows - 1 - row))

const nearestTo = (row: number, spots: readonly Spot[]): Spot | undefined =>
  spots.reduce<Spot | undefined>(
    (best, spot) => (best === undefined || distance(spot, row) < distance(best, row) ? spot : best),
    undefined,
  )

/**
 * Where an arrow key leads from a step; undefined when there is nothing that way. Sideways it keeps the row when any column
 * on that side has something there, and otherwise takes the nearest of the next column that has anything.
 */
export function neighbour(spots: readonly Spot[], from: Spot, direction: Direction): Spot | undefined {
  const same = spots.filter(({ column }) => column === from.column)
  switch (direction) {
    case 'up':
      return same.findLast(({ row }) => row < from.row)
    case 'down':
      return same.find(({ row }) => row > from.row)
    case 'first':
      return same[0]
    case 'last':
      return same.at(-1)
    case 'left':
    case 'right': {
      const left = direction === 'left'
      const side = spots.filter(({ column }) => (left ? column < from.column : column > from.column))
      const inRow = side.filter((spot) => holds(spot, from.row))
      if (inRow.length > 0) return left ? inRow.at(-1) : inRow[0]
      const next = (left ? side.at(-1) : side[0])?.column
      return nearestTo(
        from.row,
        side.filter(({ column }) => column === next),
      )
    }
  }
}

/** The step that has the focus of the grid: the one that was chosen, or else the nearest to it. */
export function spotAt(
  spots: readonly Spot[],
  wanted: { readonly column: number; readonly row: number },
): Spot | undefined {
  const columns = [...new Set(spots.map(({ column }) => column))]
  const column = columns.reduce<number | undefined>(
    (best, each) =>
      best === undefined || Math.abs(each - wanted.column) < Math.abs(best - wanted.column) ? each : best,
    undefined,
  )
  return nearestTo(
    wanted.row,
    spots.filter((spot) => spot.column === column),
  )
}
