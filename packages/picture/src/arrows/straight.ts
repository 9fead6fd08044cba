import type { Box } from '../drawing.ts'
import { round as r } from '../text/lines.ts'
import type { Point } from './point.ts'
import type { Ports } from './port.ts'
import type { Route } from './route.ts'
import { pointOn } from './sides.ts'

/** A line ends this far before the edge, so that its head does not lie on the outline. */
const CLEAR = 1

/** One line from box to box: between their middles, unless an end is pinned to a side. `short` units are left for the head. */
export function straight(from: Box, to: Box, ports: Ports, short: number): Route {
  const aside = beside(middle(from), middle(to), ports.lane ?? 0)
  const [start, end] = ends(from, to, ports, aside)
  const length = Math.max(1e-6, Math.hypot(end.x - start.x, end.y - start.y))
  const way = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const clear = Math.min(CLEAR, length / 4)
  const a = { x: start.x + way.x * clear, y: start.y + way.y * clear }
  const tip = { x: end.x - way.x * clear, y: end.y - way.y * clear }
  const last = {
    x: tip.x - way.x * Math.min(short, length / 2),
    y: tip.y - way.y * Math.min(short, length / 2),
  }
  return {
    d: `M${r(a.x)} ${r(a.y)}L${r(last.x)} ${r(last.y)}`,
    points: [r(a.x), r(a.y), r(tip.x), r(tip.y)],
    tip,
    angle: (Math.atan2(way.y, way.x) * 180) / Math.PI,
    places: [{ a, b: tip }],
  }
}

function ends(from: Box, to: Box, ports: Ports, aside: Point): [Point, Point] {
  const pinnedFrom = ports.pinned?.from ? pointOn(from, ports.from, ports.fromOffset) : null
  const pinnedTo = ports.pinned?.to ? pointOn(to, ports.to, ports.toOffset) : null
  const a = pinnedFrom ?? moved(middle(from), aside)
  const b = pinnedTo ?? moved(middle(to), aside)
  return [
    pinnedFrom ?? leaving(from, a, b) ?? pointOn(from, ports.from, 0),
    pinnedTo ?? leaving(to, b, a) ?? pointOn(to, ports.to, 0),
  ]
}

/** Where a line from `a` inside a box towards `b` leaves it; null where it does not. */
function leaving(box: Box, a: Point, b: Point): Point | null {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const along = (way: number, at: number, low: number, high: number): number =>
    way > 0 ? (high - at) / way : way < 0 ? (low - at) / way : Number.POSITIVE_INFINITY
  const t = Math.min(along(dx, a.x, box.x, box.x + box.w), along(dy, a.y, box.y, box.y + box.h))
  return t >= 0 && t < 1 ? { x: a.x + dx * t, y: a.y + dy * t } : null
}

function beside(a: Point, b: Point, by: number): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length === 0 || by === 0) return { x: 0, y: 0 }
  return { x: (-(b.y - a.y) / length) * by, y: ((b.x - a.x) / length) * by }
}

function moved(point: Point, by: Point): Point {
  return { x: point.x + by.x, y: point.y + by.y }
}

function middle({ x, y, w, h }: Box): Point {
  return { x: x + w / 2, y: y + h / 2 }
}
