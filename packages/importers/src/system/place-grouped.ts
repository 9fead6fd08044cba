import {
  type BoardSnapshot,
  type Command,
  type Item,
  relativePlace,
  type StoredPlace,
} from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { type Box, blocks, PAD, roundSize } from '../layout/blocks.ts'
import { freeSpace } from '../layout/free-space.ts'
import type { SystemDraft } from './draft.ts'
import { type Known, storedKey, WHOLE } from './known.ts'
import { boundaryRound, ordersFor, type Placed } from './place-new.ts'

/**
 * Where new things of a file with groups go: each into its group; a group that was brought before grows downwards and
 * keeps what lies in it. One boundary goes round it all, unless one group holds everything already.
 */
export function placeGrouped(
  draft: SystemDraft,
  fresh: Required<SystemDraft>,
  known: Known,
  format: string,
  board: BoardSnapshot,
  ids: ReadonlyMap<string, string>,
  makeId: MakeId,
): Placed {
  const { boxes, sizes } = blocks(fresh)
  const things = [...fresh.groups, ...fresh.components, ...fresh.words]
  if (things.length === 0) return { before: [], places: new Map(), after: [] }
  const orders = ordersFor(board, things.length + 1)
  const newGroups = new Set(fresh.groups.map((one) => one.key))
  const homes = new Homes(known, board)
  const places = new Map<string, StoredPlace>()
  const before: Command[] = []
  const corners = new Map<string, { x: number; y: number; id: string | null }>()
  const cornerIn = (group: string | null): { x: number; y: number; id: string | null } => {
    const name = group ?? WHOLE
    let corner = corners.get(name)
    if (corner) return corner
    const home = homes.open(name) ?? homes.open(WHOLE)
    if (home) corner = { x: PAD, y: home.below, id: home.id }
    else if (needsOuter(draft)) {
      const id = makeId()
      const place = {
        ...freeSpace(board),
        ...roundSize(sizes.get(null)),
        parent: null,
        order: orders[0] ?? '',
      }
      before.push(boundaryRound(id, draft, format, place))
      corner = { x: PAD, y: PAD, id }
    } else corner = { ...freeSpace(board), id: null }
    corners.set(name, corner)
    return corner
  }
  for (const [i, one] of things.entries()) {
    const box = boxes.get(one.key)
    if (!box) continue
    const group = one.group ?? null
    const order = orders[i + 1] ?? ''
    if (group !== null && newGroups.has(group)) {
      places.set(one.key, { ...moved(box, PAD, PAD), parent: ids.get(group) ?? null, order })
      continue
    }
    const corner = cornerIn(group)
    places.set(one.key, { ...moved(box, corner.x, corner.y), parent: corner.id, order })
  }
  return { before, places, after: homes.grown(places) }
}

function moved(box: Box, x: number, y: number): Box {
  return { ...box, x: box.x + x, y: box.y + y }
}

/** One group that holds all the others is boundary enough. */
function needsOuter(draft: SystemDraft): boolean {
  const top = [...(draft.groups ?? []), ...draft.components, ...(draft.words ?? [])].filter(
    (one) => (one.group ?? null) === null,
  )
  return top.length !== 1 || !(draft.groups ?? []).some((one) => one.key === top[0]?.key)
}

/** Boundaries of an earlier import that new things come into. */
class Homes {
  readonly #known: Known
  readonly #board: BoardSnapshot
  readonly #opened = new Map<string, { id: string; below: number; item: Item }>()

  constructor(known: Known, board: BoardSnapshot) {
    this.#known = known
    this.#board = board
  }

  open(key: string): { readonly id: string; readonly below: number } | null {
    const opened = this.#opened.get(key)
    if (opened) return opened
    const item = this.#known.get(storedKey(key))
    if (!item?.place || (item.type !== 'boundary' && item.type !== 'frame')) return null
    let filled = 0
    for (const other of this.#board.items.values())
      if (other.place?.parent === item.id)
        filled = Math.max(filled, other.place.y + other.place.h - item.place.y)
    const home = { id: item.id, below: Math.ceil((filled + PAD) / 8) * 8, item }
    this.#opened.set(key, home)
    return home
  }

  /** Those that became too small grow, and with them what they lie in. */
  grown(places: ReadonlyMap<string, StoredPlace>): Command[] {
    const sizes = new Map<string, { w: number; h: number }>()
    const need = (id: string, right: number, bottom: number): void => {
      const place = this.#board.items.get(id as never)?.place
      if (!place) return
      const now = sizes.get(id) ?? place
      const next = { w: Math.max(now.w, right + PAD), h: Math.max(now.h, bottom + PAD) }
      if (next.w === now.w && next.h === now.h) return
      sizes.set(id, next)
      const outer = place.parent === null ? null : this.#board.items.get(place.parent)?.place
      if (place.parent !== null && outer)
        need(place.parent, place.x - outer.x + next.w, place.y - outer.y + next.h)
    }
    for (const { parent, x, y, w, h } of places.values())
      if (parent !== null && this.#board.items.has(parent as never)) need(parent, x + w, y + h)
    if (sizes.size === 0) return []
    return [{ do: 'place', places: [...sizes].flatMap(([id, size]) => this.#resized(id, size)) }]
  }

  #resized(id: string, size: { w: number; h: number }): { id: string; place: StoredPlace }[] {
    const place = this.#board.items.get(id as never)?.place
    if (!place) return []
    return [{ id, place: { ...relativePlace(this.#board, place), ...size } }]
  }
}
