import { inkOf } from '../commands/ink.ts'
import { PROSE_SECTIONS } from '../commands/prose.ts'
import { relativePlace } from '../geometry/relative.ts'
import type { ItemId } from '../ids.ts'
import { itemType } from '../items/catalogue.ts'
import { shapeOf } from '../relations/shape.ts'
import type { BoardSnapshot, Item } from '../snapshot.ts'

export interface BoardCommandsOptions {
  /** the id that something has on the new board, the same for the same; kept unless told */
  readonly rename?: (id: string) => string
}

/**
 * A whole board as commands that make it again on an empty one: items (what contains before what it holds), tags, relations,
 * the hand-written parts of the record. What was deleted stays behind, and types that this version does not know. To be
 * parsed like commands of anybody.
 */
export function boardCommands(
  board: BoardSnapshot,
  { rename = (id) => id }: BoardCommandsOptions = {},
): readonly unknown[] {
  const items = [...board.items.values()].filter((item) => item.type !== 'plain' && item.revealed === null)
  const kept = new Set<ItemId>(items.map((item) => item.id))
  const adds = holdersFirst(items).map((item) => addOf(board, item, kept, rename))
  const tags = items.flatMap(({ id, tags: all }) =>
    all.map((tag) => ({ do: 'put', id: rename(id), field: 'tags', entry: tag, value: tag })),
  )
  const connects = [...board.relations.values()]
    .filter(({ from, to }) => kept.has(from) && kept.has(to))
    .map((one) => ({
      do: 'connect',
      id: rename(one.id),
      from: rename(one.from),
      to: rename(one.to),
      kind: one.kind,
      label: one.label,
      ...shapeOf(one),
    }))
  const strokes = [...board.strokes.values()].map((one) => ({ ...inkOf(one), id: rename(one.id) }))
  const prose = PROSE_SECTIONS.map((section) => ({ section, blocks: board.prose.get(section) ?? [] }))
    .filter(({ blocks }) => blocks.length > 0)
    .map((one) => ({ do: 'prose', ...one }))
  return [...adds, ...tags, ...connects, ...strokes, ...prose]
}

function addOf(
  board: BoardSnapshot,
  item: Item,
  kept: ReadonlySet<ItemId>,
  rename: (id: string) => string,
): unknown {
  if (item.type === 'plain') throw new Error('a type that this version does not know')
  const values = item as unknown as Record<string, unknown>
  // a file of an older version has no word for what came since
  const known = Object.keys(itemType(item.type).fields).filter((key) => values[key] !== undefined)
  const fields = Object.fromEntries(known.map((key) => [key, values[key]]))
  if (item.type === 'flow') fields.steps = item.steps.map((step) => ({ ...step, on: rename(step.on) }))
  if (item.group) fields.group = rename(item.group)
  const parent = item.place?.parent && kept.has(item.place.parent) ? item.place.parent : null
  const place = item.place && (parent === null ? item.place : relativePlace(board, item.place))
  return {
    do: 'add',
    id: rename(item.id),
    type: item.type,
    layer: item.layer,
    fields,
    place: place && { ...place, parent: parent && rename(parent) },
  }
}

function holdersFirst(items: readonly Item[]): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const out = new Set<Item>()
  for (const item of items) {
    const path: Item[] = []
    for (
      let at: Item | undefined = item;
      at && !out.has(at) && !path.includes(at);
      at = at.place?.parent ? byId.get(at.place.parent) : undefined
    )
      path.push(at)
    for (const one of path.reverse()) out.add(one)
  }
  return [...out]
}
