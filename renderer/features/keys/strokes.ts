/** How wide and how high the field of a signature is, in points: as it is printed on the receipt. */
export const fieldSize = [1000, 300] as const

/** A point of a signature in that field. */
export type Point = [x: number, y: number]
export type Strokes = readonly (readonly Point[])[]

/** As many points as the desk takes. */
const mostPoints = 6000
const mostInStroke = 2000
const mostStrokes = 200

const within = (at: number, of: number, most: number) =>
  of === 0 ? 0 : Math.min(most, Math.max(0, Math.round((at / of) * most)))

/** Where in the field a point of the page is. */
export const pointIn = (
  { left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
  x: number,
  y: number,
): Point => [within(x - left, width, fieldSize[0]), within(y - top, height, fieldSize[1])]

const points = (strokes: Strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0)

/** The lines with one more begun; as they are once there are as many as the desk takes. */
export const begun = (strokes: Strokes, point: Point): Strokes =>
  strokes.length >= mostStrokes || points(strokes) >= mostPoints ? strokes : [...strokes, [point]]

/** The lines with the last one drawn on; a point that is where the last one was adds nothing. */
export function drawnOn(strokes: Strokes, point: Point): Strokes {
  const last = strokes.at(-1)
  const [x, y] = last?.at(-1) ?? []
  if (!last || (x === point[0] && y === point[1])) return strokes
  if (last.length >= mostInStroke || points(strokes) >= mostPoints) return strokes
  return [...strokes.slice(0, -1), [...last, point]]
}

/** Whether a line was drawn, and not only touched. */
export const isDrawn = (strokes: Strokes): boolean => strokes.some((stroke) => stroke.length > 1)

/** A line as the path of a picture. */
export const pathOf = (stroke: readonly Point[]): string =>
  stroke.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
