import {
  type BoardSnapshot,
  type Command,
  type Item,
  type ItemTypeName,
  itemId,
  itemType,
  type Place,
  type Relation,
  relationId,
} from '@second-story/board'

/**
 * The board as it would be after some commands of an import, without touching any document: for a picture of what comes, and
 * for what is planned after it. It knows the commands that imports make, no others.
 */
export function imagineBoard(board: BoardSnapshot, commands: readonly Command[]): BoardSnapshot {
  const items = new Map(board.items)
  const relations = new Map(board.relations)
  for (const command of commands) {
    if (command.do === 'add') items.set(itemId(command.id), born(command, items))
    else if (command.do === 'set') {
      const item = items.get(itemId(command.id))
      if (item) items.set(item.id, { ...item, ...command.fields } as Item)
    } else if (command.do === 'place') {
      for (const { id, place } of command.places) {
        const item = items.get(itemId(id))
        if (item) items.set(item.id, { ...item, place: place && absolute(place, items) } as Item)
      }
    } else if (command.do === 'remove') {
      for (const id of command.ids) items.delete(itemId(id))
    } else if (command.do === 'connect') {
      const { id, from, to, kind, label } = command
      const ends = { from: itemId(from), to: itemId(to) }
      const made: Relation = { id: relationId(id), layer: 'common', ...ends, kind, label, deleted: null }
      relations.set(made.id, made)
    } else if (command.do === 'disconnect') {
      for (const id of command.ids) relations.delete(relationId(id))
    } else if (command.do === 'amend') {
      const was = relations.get(relationId(command.id))
      if (was) relations.set(was.id, { ...was, label: command.label ?? was.label })
    }
  }
  for (const [id, { from, to }] of relations) if (!items.has(from) || !items.has(to)) relations.delete(id)
  return { ...board, items, relations }
}

function born(command: Command & { do: 'add' }, items: ReadonlyMap<string, Item>): Item {
  const values: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(itemType(command.type as ItemTypeName).fields))
    values[key] = command.fields[key] ?? field.fallback
  const common = { layer: 'common', round: null, keptBack: false, revealed: null, tags: [], deleted: null }
  const place = command.place && absolute(command.place, items)
  return { ...common, ...values, id: itemId(command.id), type: command.type, place } as unknown as Item
}

type Stored = NonNullable<(Command & { do: 'add' })['place']>

function absolute({ pinned, ...place }: Stored, items: ReadonlyMap<string, Item>): Place {
  const parent = place.parent === null ? null : itemId(place.parent)
  const outer = parent === null ? null : items.get(parent)?.place
  const at = { x: place.x + (outer?.x ?? 0), y: place.y + (outer?.y ?? 0) }
  return { ...place, parent, ...at, ...(pinned ? { pinned } : {}) }
}
