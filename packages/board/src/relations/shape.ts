import { z } from 'zod'

/** How a line runs. Where nobody chose, its kind decides: calls turn at right angles, lines of the story curve. */
export const ARROW_LINES = ['straight', 'curved', 'angled'] as const
export type ArrowLine = (typeof ARROW_LINES)[number]

export const ARROW_SIDES = ['left', 'right', 'top', 'bottom'] as const
export type ArrowSide = (typeof ARROW_SIDES)[number]

/** How people shaped an arrow; what is not there is found anew whenever things move. */
export interface ArrowShape {
  readonly line?: ArrowLine
  /** the side at which it leaves, or arrives, whatever lies where */
  readonly fromSide?: ArrowSide
  readonly toSide?: ArrowSide
  /** where its words stand: 0 at its beginning, 1 at its point */
  readonly wordsAt?: number
}

export const SHAPE_KEYS = ['line', 'fromSide', 'toSide', 'wordsAt'] as const

/** As commands carry it; null goes back to what is found. */
export const shapeSchema = {
  line: z.enum(ARROW_LINES).nullable().optional(),
  fromSide: z.enum(ARROW_SIDES).nullable().optional(),
  toSide: z.enum(ARROW_SIDES).nullable().optional(),
  wordsAt: z.number().min(0).max(1).nullable().optional(),
}

export type ShapeChange = { readonly [K in keyof ArrowShape]?: ArrowShape[K] | null | undefined }

/** What of it is sound; the rest is left out, so that an arrow that nobody shaped reads as it always did. */
export function readShape(raw: (key: keyof ArrowShape) => unknown): ArrowShape {
  const shape: { -readonly [K in keyof ArrowShape]: ArrowShape[K] } = {}
  const line = oneOf(ARROW_LINES, raw('line'))
  const fromSide = oneOf(ARROW_SIDES, raw('fromSide'))
  const toSide = oneOf(ARROW_SIDES, raw('toSide'))
  const at = raw('wordsAt')
  if (line) shape.line = line
  if (fromSide) shape.fromSide = fromSide
  if (toSide) shape.toSide = toSide
  if (typeof at === 'number' && Number.isFinite(at)) shape.wordsAt = Math.min(1, Math.max(0, at))
  return shape
}

/** The shape of an arrow alone, to carry it over to a copy. */
export function shapeOf(arrow: ArrowShape): ArrowShape {
  return readShape((key) => arrow[key])
}

/** The whole shape as a change: what is not there goes back to what is found. */
export function wholeShape(arrow: ArrowShape): ShapeChange {
  const { line = null, fromSide = null, toSide = null, wordsAt = null } = arrow
  return { line, fromSide, toSide, wordsAt }
}

/** The shape of the same arrow pointing the other way: its words stay where they are. */
export function turnedShape({ fromSide, toSide, wordsAt }: ArrowShape): ShapeChange {
  return {
    fromSide: toSide ?? null,
    toSide: fromSide ?? null,
    wordsAt: wordsAt === undefined ? null : 1 - wordsAt,
  }
}

function oneOf<T extends string>(values: readonly T[], raw: unknown): T | undefined {
  return values.find((value) => value === raw)
}
