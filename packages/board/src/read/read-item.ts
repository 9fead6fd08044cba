import * as Y from 'yjs'
import { deletedAt, isUndone } from '../document/deleted.ts'
import type { Fields } from '../fields.ts'
import { type ItemId, isId } from '../ids.ts'
import { isItemTypeName, itemType } from '../items/catalogue.ts'
import { firstLine } from '../items/define.ts'
import type { LayerName } from '../layers.ts'
import type { Item, ItemCommon } from '../snapshot.ts'

/** Reads one item's map, whatever is in it. The place is put in later, when all places are known. */
export function readItem(id: ItemId, map: Y.Map<unknown>, layer: LayerName): Item {
  const rawType = map.get('type')
  const common = readCommon(id, map, layer)
  if (!isItemTypeName(rawType)) {
    const of = typeof rawType === 'string' ? rawType.slice(0, 40) : ''
    return { ...common, type: 'plain', of, name: anyWords(map) }
  }
  const values: Record<string, unknown> = {}
  const fields: Fields = itemType(rawType).fields
  for (const key of Object.keys(fields)) values[key] = fields[key]?.read(map.get(key))
  return { ...common, ...values, type: rawType } as unknown as Item
}

function readCommon(id: ItemId, map: Y.Map<unknown>, layer: LayerName): ItemCommon {
  const round = map.get('round')
  const revealed = map.get('revealed')
  const group = map.get('group')
  return {
    id,
    layer,
    place: null,
    round: typeof round === 'string' ? round.slice(0, 64) : null,
    keptBack: map.get('keptBack') === true,
    revealed: isId(revealed) ? (revealed as ItemId) : null,
    tags: readTags(map.get('tags')),
    deleted: deletedAt(map),
    ...(isUndone(map) ? { undone: true as const } : {}),
    ...(typeof group === 'string' && group !== '' ? { group: group.slice(0, 64) } : {}),
  }
}

function readTags(raw: unknown): readonly string[] {
  if (!(raw instanceof Y.Map)) return []
  const tags: string[] = []
  for (const tag of raw.values()) if (typeof tag === 'string') tags.push(tag.slice(0, 60))
  return [...new Set(tags)].sort()
}

function anyWords(map: Y.Map<unknown>): string {
  for (const key of ['name', 'text', 'title']) {
    const raw = map.get(key)
    const words = raw instanceof Y.Text ? raw.toString() : raw
    if (typeof words === 'string' && words !== '') return firstLine(words, '')
  }
  return ''
}
