import type { LayerName } from '../layers.ts'

/** 21 characters, made by the caller, as those of items. */
export type StrokeId = string & { readonly __brand: 'stroke' }

/** A highlighter is broad, flat-ended and see-through, and lies under the things on the map; a pen lies over them. */
export const STROKE_KINDS = ['pen', 'highlighter'] as const
export type StrokeKind = (typeof STROKE_KINDS)[number]

/** Names, not colours: what each looks like, light or dark, is the picture's to say. New ones go to the end: their number is stored. */
export const INK_COLOURS = ['ink', 'grey', 'blue', 'green', 'ochre', 'magenta'] as const
export type InkColour = (typeof INK_COLOURS)[number]

export const INK_WIDTHS = ['fine', 'medium', 'broad'] as const
export type InkWidth = (typeof INK_WIDTHS)[number]

/** What a stroke is made of, besides where it is kept. */
export interface StrokeShape {
  readonly kind: StrokeKind
  readonly colour: InkColour
  readonly width: InkWidth
  /** x, y, x, y … absolute, in canvas units, to the tenth */
  readonly points: readonly number[]
  /** of each point, 0 to 1; null where the hand did not tell */
  readonly pressures: readonly number[] | null
}

/** One line drawn by hand. It is whole or not there: it is moved and erased, never edited within. */
export interface Stroke extends StrokeShape {
  readonly id: StrokeId
  readonly layer: LayerName
  /** round its points; the ink reaches half its width further */
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

/** The box round points given as x, y, x, y …; there is at least one. */
export function boxOfPoints(points: readonly number[]): Stroke['box'] {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] ?? 0
    const y = points[i + 1] ?? 0
    x0 = Math.min(x0, x)
    x1 = Math.max(x1, x)
    y0 = Math.min(y0, y)
    y1 = Math.max(y1, y)
  }
  return { x: x0, y: y0, w: x1 - x0, h: y1 - y0 }
}
