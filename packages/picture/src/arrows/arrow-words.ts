import type { Font } from '../drawing.ts'
import { round as r } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { fitLine } from '../text/wrap.ts'
import { distance, type Point } from './route.ts'

export const WORDS: Font = { family: 'sans', size: 10.5, weight: 500 }
export const LIT_WORDS: Font = { ...WORDS, weight: 600 }

export interface ArrowWords {
  readonly x: number
  /** the baseline */
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle'
}

/** Words beside short lines, on long ones with a halo in the colour of the ground. */
export function placeWords(
  words: string,
  middle: { a: Point; b: Point },
  curved: boolean,
): ArrowWords | null {
  const text = fitLine(words, WORDS, 160)
  if (text === '') return null
  const { a, b } = middle
  const x = (a.x + b.x) / 2
  const y = (a.y + b.y) / 2
  const length = distance(a, b) / (curved ? 0.35 : 1)
  const flat = Math.abs(b.x - a.x) >= Math.abs(b.y - a.y)
  if (flat) {
    const onLine = length > measure(text, WORDS) + 44
    return { x: r(x), y: r(onLine && !curved ? y + 3.7 : onLine ? y + 3.7 : y - 8), text, anchor: 'middle' }
  }
  if (length >= (curved ? 40 : 72)) return { x: r(x), y: r(y + 3.7), text, anchor: 'middle' }
  return { x: r(x + 9), y: r(y + 3.7), text, anchor: 'start' }
}
