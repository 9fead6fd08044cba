import { type BoardSnapshot, type ItemId, itemType, type Place, relativePlace } from '@second-story/board'
import { type Box, encloses, overlaps } from '../../map/geometry/box.ts'
import { inReadingOrder } from '../order.ts'
import { isWithin } from './boundaries.ts'

const GAP = 24
/** room for the name on a boundary's edge */
const HEAD = 48
const EDGE = 24
/** New things at the open page stand in rows of about this width. */
const ROW_WIDTH = 720

/** A spot for something, and the boundaries that had to grow for it, all as they are stored. */
export interface Room {
  /** absolute canvas units */
  readonly box: Box
  readonly place: Place
  readonly grown: readonly { readonly id: ItemId; readonly place: Place }[]
}

/** What stands there besides the board: things that the same edit makes, or without what it takes away. */
export interface Meanwhile {
  readonly also?: readonly Box[]
  readonly without?: ItemId
}

/**
 * Room for one more in a boundary, or on the open page: behind its last in reading order, in the same row or in a new
 * one below all. A boundary that is full grows downwards, and those round it with it; nothing else moves.
 */
export function roomIn(
  board: BoardSnapshot,
  boundary: ItemId | null,
  size: { readonly w: number; readonly h: number },
  { also = [], without }: Meanwhile = {},
): Room {
  const holder = boundary === null ? null : (board.items.get(boundary)?.place ?? null)
  if (boundary !== null && !holder) return roomInNew(board, boundary, size)
  const others = [...board.items.values()].flatMap(({ id, type, place }) =>
    place && !(without && isWithin(board, id, without)) && (holder === null || isInside(board, id, boundary))
      ? [{ id, type, place }]
      : [],
  )
  const boxes: readonly Box[] = [...others.map(({ place }) => place), ...also]
  const left = holder ? holder.x + EDGE : Math.min(...boxes.map(({ x }) => x), Number.POSITIVE_INFINITY)
  const right = holder ? holder.x + holder.w - EDGE : left + ROW_WIDTH
  const box = spot(boxes, lastOf(board, others, also, boundary), size, left, right, holder)
  const order = ''
  if (boundary === null || !holder) return { box, place: { ...box, parent: null, order }, grown: [] }
  const place = { ...box, x: box.x - holder.x, y: box.y - holder.y, parent: boundary, order }
  return { box, place, grown: grownRound(board, boundary, box) }
}

/** A boundary that lay nowhere gets a place of its own first. */
function roomInNew(board: BoardSnapshot, boundary: ItemId, size: Pick<Box, 'w' | 'h'>): Room {
  const usual = itemType('boundary').size
  const w = Math.max(usual.w, size.w + 2 * EDGE)
  const h = Math.max(usual.h, size.h + HEAD + EDGE)
  const outer = roomIn(board, null, { w, h })
  const place = { x: EDGE, y: HEAD, ...size, parent: boundary, order: '' }
  const box = { x: outer.box.x + EDGE, y: outer.box.y + HEAD, ...size }
  return { box, place, grown: [{ id: boundary, place: outer.place }] }
}

function spot(
  boxes: readonly Box[],
  last: Box | null,
  size: { readonly w: number; readonly h: number },
  left: number,
  right: number,
  holder: Place | null,
): Box {
  const { w, h } = size
  if (!last && holder) {
    const corner = { x: left, y: holder.y + HEAD, w, h }
    if (!boxes.some((one) => overlaps(one, corner))) return corner
  }
  if (last) {
    const beside = { x: snap(last.x + last.w + GAP), y: last.y, w, h }
    if (beside.x + w <= right && !boxes.some((one) => overlaps(one, beside))) return beside
  }
  if (boxes.length === 0) return { x: 0, y: 0, w, h }
  const below = Math.max(
    ...boxes.map((one) => one.y + one.h),
    (holder?.y ?? Number.NEGATIVE_INFINITY) + HEAD - GAP,
  )
  return { x: snap(left), y: snap(below + GAP), w, h }
}

/** The last in reading order of what counts as its list: on the open page only what lies in nothing. */
function lastOf(
  board: BoardSnapshot,
  others: readonly { readonly id: ItemId; readonly type: string }[],
  also: readonly Box[],
  boundary: ItemId | null,
): Box | null {
  const made = also.at(-1)
  if (made) return made
  const list = others.flatMap(({ id, type }) => {
    const item = board.items.get(id)
    return item && type === 'component' && item.place?.parent === boundary ? [item] : []
  })
  return inReadingOrder(list).at(-1)?.place ?? null
}

function isInside(board: BoardSnapshot, id: ItemId, boundary: ItemId | null): boolean {
  return boundary !== null && id !== boundary && isWithin(board, id, boundary)
}

/** The boundary, and all round it, grown so far that the box lies within. */
function grownRound(board: BoardSnapshot, boundary: ItemId, box: Box): Room['grown'] {
  const grown: { id: ItemId; place: Place }[] = []
  const seen = new Set<ItemId>()
  let inner: Box = box
  for (let at: ItemId | null = boundary; at !== null && !seen.has(at); ) {
    seen.add(at)
    const place: Place | null = board.items.get(at)?.place ?? null
    if (!place) break
    const w = Math.max(place.w, inner.x + inner.w + EDGE - place.x)
    const h = Math.max(place.h, inner.y + inner.h + EDGE - place.y)
    if (encloses(place, { ...inner, w: inner.w + EDGE, h: inner.h + EDGE })) break
    if (w === place.w && h === place.h) break
    grown.push({ id: at, place: relativePlace(board, { ...place, w, h }) })
    inner = { x: place.x, y: place.y, w, h }
    at = place.parent
  }
  return grown
}

function snap(value: number): number {
  return Math.ceil(value / 8) * 8
}
