import type { Font } from '../drawing.ts'
import { round as r } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { fitLine } from '../text/wrap.ts'
import type { Point } from './point.ts'
import { distance, type Piece } from './route.ts'

export const WORDS: Font = { family: 'sans', size: 10.5, weight: 500 }
export const LIT_WORDS: Font = { ...WORDS, weight: 600 }

/** the share of a curve that its middle piece is */
const MIDDLE = 0.3

export interface ArrowWords {
  readonly x: number
  /** the baseline */
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Words beside short lines, on long ones with a halo in the colour of the ground. */
export function placeWords(words: string, places: readonly Piece[], curved: boolean): ArrowWords | null {
  const text = fitLine(words, WORDS, 160)
  if (text === '') return null
  const width = measure(text, WORDS)
  const place = places.find((piece) => hasRoom(piece, width)) ?? places.at(-1)
  if (!place) return null
  const { a, b } = place
  const x = (a.x + b.x) / 2
  const y = (a.y + b.y) / 2
  const length = distance(a, b) / (curved ? MIDDLE : 1)
  if (Math.abs(b.x - a.x) >= Math.abs(b.y - a.y)) {
    const onLine = length > width + (curved ? 40 : 60)
    return { x: r(x), y: r(onLine ? y + 3.7 : y - 8), text, anchor: 'middle' }
  }
  if (curved && length >= 60) {
    // steep between two cards: clear of a stamp that hangs over the left one's corner
    return { x: r(Math.max(x, x + width / 2 - 14)), y: r(y + 3.7), text, anchor: 'middle' }
  }
  if (!curved && length >= 72) return { x: r(x), y: r(y + 3.7), text, anchor: 'middle' }
  // stamps hang at the right of cards: beside a thread, words stand left
  return curved
    ? { x: r(x - 9), y: r(y + 3.7), text, anchor: 'end' }
    : { x: r(x + 9), y: r(y + 3.7), text, anchor: 'start' }
}

/** Words on the spot of the line that people gave them. */
export function wordsOn(words: string, at: Point): ArrowWords | null {
  const text = fitLine(words, WORDS, 160)
  return text === '' ? null : { x: r(at.x), y: r(at.y + 3.7), text, anchor: 'middle' }
}

/** Beside a line words need little more than their width; on a steep one its corner and head stay free. */
const [BESIDE, ON] = [12, 40]

function hasRoom({ a, b }: Piece, width: number): boolean {
  const across = Math.abs(b.x - a.x) >= Math.abs(b.y - a.y)
  return distance(a, b) >= (across ? width + BESIDE : ON)
}
