import { LIMITS } from '../limits.ts'
import type { Stroke, StrokeId } from '../strokes/stroke.ts'

type Strokes = ReadonlyMap<StrokeId, Stroke>

/**
 * The strokes of all layers, the most public first; the former map where nothing differs. Of a layer that holds more than may be
 * drawn, because several people drew at once or somebody means ill, everyone reads the same ones: those with the smallest ids.
 */
export function strokesIn(ordered: readonly { readonly strokes: Strokes }[], before?: Strokes): Strokes {
  const [only, ...others] = ordered.flatMap(({ strokes }) => (strokes.size > 0 ? [strokes] : []))
  // nearly always one layer holds all of them: a thing that changes beside thousands of strokes costs none of them
  if (only && others.length === 0 && only.size <= LIMITS.strokes) return only
  const out = new Map<StrokeId, Stroke>()
  for (const { strokes } of ordered)
    for (const [id, stroke] of bounded(strokes)) if (!out.has(id)) out.set(id, stroke)
  return before && sameStrokes(before, out) ? before : out
}

function bounded(strokes: Strokes): Iterable<readonly [StrokeId, Stroke]> {
  if (strokes.size <= LIMITS.strokes) return strokes
  return [...strokes].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, LIMITS.strokes)
}

function sameStrokes(a: Strokes, b: Strokes): boolean {
  if (a.size !== b.size) return false
  for (const [id, stroke] of a) if (b.get(id) !== stroke) return false
  return true
}
