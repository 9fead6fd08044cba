import type { Box } from '../drawing.ts'
import type { Point } from './point.ts'
import type { Ports } from './port.ts'
import { outward } from './sides.ts'

/** How far out a line goes round its own ends, and how near it may come to them elsewhere. */
const OUT = 26
const NEAR = 12
/** A corner costs as much as this many units of way. */
const CORNER = 40

/** Whether a way runs back through one of the two boxes that it joins. */
export function crossesEnds(corners: readonly Point[], from: Box, to: Box): boolean {
  return corners.some((b, i) => {
    const a = corners[i - 1]
    return a !== undefined && (runsThrough(a, b, from, -1) || runsThrough(a, b, to, -1))
  })
}

/**
 * The corners of a right-angled way from `a` to `b` that leaves and arrives by the given sides and goes round the two
 * boxes: the cheapest on the few lines beside and between them. null where the boxes lie too near for that.
 */
export function roundEnds(a: Point, b: Point, from: Box, to: Box, ports: Ports): Point[] | null {
  const start = stepped(a, ports.from)
  const end = stepped(b, ports.to)
  const xs = sorted([start.x, end.x, ...lanes(from.x, from.w, to.x, to.w)])
  const ys = sorted([start.y, end.y, ...lanes(from.y, from.h, to.y, to.h)])
  const free = (p: Point, q: Point): boolean => !runsThrough(p, q, from, NEAR) && !runsThrough(p, q, to, NEAR)
  const way = cheapest(xs, ys, start, end, free)
  return way && withoutStraights([a, ...way, b]).slice(1, -1)
}

function lanes(a: number, aSize: number, b: number, bSize: number): number[] {
  const gap = a + aSize < b ? (a + aSize + b) / 2 : (b + bSize + a) / 2
  return [a - OUT, a + aSize + OUT, b - OUT, b + bSize + OUT, gap]
}

interface Step {
  readonly cost: number
  readonly before: number
}

/** Dijkstra over a handful of crossings, each entered along x or along y. */
function cheapest(
  xs: readonly number[],
  ys: readonly number[],
  start: Point,
  end: Point,
  free: (a: Point, b: Point) => boolean,
): Point[] | null {
  const rows = ys.length
  const at = (node: number): Point => {
    const cell = node >> 1
    return { x: xs[Math.floor(cell / rows)] ?? 0, y: ys[cell % rows] ?? 0 }
  }
  const cellOf = (point: Point): number => xs.indexOf(point.x) * rows + ys.indexOf(point.y)
  const [first, last] = [cellOf(start), cellOf(end)]
  const steps = new Map<number, Step>([
    [first * 2, { cost: 0, before: -1 }],
    [first * 2 + 1, { cost: 0, before: -1 }],
  ])
  const done = new Set<number>()
  for (;;) {
    let here = -1
    let least = Number.POSITIVE_INFINITY
    for (const [node, { cost }] of steps) {
      if (done.has(node) || cost >= least) continue
      here = node
      least = cost
    }
    if (here < 0) return null
    if (here >> 1 === last) return trail(here, steps, at)
    done.add(here)
    const cell = here >> 1
    const [column, row] = [Math.floor(cell / rows), cell % rows]
    const neighbours = [
      [column - 1, row, 0],
      [column + 1, row, 0],
      [column, row - 1, 1],
      [column, row + 1, 1],
    ] as const
    for (const [x, y, along] of neighbours) {
      if (x < 0 || y < 0 || x >= xs.length || y >= rows) continue
      const next = (x * rows + y) * 2 + along
      const [p, q] = [at(here), at(next)]
      if (done.has(next) || !free(p, q)) continue
      const turn = (here & 1) === along || here >> 1 === first ? 0 : CORNER
      const cost = least + Math.abs(p.x - q.x) + Math.abs(p.y - q.y) + turn
      if (cost < (steps.get(next)?.cost ?? Number.POSITIVE_INFINITY)) steps.set(next, { cost, before: here })
    }
  }
}

function trail(end: number, steps: ReadonlyMap<number, Step>, at: (node: number) => Point): Point[] {
  const out: Point[] = []
  for (let node = end; node >= 0; node = steps.get(node)?.before ?? -1) out.push(at(node))
  return out.reverse()
}

/** Leaves out points between two others on one line. */
function withoutStraights(points: readonly Point[]): Point[] {
  const out: Point[] = []
  for (const point of points) {
    const [b, a] = [out.at(-1), out.at(-2)]
    if (b && b.x === point.x && b.y === point.y) continue
    if (a && b && ((a.x === b.x && b.x === point.x) || (a.y === b.y && b.y === point.y))) out.pop()
    out.push(point)
  }
  return out
}

function stepped(point: Point, side: Ports['from']): Point {
  const { x, y } = outward(side)
  return { x: point.x + x * OUT, y: point.y + y * OUT }
}

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

function runsThrough(a: Point, b: Point, box: Box, near: number): boolean {
  return (
    Math.min(a.x, b.x) < box.x + box.w + near &&
    Math.max(a.x, b.x) > box.x - near &&
    Math.min(a.y, b.y) < box.y + box.h + near &&
    Math.max(a.y, b.y) > box.y - near
  )
}
