import type { MakeId } from '@second-story/std'
import type { Command } from '../commands/command.ts'
import { flowsOf } from '../flows/steps-of.ts'
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
  const arrows = new Map<string, string>()
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
    const id = makeId()
    arrows.set(relation.id, id)
    return [
      {
        do: 'connect',
        id,
        from,
        to,
        kind: relation.kind,
        label: relation.label,
        ...shapeOf(relation),
      },
    ]
  })
  return [
    ...adds,
    ...connects,
    ...flowsAgain(board, boardId, (id) => renamed.get(id as ItemId), arrows, makeId),
  ]
}

/** The flows, with the steps that are on something copied. */
function flowsAgain(
  board: BoardSnapshot,
  boardId: string,
  itemOf: (id: string) => string | undefined,
  arrows: ReadonlyMap<string, string>,
  makeId: MakeId,
): readonly Command[] {
  return flowsOf(board).flatMap((flow): Command[] => {
    if (flow.layer !== 'common') return []
    const steps = flow.steps.flatMap((step) => {
      const on = arrows.get(step.on) ?? itemOf(step.on)
      return on === undefined ? [] : [{ ...step, id: makeId(), on }]
    })
    if (steps.length === 0) return []
    const provenance = flow.provenance ?? { format: 'board', file: boardId, key: flow.id }
    const fields = { name: flow.name, notes: flow.notes, steps, provenance }
    return [{ do: 'add', id: makeId(), type: 'flow', layer: 'common', fields, place: null }]
  })
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
