import type { Box } from './box.ts'

/** The space between two neighbours that is as wide as another one: a line from one to the other, in canvas units. */
export interface Gap {
  readonly axis: 'x' | 'y'
  /** where the line stands across its axis */
  readonly at: number
  readonly from: number
  readonly to: number
}

type Axis = 'x' | 'y'

const SAME = 0.5
/** Neighbours that are looked at on each side, at most: further ones make no row with it to the eye. */
const MOST_NEAR = 6

/** How far to move a box along an axis so that the gaps beside it are equal: between two, or as the next of a row. */
export function spacingPulls(moving: Box, others: readonly Box[], axis: Axis): number[] {
  const start = moving[axis]
  const size = sizeOf(moving, axis)
  const { before, after } = neighbours(moving, others, axis)
  const out: number[] = []
  const [left] = before
  const [right] = after
  if (left && right) {
    const room = right[axis] - endOf(left, axis)
    if (room > size) out.push(endOf(left, axis) + (room - size) / 2 - start)
  }
  for (const gap of gapBeside(before, axis, 'back')) if (left) out.push(endOf(left, axis) + gap - start)
  for (const gap of gapBeside(after, axis, 'on')) if (right) out.push(right[axis] - gap - size - start)
  return out
}

/** The gaps beside a box that equal their neighbours in its row, and those neighbours. */
export function gapsOf(box: Box, others: readonly Box[], axis: Axis): Gap[] {
  const { before, after } = neighbours(box, others, axis)
  const row = [...[...before].reverse(), box, ...after]
  const gaps = row.slice(1).map((next, index) => gapBetween(row[index] ?? next, next, axis))
  const shown = new Set<Gap>()
  for (const own of gaps.slice(Math.max(0, before.length - 1), before.length + 1)) {
    const run = runOf(gaps, own)
    if (lengthOf(own) > SAME && run.length > 1) for (const gap of run) shown.add(gap)
  }
  return [...shown]
}

// the gap and those beside it, outwards as long as they are as wide
function runOf(gaps: readonly Gap[], own: Gap): readonly Gap[] {
  const isEqual = (gap: Gap | undefined): boolean =>
    gap !== undefined && Math.abs(lengthOf(gap) - lengthOf(own)) < SAME
  let from = gaps.indexOf(own)
  let to = from
  while (isEqual(gaps[from - 1])) from--
  while (isEqual(gaps[to + 1])) to++
  return gaps.slice(from, to + 1)
}

function lengthOf({ from, to }: Gap): number {
  return to - from
}

function gapBetween(prev: Box, next: Box, axis: Axis): Gap {
  const across = axis === 'x' ? 'y' : 'x'
  const low = Math.max(prev[across], next[across])
  const high = Math.min(endOf(prev, across), endOf(next, across))
  return { axis, at: (low + high) / 2, from: endOf(prev, axis), to: next[axis] }
}

/** Those that stand in one row with it, nearest first, none lying over another. */
function neighbours(box: Box, others: readonly Box[], axis: Axis) {
  const across = axis === 'x' ? 'y' : 'x'
  const middle = box[axis] + sizeOf(box, axis) / 2
  const inRow = others.filter(
    (one) => one[across] < endOf(box, across) && box[across] < endOf(one, across) && !holds(one, box),
  )
  const before = inRow
    .filter((one) => endOf(one, axis) <= middle)
    .sort((a, b) => endOf(b, axis) - endOf(a, axis))
    .slice(0, MOST_NEAR)
  const after = inRow
    .filter((one) => one[axis] >= middle)
    .sort((a, b) => a[axis] - b[axis])
    .slice(0, MOST_NEAR)
  return { before, after }
}

// the gap between the two nearest of one side
function gapBeside([near, far]: readonly Box[], axis: Axis, way: 'back' | 'on'): number[] {
  if (!near || !far) return []
  const gap = way === 'back' ? near[axis] - endOf(far, axis) : far[axis] - endOf(near, axis)
  return gap > SAME ? [gap] : []
}

function holds(one: Box, box: Box): boolean {
  return (
    one.x <= box.x &&
    one.y <= box.y &&
    endOf(one, 'x') >= endOf(box, 'x') &&
    endOf(one, 'y') >= endOf(box, 'y')
  )
}

function sizeOf(box: Box, axis: Axis): number {
  return axis === 'x' ? box.w : box.h
}

function endOf(box: Box, axis: Axis): number {
  return box[axis] + sizeOf(box, axis)
}
