import { around, type Box } from './box.ts'
import { type Gap, gapsOf, spacingPulls } from './spacing.ts'

/** The map snaps to steps of 8 canvas units. */
export const STEP = 8

export function snap(value: number, step = STEP): number {
  return Math.round(value / step) * step
}

/** A line along which things stand in a row, in canvas units. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Snapped {
  readonly dx: number
  readonly dy: number
  readonly guides: readonly Guide[]
  /** gaps that are equal now */
  readonly gaps: readonly Gap[]
}

export type Axis = 'x' | 'y'

/** Two lines are one to the eye. */
const SAME = 0.5

/**
 * How far to correct a moving box so that it stands in a row with something near (edges and middles), or has the same
 * gap as its neighbours, within `reach`; or else on the grid. Guides and gaps tell all that is met then. A `still` axis
 * is corrected by nothing.
 */
export function snapBox(
  moving: Box,
  others: readonly Box[],
  reach: number,
  { grid = true, still = null }: { readonly grid?: boolean; readonly still?: Axis | null } = {},
): Snapped {
  const by = (axis: Axis): number => {
    if (still === axis) return 0
    const pull = nearest([...linePulls(moving, others, axis), ...spacingPulls(moving, others, axis)], reach)
    if (pull !== null) return pull
    return grid ? snap(moving[axis]) - moving[axis] : 0
  }
  const dx = by('x')
  const dy = by('y')
  const at = { ...moving, x: moving.x + dx, y: moving.y + dy }
  return {
    dx,
    dy,
    guides: [...linesOf(at, others, 'x'), ...linesOf(at, others, 'y')],
    gaps: [...gapsOf(at, others, 'x'), ...gapsOf(at, others, 'y')],
  }
}

/** How far to correct one edge that is pulled (a resize) to the nearest line of others; null where none is in reach. */
export function snapEdge(value: number, others: readonly Box[], reach: number, axis: Axis): number | null {
  return nearest(
    others.flatMap((other) => linesAt(other, axis).map((line) => line - value)),
    reach,
  )
}

/** Every line of this box on which another stands too, as far as both reach. */
export function linesOf(box: Box, others: readonly Box[], axis: Axis): Guide[] {
  const found = new Map<number, Box[]>()
  for (const own of linesAt(box, axis)) {
    const met = others.filter((other) => linesAt(other, axis).some((line) => Math.abs(line - own) < SAME))
    if (met.length > 0) found.set(own, met)
  }
  // where both edges stand in a row, the middle does too: nothing new
  const [first, , last] = linesAt(box, axis)
  const both = found.has(first) && found.has(last)
  const shown = [...found].filter(([at]) => !both || at === first || at === last)
  return shown.flatMap(([at, met]) => {
    const all = around([box, ...met])
    if (!all) return []
    const [from, to] = axis === 'x' ? [all.y, all.y + all.h] : [all.x, all.x + all.w]
    return [{ axis, at, from, to }]
  })
}

function linePulls(moving: Box, others: readonly Box[], axis: Axis): number[] {
  const mine = linesAt(moving, axis)
  return others.flatMap((other) => linesAt(other, axis).flatMap((line) => mine.map((own) => line - own)))
}

function linesAt(box: Box, axis: Axis): readonly [number, number, number] {
  const size = axis === 'x' ? box.w : box.h
  return [box[axis], box[axis] + size / 2, box[axis] + size]
}

function nearest(pulls: readonly number[], reach: number): number | null {
  let best: number | null = null
  for (const by of pulls)
    if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best))) best = by
  return best
}
