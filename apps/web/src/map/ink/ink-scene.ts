import type { Stroke, StrokeId } from '@second-story/board'
import { inkWidth } from '@second-story/picture'
import { type Box, grow, overlaps, type Point } from '../geometry/box.ts'

const NOBODY: ReadonlySet<StrokeId> = new Set()

/** The strokes of the board as the map draws them: what a hand has of them, what lies where. Linear scans over boxes, as of items. */
export class InkScene {
  #strokes: ReadonlyMap<StrokeId, Stroke> = new Map()
  #list: readonly Stroke[] = []
  /** under a hand: drawn over the map meanwhile, so much further */
  #held: ReadonlySet<StrokeId> = NOBODY
  #by: Point = { x: 0, y: 0 }
  /** an eraser has passed over them */
  #fading: ReadonlySet<StrokeId> = NOBODY

  get strokes(): ReadonlyMap<StrokeId, Stroke> {
    return this.#strokes
  }

  /** In the order of painting: the same for everybody, whatever order they came in. */
  get list(): readonly Stroke[] {
    return this.#list
  }

  get held(): ReadonlySet<StrokeId> {
    return this.#held
  }

  get by(): Point {
    return this.#by
  }

  get fading(): ReadonlySet<StrokeId> {
    return this.#fading
  }

  /** Takes over the board's strokes; false when they are the same. */
  take(strokes: ReadonlyMap<StrokeId, Stroke>): boolean {
    if (strokes === this.#strokes) return false
    this.#strokes = strokes
    this.#list = [...strokes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    return true
  }

  hold(ids: ReadonlySet<StrokeId>, by: Point): void {
    this.#held = ids
    this.#by = by
  }

  release(): void {
    this.#held = NOBODY
  }

  fade(ids: ReadonlySet<StrokeId>): void {
    this.#fading = ids
  }

  /** The stroke on top within `reach` of a point, its ink counted in. */
  at(point: Point, reach: number, kind: Stroke['kind']): StrokeId | null {
    for (let i = this.#list.length - 1; i >= 0; i--) {
      const stroke = this.#list[i]
      if (stroke && stroke.kind === kind && isNear(stroke, point, point, reach)) return stroke.id
    }
    return null
  }

  /** All that come within `reach` of the way from one point to another. */
  crossed(from: Point, to: Point, reach: number): StrokeId[] {
    return this.#list.filter((stroke) => isNear(stroke, from, to, reach)).map(({ id }) => id)
  }

  /** Those of which some point fits. */
  touching(area: Box, fits: (point: Point) => boolean): StrokeId[] {
    return this.#list
      .filter((stroke) => overlaps(inflated(stroke.box), area) && hasPoint(stroke, fits))
      .map(({ id }) => id)
  }

  /** Those that lie whole within a box. */
  inside({ x, y, w, h }: Box): StrokeId[] {
    return this.#list
      .filter(({ box }) => box.x >= x && box.y >= y && box.x + box.w <= x + w && box.y + box.h <= y + h)
      .map(({ id }) => id)
  }
}

function hasPoint({ points }: Stroke, fits: (point: Point) => boolean): boolean {
  for (let i = 0; i + 1 < points.length; i += 2)
    if (fits({ x: points[i] ?? 0, y: points[i + 1] ?? 0 })) return true
  return false
}

/** A dot or a straight line has no height: a box that nothing could overlap. */
function inflated(box: Box): Box {
  return grow(box, 0.5)
}

function isNear(stroke: Stroke, from: Point, to: Point, reach: number): boolean {
  const near = reach + inkWidth(stroke) / 2
  const way = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.abs(from.x - to.x),
    h: Math.abs(from.y - to.y),
  }
  if (!overlaps(grow(stroke.box, near), inflated(way))) return false
  const { points } = stroke
  let [x = 0, y = 0] = points
  if (points.length === 2) return apart(from, to, { x, y }, { x, y }) <= near
  for (let i = 2; i + 1 < points.length; i += 2) {
    const next = { x: points[i] ?? 0, y: points[i + 1] ?? 0 }
    if (apart(from, to, { x, y }, next) <= near) return true
    x = next.x
    y = next.y
  }
  return false
}

/** How far two straight ways are from each other; 0 where they cross. */
function apart(a: Point, b: Point, c: Point, d: Point): number {
  const side = (p: Point, q: Point, r: Point): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return 0
  return Math.min(off(a, b, c), off(a, b, d), off(c, d, a), off(c, d, b))
}

/** How far a point is from a straight way. */
function off(a: Point, b: Point, point: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length
  const along = Math.max(0, Math.min(1, t))
  return Math.hypot(a.x + along * dx - point.x, a.y + along * dy - point.y)
}
