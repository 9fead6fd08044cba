import type { InkColour, InkWidth, StrokeShape } from '@second-story/board'
import { getStroke } from 'perfect-freehand'
import type { PathMark } from '../drawing.ts'
import type { Paint } from '../themes.ts'

/** What each colour of ink is, so that it reads on light and on dark paper. */
export const INK_PAINTS: Readonly<Record<InkColour, Paint>> = {
  ink: 'ink',
  grey: 'ink-3',
  blue: 'helped',
  green: 'hand',
  ochre: 'harder',
  magenta: 'trial',
}

/** Canvas units across. */
const PEN: Readonly<Record<InkWidth, number>> = { fine: 2.6, medium: 4.4, broad: 8 }
const HIGHLIGHTER: Readonly<Record<InkWidth, number>> = { fine: 11, medium: 19, broad: 30 }

/** A highlighter's colours are those of the pens, but for the yellow that people expect of one. */
const MARKER_PAINTS: Readonly<Record<InkColour, Paint>> = { ...INK_PAINTS, ochre: 'note-line' }

/** The colour of ink as a theme has it. */
export function inkPaint({ kind, colour }: Pick<StrokeShape, 'kind' | 'colour'>): Paint {
  return kind === 'pen' ? INK_PAINTS[colour] : MARKER_PAINTS[colour]
}

/** What lies under a highlighter is read through it: so much of its colour is left. */
export function inkOpacity({ kind, colour }: Pick<StrokeShape, 'kind' | 'colour'>): number {
  if (kind === 'pen') return 1
  return colour === 'ochre' ? 0.7 : 0.26
}

type Drawn = Pick<StrokeShape, 'kind' | 'colour' | 'width' | 'points' | 'pressures'>

/** How broad the ink is where the hand presses as usual. */
export function inkWidth({ kind, width }: Pick<StrokeShape, 'kind' | 'width'>): number {
  return kind === 'pen' ? PEN[width] : HIGHLIGHTER[width]
}

/**
 * A stroke as one mark: a pen's outline, thicker where the hand pressed or went slowly; a highlighter's line, see-through and with
 * flat ends. Equal strokes give equal marks. `ended`: false while the hand still draws.
 */
export function drawStroke(stroke: Drawn, ended = true): PathMark {
  const paint = inkPaint(stroke)
  const size = inkWidth(stroke)
  if (stroke.kind === 'highlighter')
    return {
      mark: 'path',
      d: linePath(dotAsDash(stroke.points, size)),
      stroke: paint,
      width: size,
      opacity: inkOpacity(stroke),
    }
  return { mark: 'path', d: outlinePath(outlineOf(stroke, size, ended)), fill: paint }
}

/** The same from far away, or as a small preview: its middle line, of one width. */
export function sketchStroke(stroke: Drawn): PathMark {
  const mark: PathMark = {
    mark: 'path',
    d: straightPath(stroke.points),
    stroke: inkPaint(stroke),
    width: inkWidth(stroke),
  }
  return stroke.kind === 'pen' ? { ...mark, cap: 'round' } : { ...mark, opacity: inkOpacity(stroke) }
}

function outlineOf({ points, pressures }: Drawn, size: number, ended: boolean): readonly number[][] {
  const inputs: number[][] = []
  for (let i = 0; i + 1 < points.length; i += 2)
    inputs.push([points[i] ?? 0, points[i + 1] ?? 0, pressures?.[i >> 1] ?? 0.5])
  return getStroke(inputs, {
    size,
    thinning: pressures ? 0.62 : 0.5,
    smoothing: 0.5,
    streamline: 0.42,
    simulatePressure: pressures === null,
    last: ended,
  })
}

// a highlighter that only touched the paper leaves a short mark
function dotAsDash(points: readonly number[], size: number): readonly number[] {
  const [x = 0, y = 0] = points
  const isDot = points.every((value, i) => Math.abs(value - (i % 2 === 0 ? x : y)) < 0.5)
  return isDot ? [x - size / 4, y, x + size / 4, y] : points
}

/** A closed curve through the middles between points, so that it has no corners. */
function outlinePath(points: readonly (readonly number[])[]): string {
  const [first] = points
  if (!first) return ''
  const parts = [`M${at(first[0])} ${at(first[1])}Q`]
  for (const [i, [x = 0, y = 0]] of points.entries()) {
    const [nextX = 0, nextY = 0] = points[(i + 1) % points.length] ?? first
    parts.push(`${at(x)} ${at(y)} ${at((x + nextX) / 2)} ${at((y + nextY) / 2)} `)
  }
  return `${parts.join('').trimEnd()}Z`
}

/** An open curve through the middles between points, from the first to the last. */
function linePath(points: readonly number[]): string {
  const parts = [`M${at(points[0])} ${at(points[1])}`]
  for (let i = 2; i + 3 < points.length; i += 2) {
    const [x = 0, y = 0, nextX = 0, nextY = 0] = points.slice(i, i + 4)
    parts.push(`Q${at(x)} ${at(y)} ${at((x + nextX) / 2)} ${at((y + nextY) / 2)}`)
  }
  parts.push(`L${at(points.at(-2))} ${at(points.at(-1))}`)
  return parts.join('')
}

function straightPath(points: readonly number[]): string {
  const parts = [`M${at(points[0])} ${at(points[1])}`]
  for (let i = 2; i + 1 < points.length; i += 2) parts.push(`L${at(points[i])} ${at(points[i + 1])}`)
  if (points.length === 2) parts.push(`L${at(points[0])} ${at(points[1])}`)
  return parts.join('')
}

function at(value: number | undefined): string {
  return String(Math.round((value ?? 0) * 10) / 10 + 0)
}
