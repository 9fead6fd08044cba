import {
  type BoardSnapshot,
  type Command,
  isOrderKey,
  LIMITS,
  manyBetween,
  relativePlace,
  type StoredPlace,
} from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { columns, type Spot } from '../layout/columns.ts'
import { freeSpace } from '../layout/free-space.ts'
import type { DraftComponent, SystemDraft } from './draft.ts'
import { type Known, WHOLE } from './known.ts'

/** Room between a boundary's edge and what lies in it; the label stands on the upper edge. */
const PAD = 40

export interface Placed {
  /** commands that come before the components: the boundary */
  readonly before: readonly Command[]
  /** by key, as stored */
  readonly places: ReadonlyMap<string, StoredPlace>
  /** commands that come after them: an existing boundary grows */
  readonly after: readonly Command[]
}

/** Where the new components go: in a boundary of their own, or, when their file was imported before, with the others. */
export function placeNew(
  draft: SystemDraft,
  fresh: readonly DraftComponent[],
  known: Known,
  format: string,
  board: BoardSnapshot,
  makeId: MakeId,
): Placed {
  if (fresh.length === 0) return { before: [], places: new Map(), after: [] }
  const home = homeOf(known, board)
  return home
    ? joinHome(draft, fresh, home, ordersFor(board, fresh.length))
    : newHome(draft, fresh, format, board, makeId)
}

function newHome(
  draft: SystemDraft,
  fresh: readonly DraftComponent[],
  format: string,
  board: BoardSnapshot,
  makeId: MakeId,
): Placed {
  const spots = columns(fresh, draft.arrows)
  const outside = outsiders(fresh, spots)
  const inside = [...spots].filter(([key]) => !outside.has(key)).map(([, spot]) => spot)
  const left = Math.min(...inside.map((spot) => spot.x))
  const top = Math.min(...inside.map((spot) => spot.y))
  const corner = freeSpace(board)
  const shift = left === 0 ? 0 : left - PAD
  const id = makeId()
  const [first = '', ...orders] = ordersFor(board, fresh.length + 1)
  const places = new Map<string, StoredPlace>()
  for (const [index, [key, spot]] of inOrder(spots).entries()) {
    const { w, h } = spot
    const order = orders[index] ?? ''
    const within = { x: spot.x - left + PAD, y: spot.y - top + PAD }
    places.set(
      key,
      outside.has(key)
        ? { x: corner.x + spot.x, y: corner.y + within.y, w, h, parent: null, order }
        : { ...within, w, h, parent: id, order },
    )
  }
  const place = {
    x: corner.x + shift,
    y: corner.y,
    w: Math.max(...inside.map((spot) => spot.x + spot.w)) - left + 2 * PAD,
    h: Math.max(...inside.map((spot) => spot.y + spot.h)) - top + 2 * PAD,
    parent: null,
    order: first,
  }
  return { before: [boundaryRound(id, draft, format, place)], places, after: [] }
}

/** The boundary round all that a file describes. */
export function boundaryRound(id: string, draft: SystemDraft, format: string, place: StoredPlace): Command {
  const provenance = { format, file: draft.file, key: WHOLE }
  const fields = { name: draft.title.slice(0, LIMITS.label), kind: 'system', provenance }
  return { do: 'add', id, type: 'boundary', layer: 'common', fields, place }
}

/** Column by column, from above: the order in which they are read. */
function inOrder(spots: ReadonlyMap<string, Spot>): [string, Spot][] {
  return [...spots].sort(([, a], [, b]) => a.x - b.x || a.y - b.y)
}

/** Above all that the board has. */
export function ordersFor(board: BoardSnapshot, count: number): readonly string[] {
  let last = ''
  for (const { place } of board.items.values())
    if (place && isOrderKey(place.order) && place.order > last) last = place.order
  return manyBetween(last === '' ? null : last, null, count)
}

/** A first column of nothing but clients stands outside the boundary, left of it. */
function outsiders(
  fresh: readonly DraftComponent[],
  spots: ReadonlyMap<string, { readonly column: number }>,
): ReadonlySet<string> {
  const first = fresh.filter((one) => spots.get(one.key)?.column === 0)
  if (first.length === fresh.length || first.some((one) => one.kind !== 'client')) return new Set()
  return new Set(first.map((one) => one.key))
}

interface Home {
  readonly id: string
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly stored: StoredPlace
  /** the lowest edge of what lies in it, from its own upper edge */
  readonly filledTo: number
}

/** The boundary that holds most of what was imported before, or that came with it, if it lies on the map by itself. */
function homeOf(known: Known, board: BoardSnapshot): Home | null {
  const counts = new Map<string, number>()
  for (const { place } of known.values())
    if (place?.parent) counts.set(place.parent, (counts.get(place.parent) ?? 0) + 1)
  const [fullest] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  const id = fullest ?? known.get(WHOLE)?.id
  const item = id === undefined ? undefined : board.items.get(id as never)
  if (!item?.place || item.type !== 'boundary' || item.place.parent !== null) return null
  const { place } = item
  let filledTo = 0
  for (const other of board.items.values()) {
    if (other.place?.parent === item.id)
      filledTo = Math.max(filledTo, other.place.y + other.place.h - place.y)
  }
  return { id: item.id, place, stored: relativePlace(board, place), filledTo }
}

/** Below what the boundary holds, in rows as wide as it is; the boundary grows downwards. */
function joinHome(
  draft: SystemDraft,
  fresh: readonly DraftComponent[],
  home: Home,
  orders: readonly string[],
): Placed {
  const spots = columns(fresh, draft.arrows)
  const top = Math.ceil((home.filledTo + PAD) / 8) * 8
  const places = new Map<string, StoredPlace>()
  for (const [index, [key, spot]] of inOrder(spots).entries()) {
    const { w, h } = spot
    places.set(key, { x: PAD + spot.x, y: top + spot.y, w, h, parent: home.id, order: orders[index] ?? '' })
  }
  const right = Math.max(...[...places.values()].map((place) => place.x + place.w))
  const bottom = Math.max(...[...places.values()].map((place) => place.y + place.h))
  const grown = {
    ...home.stored,
    w: Math.max(home.stored.w, right + PAD),
    h: Math.max(home.stored.h, bottom + PAD),
  }
  return { before: [], places, after: [{ do: 'place', places: [{ id: home.id, place: grown }] }] }
}
