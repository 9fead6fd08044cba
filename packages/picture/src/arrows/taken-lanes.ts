import type { Box } from '../drawing.ts'
import type { Ports } from './port.ts'
import { isAcross } from './sides.ts'

/** Two lines nearer than this look like one. */
const APART = 6

/** Lanes along which lines go already, so that the next one takes another. */
export class TakenLanes {
  readonly #lanes: {
    readonly across: boolean
    readonly via: number
    readonly span: readonly [number, number]
  }[] = []

  add(way: Ports, from: Box, to: Box): void {
    if (way.via === undefined) return
    this.#lanes.push({ across: isAcross(way.from), via: way.via, span: spanOf(way, from, to) })
  }

  has(way: Ports, from: Box, to: Box): boolean {
    const { via } = way
    if (via === undefined) return false
    const across = isAcross(way.from)
    const [first, last] = spanOf(way, from, to)
    return this.#lanes.some(
      (lane) =>
        lane.across === across &&
        Math.abs(lane.via - via) < APART &&
        first < lane.span[1] &&
        lane.span[0] < last,
    )
  }
}

function spanOf(way: Ports, from: Box, to: Box): [number, number] {
  return isAcross(way.from)
    ? [Math.min(from.x, to.x), Math.max(from.x + from.w, to.x + to.w)]
    : [Math.min(from.y, to.y), Math.max(from.y + from.h, to.y + to.h)]
}
