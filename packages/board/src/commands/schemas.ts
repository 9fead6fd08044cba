import { z } from 'zod'
import { isLayerName, type LayerName } from '../layers.ts'
import { LIMITS } from '../limits.ts'

export const id = z.string().regex(/^[A-Za-z0-9_-]{21}$/, 'an id has 21 characters of A-Z, a-z, 0-9, - and _')
export const ids = z.array(id).min(1).max(LIMITS.batch).readonly()
export const layer = z.custom<LayerName>(isLayerName, 'not a layer')
const coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate)
const side = z.number().positive().max(LIMITS.size)

/** As stored: x and y relative to `parent`. */
export const place = z.object({
  x: coordinate,
  y: coordinate,
  w: side,
  h: side,
  parent: id.nullable().default(null),
  order: z.string().max(64).default(''),
  // absent, not false: a place that was never pinned reads as it always did
  pinned: z.literal(true).optional(),
})
export type StoredPlace = z.infer<typeof place>
