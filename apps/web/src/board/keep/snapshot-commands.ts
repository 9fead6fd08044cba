import {
  type BoardSnapshot,
  type Item,
  type ItemId,
  itemType,
  PROSE_SECTIONS,
  relativePlace,
} from '@second-story/board'

/**
 * A whole board as commands that make it again on an empty one, ids kept: items (what contains before what it
 * holds), relations, the hand-written parts of the record. What was deleted stays behind, and types that this
 * version does not know.
 */
export function snapshotCommands(board: BoardSnapshot): readonly unknown[] {
  const items = [...board.items.values()].filter((item) => item.type !== 'plain' && item.revealed === null)
  const kept = new Set<ItemId>(items.map((item) => item.id))
  const adds = holdersFirst(items).map((item) => addOf(board, item, kept))
  const connects = [...board.relations.values()]
    .filter(({ from, to }) => kept.has(from) && kept.has(to))
    .map(({ id, from, to, kind, label }) => ({ do: 'connect', id, from, to, kind, label }))
  const prose = PROSE_SECTIONS.map((section) => ({ section, blocks: board.prose.get(section) ?? [] }))
    .filter(({ blocks }) => blocks.length > 0)
    .map((one) => ({ do: 'prose', ...one }))
  return [...adds, ...connects, ...prose]
}

function addOf(board: BoardSnapshot, item: Item, kept: ReadonlySet<ItemId>): unknown {
  if (item.type === 'plain') throw new Error('a type that this version does not know')
  const values = item as unknown as Record<string, unknown>
  const fields = Object.fromEntries(Object.keys(itemType(item.type).fields).map((key) => [key, values[key]]))
  const held = item.place?.parent && kept.has(item.place.parent)
  const place = item.place && (held ? relativePlace(board, item.place) : { ...item.place, parent: null })
  return { do: 'add', id: item.id, type: item.type, layer: item.layer, fields, place }
}

function holdersFirst(items: readonly Item[]): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const out = new Set<Item>()
  const visit = (item: Item): void => {
    if (out.has(item)) return
    const holder = item.place?.parent ? byId.get(item.place.parent) : undefined
    if (holder) visit(holder)
    out.add(item)
  }
  for (const item of items) visit(item)
  return [...out]
}
