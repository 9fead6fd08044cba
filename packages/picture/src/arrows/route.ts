import type { Box } from '../drawing.ts'
import { round as r } from '../text/lines.ts'
import type { Point } from './point.ts'
import type { Ports } from './port.ts'
import { crossesEnds, roundEnds } from './round-ends.ts'
import { isAcross, outward, pointOn, type Side } from './sides.ts'

export interface Piece {
  readonly a: Point
  readonly b: Point
}

/** The way of an arrow between two boxes. */
export interface Route {
  readonly d: string
  /** flat x, y, x, y …: the same way as straight pieces, for hit tests */
  readonly points: readonly number[]
  /** where its point is, and the direction it arrives in, in degrees (0 is to the right) */
  readonly tip: Point
  readonly angle: number
  /** where words may stand, the best place first; the last one takes any */
  readonly places: readonly Piece[]
}

const RADIUS = 12
/** a line ends this far before the edge, so that its head does not lie on the outline */
const CLEAR = 1
/** how far out a line turns into a lane between cards */
const LANE_OUT = 24
/** how far out a line goes round */
const OUT = 26

/** Right-angled with rounded corners. `short` units are left off the end, for the head. */
export function elbow(from: Box, to: Box, ports: Ports, short: number): Route {
  const corners = elbowCorners(from, to, ports)
  const places = ports.shared ? [...alone(corners), longest(corners)] : [longest(corners)]
  return rounded(corners, ports.to, short, places)
}

/** Start, corners and tip of a right-angled way. */
export function elbowCorners(from: Box, to: Box, ports: Ports): readonly Point[] {
  const [start, end] = inLine(from, to, ports)
  const a = step(start, ports.from, CLEAR)
  const tip = step(end, ports.to, CLEAR)
  if (ports.via !== undefined) return [a, ...along(a, tip, ports, ports.via), tip]
  const usual = [a, ...turnsBetween(a, tip, ports), tip]
  if (!ports.pinned || !(turnsBack(usual, ports) || crossesEnds(usual, from, to))) return usual
  const round = roundEnds(a, tip, from, to, ports)
  return round ? [a, ...round, tip] : usual
}

/** Out of one side, along a lane between cards, and back in. */
function along(a: Point, b: Point, { from, to }: Ports, via: number): Point[] {
  const out = step(a, from, LANE_OUT)
  const back = step(b, to, LANE_OUT)
  return isAcross(from)
    ? [out, { x: out.x, y: via }, { x: back.x, y: via }, back]
    : [out, { x: via, y: out.y }, { x: via, y: back.y }, back]
}

/** Whether a way leaves against the side it is pinned to, or arrives from behind. */
function turnsBack(corners: readonly Point[], ports: Ports): boolean {
  const [first, second, before, last] = [corners[0], corners[1], corners.at(-2), corners.at(-1)]
  if (!first || !second || !before || !last) return false
  const out = outward(ports.from)
  const back = outward(ports.to)
  const leaves = (second.x - first.x) * out.x + (second.y - first.y) * out.y
  const arrives = (before.x - last.x) * back.x + (before.y - last.y) * back.y
  return leaves < 0 || arrives < 0
}

/** Where the two ends lie nearly in line, one of them gives way, so that the arrow is straight rather than jogging. */
function inLine(from: Box, to: Box, ports: Ports): [Point, Point] {
  const start = pointOn(from, ports.from, ports.fromOffset)
  const end = pointOn(to, ports.to, ports.toOffset)
  const across = isAcross(ports.from)
  const off = across ? end.y - start.y : end.x - start.x
  if (off === 0 || Math.abs(off) >= 3 * RADIUS || across !== isAcross(ports.to)) return [start, end]
  const reach = (box: Box): number => (across ? box.h : box.w) / 2 - 10
  if (ports.toOffset === 0 && Math.abs(off) <= reach(to)) {
    return [start, across ? { x: end.x, y: start.y } : { x: start.x, y: end.y }]
  }
  if (Math.abs(ports.fromOffset + off) <= reach(from)) {
    return [across ? { x: start.x, y: end.y } : { x: end.x, y: start.y }, end]
  }
  return [start, end]
}

/** The corners of the way: none, one (an L), or two (a Z; a U where both ends leave by the same side). */
function turnsBetween(a: Point, b: Point, { from, to }: Ports): Point[] {
  const across = isAcross(from)
  if (across !== isAcross(to)) return [across ? { x: b.x, y: a.y } : { x: a.x, y: b.y }]
  if (across ? a.y === b.y : a.x === b.x) return []
  if (across) {
    const x =
      from !== to ? (a.x + b.x) / 2 : from === 'right' ? Math.max(a.x, b.x) + OUT : Math.min(a.x, b.x) - OUT
    return [
      { x, y: a.y },
      { x, y: b.y },
    ]
  }
  const y =
    from !== to ? (a.y + b.y) / 2 : from === 'bottom' ? Math.max(a.y, b.y) + OUT : Math.min(a.y, b.y) - OUT
  return [
    { x: a.x, y },
    { x: b.x, y },
  ]
}

/** Thin and curved. */
export function thread(from: Box, to: Box, ports: Ports, short: number): Route {
  const start = step(pointOn(from, ports.from, ports.fromOffset), ports.from, 0)
  const tip = step(pointOn(to, ports.to, ports.toOffset), ports.to, short > 0 ? CLEAR : 0)
  const end = step(tip, ports.to, short)
  const out = outward(ports.from)
  const back = outward(ports.to)
  const gap = isAcross(ports.from) ? Math.abs(tip.x - start.x) : Math.abs(tip.y - start.y)
  const reach = ports.pinned
    ? Math.min(Math.max(distance(start, tip) * 0.5, 40), 160)
    : Math.min(Math.max(gap * 0.55, 4), 120)
  const c1 = { x: start.x + out.x * reach, y: start.y + out.y * reach }
  const c2 = { x: end.x + back.x * (reach - short * 0.5), y: end.y + back.y * (reach - short * 0.5) }
  return curve(start, c1, c2, end, tip, ports.to)
}

/** An arrow from a thing to itself: out of its right side, in again at the top; further ones wider by `lane`. */
export function selfLoop(box: Box, short: number, lane = 0, angled = false): Route {
  const start = { x: box.x + box.w + CLEAR, y: box.y + box.h * 0.4 }
  const tip = { x: box.x + box.w - Math.min(36, box.w / 3), y: box.y - CLEAR }
  const end = { x: tip.x, y: tip.y - short }
  if (angled) {
    const x = start.x + OUT + lane
    const y = tip.y - OUT - lane
    const corners = [start, { x, y: start.y }, { x, y }, { x: tip.x, y }, tip]
    return rounded(corners, 'top', short, [longest(corners)])
  }
  const c1 = { x: start.x + 44 + lane * 1.4, y: start.y - 4 }
  const c2 = { x: tip.x + 2 + lane * 0.6, y: tip.y - 52 - lane * 1.4 }
  return curve(start, c1, c2, end, tip, 'top')
}

function curve(start: Point, c1: Point, c2: Point, end: Point, tip: Point, side: Side): Route {
  const at = (t: number): Point => {
    const u = 1 - t
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    return {
      x: a * start.x + b * c1.x + c * c2.x + d * end.x,
      y: a * start.y + b * c1.y + c * c2.y + d * end.y,
    }
  }
  const points: number[] = []
  for (let i = 0; i <= 12; i += 1) {
    const { x, y } = at(i / 12)
    points.push(r(x), r(y))
  }
  points.push(r(tip.x), r(tip.y))
  return {
    d: `M${r(start.x)} ${r(start.y)}C${r(c1.x)} ${r(c1.y)} ${r(c2.x)} ${r(c2.y)} ${r(end.x)} ${r(end.y)}`,
    points,
    tip,
    angle: angleInto(side),
    places: [{ a: at(0.35), b: at(0.65) }],
  }
}

function rounded(corners: readonly Point[], side: Side, short: number, places: readonly Piece[]): Route {
  const tip = corners.at(-1) ?? { x: 0, y: 0 }
  const way = [...corners.slice(0, -1), step(tip, side, short)]
  let d = ''
  way.forEach((point, at) => {
    const before = way[at - 1]
    const after = way[at + 1]
    if (!before) {
      d += `M${r(point.x)} ${r(point.y)}`
    } else if (!after) {
      d += `L${r(point.x)} ${r(point.y)}`
    } else {
      const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2)
      const p = toward(point, before, radius)
      const q = toward(point, after, radius)
      d += `L${r(p.x)} ${r(p.y)}Q${r(point.x)} ${r(point.y)} ${r(q.x)} ${r(q.y)}`
    }
  })
  return {
    d,
    points: corners.flatMap(({ x, y }) => [r(x), r(y)]),
    tip,
    angle: angleInto(side),
    places,
  }
}

/** Where an arrow that shares its trunk goes alone: its last piece; the end of the piece before, off which others turn. */
function alone(corners: readonly Point[]): readonly Piece[] {
  const [c, b, a] = [...corners].reverse()
  if (!b || !c) return []
  if (corners.length === 2) return [{ a: between(b, c, 0.5), b: c }]
  return a && corners.length > 3
    ? [
        { a: b, b: c },
        { a: between(a, b, 0.6), b },
      ]
    : [{ a: b, b: c }]
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

function longest(corners: readonly Point[]): Piece {
  let best = { a: corners[0] ?? { x: 0, y: 0 }, b: corners[1] ?? { x: 0, y: 0 } }
  for (let at = 1; at < corners.length; at += 1) {
    const a = corners[at - 1]
    const b = corners[at]
    // the last piece wins a tie: words stand nearer to what the arrow reaches, off the shared trunk
    if (a && b && distance(a, b) >= distance(best.a, best.b)) best = { a, b }
  }
  return best
}

function angleInto(side: Side): number {
  switch (side) {
    case 'left':
      return 0
    case 'top':
      return 90
    case 'right':
      return 180
    case 'bottom':
      return -90
  }
}

function step(point: Point, side: Side, by: number): Point {
  const { x, y } = outward(side)
  return { x: point.x + x * by, y: point.y + y * by }
}

function toward(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
