import type { ArrowLook } from '@second-story/board'
import type { PathMark } from '../drawing.ts'
import { round as r } from '../text/lines.ts'
import type { Paint } from '../themes.ts'
import type { Point } from './point.ts'

/** How far before the tip the line ends, so that it does not show past the head's point. */
export function headLength(look: ArrowLook): number {
  switch (look.head) {
    case 'filled':
      return 6
    case 'open':
    case 'none':
      return 0
    case 'bar':
      return 2
  }
}

export function head(look: ArrowLook, tip: Point, angle: number, paint: Paint): PathMark | null {
  const place = (along: number, beside: number): string => {
    const turn = (angle * Math.PI) / 180
    const x = tip.x + along * Math.cos(turn) - beside * Math.sin(turn)
    const y = tip.y + along * Math.sin(turn) + beside * Math.cos(turn)
    return `${r(x)} ${r(y)}`
  }
  switch (look.head) {
    case 'filled': {
      const [length, half] = look.thread ? [8, 3.6] : [9, 4.2]
      return {
        mark: 'path',
        d: `M${place(0, 0)}L${place(-length, -half)}L${place(-length, half)}Z`,
        fill: paint,
      }
    }
    case 'open':
      return {
        mark: 'path',
        d: `M${place(-8, -4.5)}L${place(0, 0)}L${place(-8, 4.5)}`,
        stroke: paint,
        width: 1.5,
      }
    case 'bar':
      return {
        mark: 'path',
        d: `M${place(-2, -7)}L${place(-2, 7)}`,
        stroke: paint,
        width: 2.4,
        cap: 'round',
      }
    case 'none':
      return null
  }
}
