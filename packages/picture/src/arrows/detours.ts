import type { Box } from '../drawing.ts'
import type { Ports } from './port.ts'
import type { Side } from './sides.ts'

/** From a corner to the nearest place for a line. */
const CORNER = 14
const BESIDE = 28

/** From a card to a lane that passes it, and from lane to lane. */
const BY = 20
const NEXT_LANE = 14
/** The least room between two boxes in which a line finds a lane and comes back. */
const LANE_ROOM = 64

/**
 * Other ways between two boxes for a right-angled arrow whose first way runs through cards (`crossed`), best first.
 * `isTaken` says whether another line goes along a lane already.
 */
export function* detours(
  from: Box,
  to: Box,
  crossed: readonly Box[] = [],
  isTaken: (way: Ports) => boolean = () => false,
): Generator<Ports> {
  const right = to.x - (from.x + from.w) >= 2 * CORNER
  const left = from.x - (to.x + to.w) >= 2 * CORNER
  const down = to.y - (from.y + from.h) >= 2 * CORNER
  const up = from.y - (to.y + to.h) >= 2 * CORNER
  if (down || up) yield* straight(from, to, down ? 'bottom' : 'top', down ? 'top' : 'bottom', 'x', 'w')
  if (right || left) yield* straight(from, to, right ? 'right' : 'left', right ? 'left' : 'right', 'y', 'h')
  if ((right || left) && (down || up)) yield* bends(from, to, right, down)
  if (down || up)
    yield { from: down ? 'bottom' : 'top', to: down ? 'top' : 'bottom', fromOffset: 0, toOffset: 0 }
  if (right || left)
    yield { from: right ? 'right' : 'left', to: right ? 'left' : 'right', fromOffset: 0, toOffset: 0 }
  yield* lanes(from, to, crossed, isTaken)
  const round: Side[] = down || up ? ['right', 'left'] : ['bottom', 'top']
  for (const side of round) yield { from: side, to: side, fromOffset: 0, toOffset: 0 }
}

/** Along the cards in the way, on the side that is the shorter way. */
function* lanes(
  from: Box,
  to: Box,
  crossed: readonly Box[],
  isTaken: (way: Ports) => boolean,
): Generator<Ports> {
  const right = to.x - (from.x + from.w)
  const left = from.x - (to.x + to.w)
  const across = Math.max(right, left)
  const along = Math.max(to.y - (from.y + from.h), from.y - (to.y + to.h))
  if (Math.max(across, along) < LANE_ROOM) return
  const isAcross = across >= along
  const [axis, size] = isAcross ? (['y', 'h'] as const) : (['x', 'w'] as const)
  const ways = isAcross
    ? ([right >= left ? 'right' : 'left', right >= left ? 'left' : 'right'] as const)
    : to.y > from.y
      ? (['bottom', 'top'] as const)
      : (['top', 'bottom'] as const)
  const start = from[axis] + from[size] / 2
  const end = to[axis] + to[size] / 2
  const far = (via: number): number => Math.abs(via - start) + Math.abs(via - end)
  const edges = crossed.flatMap((box) => [
    { at: box[axis] - BY, next: -NEXT_LANE },
    { at: box[axis] + box[size] + BY, next: NEXT_LANE },
  ])
  edges.sort((a, b) => far(a.at) - far(b.at))
  for (const { at, next } of edges.slice(0, 6)) {
    for (const via of [at, at + next, at - next]) {
      const way = { from: ways[0], to: ways[1], fromOffset: 0, toOffset: 0, via }
      if (isTaken(way)) continue
      yield way
      break
    }
  }
}

/** Straight lines, where the two boxes overlap along an axis: not only from middle to middle. */
function straight(from: Box, to: Box, leave: Side, arrive: Side, axis: 'x' | 'y', size: 'w' | 'h'): Ports[] {
  const first = Math.max(from[axis], to[axis]) + CORNER
  const last = Math.min(from[axis] + from[size], to[axis] + to[size]) - CORNER
  if (last < first) return []
  const middle = from[axis] + from[size] / 2
  const other = to[axis] + to[size] / 2
  const third = (last - first) / 3
  return [(first + last) / 2, first + third, last - third, last, first].map((at) => ({
    from: leave,
    to: arrive,
    fromOffset: at - middle,
    toOffset: at - other,
  }))
}

/** One corner: out of a side of one box, into the top or bottom of the other, and the other way round. */
function bends(from: Box, to: Box, right: boolean, down: boolean): Ports[] {
  const beside = (length: number): number => Math.max(0, Math.min(BESIDE, length / 2 - CORNER))
  return [
    {
      from: right ? 'right' : 'left',
      to: down ? 'top' : 'bottom',
      fromOffset: 0,
      toOffset: (right ? -1 : 1) * beside(to.w),
    },
    {
      from: down ? 'bottom' : 'top',
      to: right ? 'left' : 'right',
      fromOffset: (right ? 1 : -1) * beside(from.w),
      toOffset: 0,
    },
  ]
}
