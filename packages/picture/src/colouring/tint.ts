import type { Drawing, Font, Mark } from '../drawing.ts'
import { roundedRect } from '../shapes/paths.ts'
import { baseline, round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import type { Paint } from '../themes.ts'

/** A colour that says what group a component belongs to, and the letter that says the same without colour. */
export interface Tint {
  readonly fill: Paint
  readonly line: Paint
  readonly letter: string
}

export const TINTS = [
  { fill: 'tint-1', line: 'tint-1-line' },
  { fill: 'tint-2', line: 'tint-2-line' },
  { fill: 'tint-3', line: 'tint-3-line' },
  { fill: 'tint-4', line: 'tint-4-line' },
  { fill: 'tint-5', line: 'tint-5-line' },
  { fill: 'tint-6', line: 'tint-6-line' },
] as const satisfies readonly { fill: Paint; line: Paint }[]

const LETTER: Font = { family: 'sans', size: 10.5, weight: 600 }
const BADGE = 16

/** A small square with the letter, its top left corner at x, y. */
export function badge(tint: Tint, x: number, y: number): Mark[] {
  const w = badgeWidth(tint)
  return [
    {
      mark: 'path',
      d: roundedRect(x, y, w, BADGE, 4),
      fill: tint.fill,
      stroke: tint.line,
      width: 1.2,
    },
    {
      mark: 'text',
      x: round(x + w / 2),
      y: baseline(y, BADGE, LETTER),
      text: tint.letter,
      font: LETTER,
      fill: 'ink',
      anchor: 'middle',
    },
  ]
}

export function badgeWidth({ letter }: Tint): number {
  return Math.max(BADGE, Math.ceil(measure(letter, LETTER)) + 7)
}

/** The drawing in a colour, its letter over the top left corner: outline and place stay as they are. */
export function tinted(drawing: Drawing, tint: Tint): Drawing {
  const [body, ...rest] = drawing.marks
  if (body?.mark !== 'path') return drawing
  const { fill, line } = tint
  return { ...drawing, marks: [{ ...body, fill, stroke: line }, ...rest, ...badge(tint, -7, -8)] }
}
