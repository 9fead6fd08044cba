import type { Box } from '../drawing.ts'
import type { Ports } from './port.ts'
import type { Side } from './sides.ts'

/** From a corner to the nearest place for a line. */
const CORNER = 14
const BESIDE = 28

/** Other ways between two boxes for a right-angled arrow whose first way runs through a card, best first. */
export function detours(from: Box, to: Box): Ports[] {
  const right = to.x - (from.x + from.w) >= 2 * CORNER
  const left = from.x - (to.x + to.w) >= 2 * CORNER
  const down = to.y - (from.y + from.h) >= 2 * CORNER
  const up = from.y - (to.y + to.h) >= 2 * CORNER
  const out: Ports[] = []
  if (down || up) out.push(...straight(from, to, down ? 'bottom' : 'top', down ? 'top' : 'bottom', 'x', 'w'))
  if (right || left)
    out.push(...straight(from, to, right ? 'right' : 'left', right ? 'left' : 'right', 'y', 'h'))
  if ((right || left) && (down || up)) out.push(...bends(from, to, right, down))
  if (down || up)
    out.push({ from: down ? 'bottom' : 'top', to: down ? 'top' : 'bottom', fromOffset: 0, toOffset: 0 })
  if (right || left)
    out.push({ from: right ? 'right' : 'left', to: right ? 'left' : 'right', fromOffset: 0, toOffset: 0 })
  const round: Side[] = down || up ? ['right', 'left'] : ['bottom', 'top']
  for (const side of round) out.push({ from: side, to: side, fromOffset: 0, toOffset: 0 })
  return out
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
