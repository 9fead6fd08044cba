import { type Box, contains, type Point } from './box.ts'

/** Is the point within the closed line? */
export function isWithin(line: readonly Point[], at: Point): boolean {
  let inside = false
  for (const [a, b] of sides(line)) {
    if (a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/** Does what the line surrounds touch the box? As a frame that is pulled open, a lasso takes what it touches. */
export function lassoTouches(line: readonly Point[], box: Box): boolean {
  if (line.length === 0) return false
  if (line.some((point) => contains(box, point))) return true
  if (cornersOf(box).some((corner) => isWithin(line, corner))) return true
  return crosses(line, box)
}

/** Does the line surround all of the box? */
export function lassoHolds(line: readonly Point[], box: Box): boolean {
  return cornersOf(box).every((corner) => isWithin(line, corner)) && !crosses(line, box)
}

function crosses(line: readonly Point[], box: Box): boolean {
  const edges = sides(cornersOf(box))
  return sides(line).some(([a, b]) => edges.some(([c, d]) => meet(a, b, c, d)))
}

function cornersOf({ x, y, w, h }: Box): Point[] {
  return [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ]
}

// the closing one included
function sides(line: readonly Point[]): (readonly [Point, Point])[] {
  return line.map((point, index) => [point, line[(index + 1) % line.length] ?? point] as const)
}

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)
}
