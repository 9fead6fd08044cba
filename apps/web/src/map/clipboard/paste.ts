import { type LayerName, LIMITS, shapeOf } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import type { Point } from '../geometry/box.ts'
import { snap } from '../geometry/snap.ts'
import type { Copied, CopiedItem } from './copied.ts'

/** Commands that build copied things again, and the ids of those that were on top. */
export interface Pasted {
  readonly commands: readonly Record<string, unknown>[]
  readonly ids: readonly string[]
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
  return { commands: [...adds, ...connects], ids }
}

const NOTE = { w: 168, h: 88, gap: 16, row: 4 }
const MOST_NOTES = 200

/** Plain text as notes, one a line, in rows of four. Lines beyond what a note may hold are cut. */
export function pasteText(text: string, at: Point, makeId: MakeId, layer: LayerName = 'common'): Pasted {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, MOST_NOTES)
  const ids: string[] = []
  const commands = lines.map((line, index) => {
    const id = makeId()
    ids.push(id)
    const column = index % NOTE.row
    const row = Math.floor(index / NOTE.row)
    const place = {
      x: snap(at.x) + column * (NOTE.w + NOTE.gap),
      y: snap(at.y) + row * (NOTE.h + NOTE.gap),
      w: NOTE.w,
      h: NOTE.h,
      parent: null,
      order: '',
    }
    return { do: 'add', id, type: 'note', layer, fields: { text: line.slice(0, LIMITS.text) }, place }
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
