import type { Box } from './box.ts'

/** The map snaps to steps of 8 canvas units. */
export const STEP = 8

export function snap(value: number, step = STEP): number {
  return Math.round(value / step) * step
}

/** A line along which two things stand in a row, in canvas units. */
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
}

interface Pull {
  readonly by: number
  readonly at: number
  readonly other: Box
}

/**
 * How far to correct a moving box so that it stands in a row with something near (edges and middles, within
 * `reach`), or else on the grid. Guides tell which lines were met.
 */
export function snapBox(moving: Box, others: readonly Box[], reach: number, grid = true): Snapped {
  const x = nearest(moving.x, moving.w, others, reach, 'x')
  const y = nearest(moving.y, moving.h, others, reach, 'y')
  const dx = x ? x.by : grid ? snap(moving.x) - moving.x : 0
  const dy = y ? y.by : grid ? snap(moving.y) - moving.y : 0
  const at = { ...moving, x: moving.x + dx, y: moving.y + dy }
  const guides: Guide[] = []
  if (x) guides.push(guide('x', x, at))
  if (y) guides.push(guide('y', y, at))
  return { dx, dy, guides }
}

function nearest(
  start: number,
  size: number,
  others: readonly Box[],
  reach: number,
  axis: 'x' | 'y',
): Pull | null {
  let best: Pull | null = null
  const mine = [start, start + size / 2, start + size]
  for (const other of others) {
    const from = axis === 'x' ? other.x : other.y
    const length = axis === 'x' ? other.w : other.h
    for (const line of [from, from + length / 2, from + length]) {
      for (const own of mine) {
        const by = line - own
        if (Math.abs(by) <= reach && (!best || Math.abs(by) < Math.abs(best.by)))
          best = { by, at: line, other }
      }
    }
  }
  return best
}

function guide(axis: 'x' | 'y', pull: Pull, moved: Box): Guide {
  const { other } = pull
  return axis === 'x'
    ? {
        axis,
        at: pull.at,
        from: Math.min(moved.y, other.y),
        to: Math.max(moved.y + moved.h, other.y + other.h),
      }
    : {
        axis,
        at: pull.at,
        from: Math.min(moved.x, other.x),
        to: Math.max(moved.x + moved.w, other.x + other.w),
      }
}
