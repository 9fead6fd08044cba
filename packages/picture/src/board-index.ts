import { type BoardSnapshot, type Boundary, type Component, dayOf, type ItemId } from '@second-story/board'

/** What shapes ask of the board around them, gathered once a snapshot. */
export interface BoardIndex {
  /** the components that a factor, event or insight is about, in a fixed order */
  readonly about: ReadonlyMap<ItemId, readonly Component[]>
  /** the day on which most dated events lie, `2017-01-31`; the first of several */
  readonly mainDay: string | null
  readonly boundaries: readonly Boundary[]
}

const indices = new WeakMap<BoardSnapshot, BoardIndex>()

export function indexOf(board: BoardSnapshot): BoardIndex {
  const known = indices.get(board)
  if (known) return known
  const made: BoardIndex = {
    about: aboutOf(board),
    mainDay: mainDayOf(board),
    boundaries: [...board.items.values()].filter((item): item is Boundary => item.type === 'boundary'),
  }
  indices.set(board, made)
  return made
}

function aboutOf(board: BoardSnapshot): ReadonlyMap<ItemId, readonly Component[]> {
  const out = new Map<ItemId, Component[]>()
  const add = (owner: ItemId, other: ItemId): void => {
    const component = board.items.get(other)
    if (component?.type !== 'component') return
    const list = out.get(owner)
    if (!list) out.set(owner, [component])
    else if (!list.includes(component)) list.push(component)
  }
  for (const relation of board.relations.values()) {
    if (relation.kind !== 'about') continue
    add(relation.from, relation.to)
    add(relation.to, relation.from)
  }
  for (const list of out.values()) list.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
  return out
}

function mainDayOf(board: BoardSnapshot): string | null {
  const counts = new Map<string, number>()
  for (const item of board.items.values()) {
    if (item.type !== 'event' || !item.when.at) continue
    const day = dayOf(item.when.at, board.conduct.zone)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  let main: string | null = null
  let most = 0
  for (const [day, count] of counts) {
    if (count > most || (count === most && main !== null && day < main)) {
      main = day
      most = count
    }
  }
  return main
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
