import type { MakeId } from '@second-story/std'
import type { Command } from '../commands/command.ts'
import { relativePlace } from '../geometry/relative.ts'
import type { ItemId } from '../ids.ts'
import { itemType } from '../items/catalogue.ts'
import { CHIP_RELATIONS } from '../relations/kinds.ts'
import { shapeOf } from '../relations/shape.ts'
import type { BoardSnapshot, Boundary, Component } from '../snapshot.ts'

/**
 * Another board's system as commands: components, boundaries, the arrows between them and where they lie, under
 * new ids, saying where they come from. Only what is common is copied.
 */
export function copySystem(board: BoardSnapshot, boardId: string, makeId: MakeId): readonly Command[] {
  const system = [...board.items.values()].filter(
    (item): item is Component | Boundary =>
      (item.type === 'component' || item.type === 'boundary') && item.layer === 'common',
  )
  const renamed = new Map<ItemId, string>(system.map((item) => [item.id, makeId()]))
  const adds = parentsFirst(system).map((item): Command => {
    const place = item.place && relativePlace(board, item.place)
    const parent = place?.parent ? (renamed.get(place.parent) ?? null) : null
    // its parent stays behind: it keeps where it is
    const origin = place?.parent && !parent ? item.place : place
    return {
      do: 'add',
      id: renamed.get(item.id) ?? makeId(),
      type: item.type,
      layer: 'common',
      fields: fieldsOf(item, boardId),
      place: origin ? { ...origin, parent } : null,
    }
  })
  const connects = [...board.relations.values()].flatMap((relation): Command[] => {
    const from = renamed.get(relation.from)
    const to = renamed.get(relation.to)
    if (
      !from ||
      !to ||
      relation.layer !== 'common' ||
      (CHIP_RELATIONS as readonly string[]).includes(relation.kind)
    )
      return []
    return [
      {
        do: 'connect',
        id: makeId(),
        from,
        to,
        kind: relation.kind,
        label: relation.label,
        ...shapeOf(relation),
      },
    ]
  })
  return [...adds, ...connects]
}

function parentsFirst<T extends Component | Boundary>(items: readonly T[]): T[] {
  const byId = new Map(items.map((item) => [item.id as string, item]))
  const out = new Set<T>()
  for (const item of items) {
    const path: T[] = []
    for (let at: T | undefined = item; at && !out.has(at); at = byId.get(at.place?.parent ?? ''))
      path.push(at)
    for (const one of path.reverse()) out.add(one)
  }
  return [...out]
}

function fieldsOf(item: Component | Boundary, boardId: string): Record<string, unknown> {
  const values = item as unknown as Record<string, unknown>
  const fields: Record<string, unknown> = {}
  for (const key of Object.keys(itemType(item.type).fields)) fields[key] = values[key]
  if (item.type === 'component') {
    fields.provenance = item.provenance ?? { format: 'board', file: boardId, key: item.id }
  }
  return fields
}
