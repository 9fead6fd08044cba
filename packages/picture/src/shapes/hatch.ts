import type { PathMark } from '../drawing.ts'
import { round as r } from '../text/lines.ts'

const STEP = 9
const INSET = 4

/** Slanting lines over a box: off limits. Faint, so that the words on it stay easy to read. */
export function hatch(w: number, h: number): PathMark {
  const left = INSET
  const right = w - INSET
  const top = INSET + 4
  const bottom = h - INSET
  let d = ''
  for (let sum = left + top + STEP; sum < right + bottom; sum += STEP) {
    const x1 = Math.max(left, sum - bottom)
    const x2 = Math.min(right, sum - top)
    if (x2 > x1) d += `M${r(x1)} ${r(sum - x1)}L${r(x2)} ${r(sum - x2)}`
  }
  return { mark: 'path', d, stroke: 'ink-3', width: 1, opacity: 0.22 }
}
