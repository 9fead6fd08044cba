import type { BoardSnapshot, Component } from '@second-story/board'
import type { SystemDraft } from '../system/draft.ts'
import { type Known, storedKey } from '../system/known.ts'
import type { Alike, Join } from './change.ts'

/** "Orders Service", "orders-svc" and "orders" are one name. */
export function plainName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  while (words.length > 1 && /^(?:the|services?|svc|app)$/.test(words.at(-1) ?? '')) words.pop()
  return words.join('')
}

/**
 * What of a file is called like a component on the board that did not come from it. One to one: the same spelling first,
 * then a name that only one of the board's components has.
 */
export function alikeIn(draft: SystemDraft, own: Known, board: BoardSnapshot, join: Join): readonly Alike[] {
  const taken = new Set<string>([...own.values()].map((item) => item.id))
  const bySpelling = new Map<string, Component[]>()
  const byName = new Map<string, Component[]>()
  for (const item of board.items.values()) {
    if (item.type !== 'component' || item.layer !== 'common' || taken.has(item.id)) continue
    put(bySpelling, item.name, item)
    put(byName, plainName(item.name), item)
  }
  const open = draft.components.filter((one) => !own.has(storedKey(one.key)))
  const found = new Map<string, Component>()
  const pair = (key: string, items: readonly Component[] | undefined): void => {
    const free = items?.filter((item) => !taken.has(item.id)) ?? []
    const [one] = free
    if (!one || free.length > 1 || found.has(key)) return
    found.set(key, one)
    taken.add(one.id)
  }
  for (const one of open) pair(one.key, bySpelling.get(one.name))
  for (const one of open) if (plainName(one.name) !== '') pair(one.key, byName.get(plainName(one.name)))
  const isJoined = (key: string): boolean => (typeof join === 'string' ? join === 'all' : join.has(key))
  return open.flatMap(({ key, name }): Alike[] => {
    const item = found.get(key)
    return item ? [{ key, name, item: item.id, itemName: item.name, joined: isJoined(key) }] : []
  })
}

function put(map: Map<string, Component[]>, key: string, item: Component): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
