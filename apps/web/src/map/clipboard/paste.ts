import { type LayerName, LIMITS, type StrokeId, shapeOf } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import type { Box, Point } from '../geometry/box.ts'
import { snap } from '../geometry/snap.ts'
import type { Copied, CopiedItem } from './copied.ts'

/** Commands that build copied things again, and the ids of those that were on top. */
export interface Pasted {
  readonly commands: readonly Record<string, unknown>[]
  readonly ids: readonly string[]
  readonly strokes?: readonly StrokeId[]
}

/** Builds copied things again under fresh ids, their common corner at `at`. */
export function pasteCopied(copied: Copied, at: Point, makeId: MakeId, layer: LayerName = 'common'): Pasted {
  const fresh = new Map(copied.items.map((item) => [item.key, makeId() as string]))
  const byKey = new Map(copied.items.map((item) => [item.key, item]))
  const groups = new Map<string, string>()
  const groupOf = (group: string): string => {
    const known = groups.get(group) ?? makeId()
    groups.set(group, known)
    return known
  }
  const adds = outerFirst(copied.items, byKey).map((item) => {
    const parent = item.parent !== null && byKey.get(item.parent)
    const base = parent ? parent.place : { x: -snap(at.x), y: -snap(at.y) }
    return {
      do: 'add',
      id: fresh.get(item.key),
      type: item.type,
      layer,
      fields: item.group ? { ...item.fields, group: groupOf(item.group) } : item.fields,
      place: {
        x: item.place.x - base.x,
        y: item.place.y - base.y,
        w: item.place.w,
        h: item.place.h,
        parent: parent ? fresh.get(parent.key) : null,
        order: item.order,
      },
    }
  })
  const connects = copied.relations.flatMap((one) => {
    const { kind, label } = one
    const ends = { from: fresh.get(one.from), to: fresh.get(one.to) }
    return ends.from && ends.to
      ? [{ do: 'connect', id: makeId(), ...ends, kind, label, ...shapeOf(one) }]
      : []
  })
  const ids = copied.items.filter((item) => item.parent === null).flatMap((item) => fresh.get(item.key) ?? [])
  const inks = (copied.strokes ?? []).map((stroke) => ({
    do: 'ink',
    id: makeId(),
    layer,
    ...stroke,
    points: stroke.points.map((value, i) => value + snap(i % 2 === 0 ? at.x : at.y)),
  }))
  const strokes = inks.map(({ id }) => id as StrokeId)
  return { commands: [...adds, ...connects, ...inks], ids, strokes }
}

const MOST_NOTES = 200

/** Lines of plain text as notes: without list signs, no empty ones, as many as one can look through. */
export function noteLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, MOST_NOTES)
    .map((line) => line.slice(0, LIMITS.text))
}

/** Notes with these words at these places; ids in their order. */
export function notesAt(
  lines: readonly string[],
  boxes: readonly Box[],
  makeId: MakeId,
  layer: LayerName = 'common',
  fields: Readonly<Record<string, unknown>> = {},
): Pasted {
  const ids: string[] = []
  const commands = lines.flatMap((text, at) => {
    const box = boxes[at]
    if (!box) return []
    const id = makeId()
    ids.push(id)
    const place = { ...box, parent: null, order: '' }
    return [{ do: 'add', id, type: 'note', layer, fields: { ...fields, text }, place }]
  })
  return { commands, ids }
}

// a parent is made before what lies in it; a circle in a forged clipboard ends where it began
function outerFirst(items: readonly CopiedItem[], byKey: ReadonlyMap<string, CopiedItem>): CopiedItem[] {
  const out = new Set<CopiedItem>()
  const visit = (item: CopiedItem, path: Set<CopiedItem>): void => {
    if (out.has(item) || path.has(item)) return
    path.add(item)
    const parent = item.parent === null ? undefined : byKey.get(item.parent)
    if (parent) visit(parent, path)
    out.add(item)
  }
  for (const item of items) visit(item, new Set())
  return [...out]
}
