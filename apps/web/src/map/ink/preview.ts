import { INK_COLOURS, INK_WIDTHS, type LayerName, type StrokeShape } from '@second-story/board'
import { LIMITS, type PresenceInk } from '@second-story/protocol'
import type { Shown } from '../../presence/people.ts'
import type { Point } from '../geometry/box.ts'

/** What others are told of a line while it grows: its whole shape, thinned to as many points as presence takes. */
export function previewOf(shape: StrokeShape, zoom: number): PresenceInk {
  const { kind, colour, width, points } = shape
  const count = points.length >> 1
  const step = Math.max(1, Math.ceil(count / (LIMITS.presencePoints - 1)))
  const told: number[] = []
  for (let i = 0; i < count; i += step) told.push(...pointAt(points, i, zoom))
  if ((count - 1) % step !== 0) told.push(...pointAt(points, count - 1, zoom))
  return { kind, colour, width, points: told, count }
}

/** What others see of a hand while it draws. Of what goes where only this person sees it, nothing: not even where the hand is. */
export function seenByOthers(layer: LayerName, at: Point, shape: StrokeShape, zoom: number): Shown {
  return layer === 'common' ? { cursor: at, ink: previewOf(shape, zoom) } : { cursor: null }
}

/** A line that somebody else draws now; null for a laser. */
export function shapeOfPreview({ kind, colour, width, points }: PresenceInk): StrokeShape | null {
  if (kind === 'laser') return null
  return {
    kind,
    colour: INK_COLOURS.find((one) => one === colour) ?? 'ink',
    width: INK_WIDTHS.find((one) => one === width) ?? 'medium',
    points,
    pressures: null,
  }
}

/** As exact as the eye can tell at that zoom: short numbers. */
export function toldAt(zoom: number): (value: number) => number {
  const k = zoom > 1.5 ? 10 : 1
  return (value) => Math.round(value * k) / k
}

function pointAt(points: readonly number[], i: number, zoom: number): number[] {
  const round = toldAt(zoom)
  return [round(points[2 * i] ?? 0), round(points[2 * i + 1] ?? 0)]
}
