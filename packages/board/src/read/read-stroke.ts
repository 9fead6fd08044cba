import type { LayerName } from '../layers.ts'
import { unpackStroke } from '../strokes/pack.ts'
import { boxOfPoints, type Stroke, type StrokeId } from '../strokes/stroke.ts'

/** Reads one stored stroke; null where it is none. */
export function readStroke(id: StrokeId, raw: unknown, layer: LayerName): Stroke | null {
  const shape = unpackStroke(raw)
  return shape && Object.freeze({ id, layer, ...shape, box: boxOfPoints(shape.points) })
}
