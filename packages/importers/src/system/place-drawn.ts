import { type BoardSnapshot, LIMITS, type StoredPlace } from '@second-story/board'
import { freeSpace } from '../layout/free-space.ts'
import type { DrawnPlace, SystemDraft } from './draft.ts'
import { type Known, storedKey } from './known.ts'
import { ordersFor, type Placed } from './place-new.ts'

/** Where new things of a drawing go: as drawn, beside all there is, or as they lay to those that came before. */
export function placeDrawn(
  draft: SystemDraft,
  fresh: Required<SystemDraft>,
  known: Known,
  board: BoardSnapshot,
  ids: ReadonlyMap<string, string>,
): Placed {
  const drawn = new Map<string, DrawnPlace>()
  for (const one of everything(draft)) if (one.place) drawn.set(one.key, bounded(one.place))
  const shift = shiftOf(drawn, known, board)
  const things = everything(fresh)
  const orders = ordersFor(board, things.length)
  const places = new Map<string, StoredPlace>()
  for (const [i, one] of things.entries()) {
    const place = drawn.get(one.key)
    if (!place) continue
    const group = one.group ?? null
    const parent = group === null ? null : (ids.get(group) ?? null)
    const from =
      group !== null && parent !== null ? originOf(group, drawn, known, board, shift) : { x: 0, y: 0 }
    const { w, h } = place
    const at = { x: clamp(place.x + shift.x - from.x), y: clamp(place.y + shift.y - from.y) }
    places.set(one.key, { ...at, w, h, parent, order: orders[i] ?? '' })
  }
  return { before: [], places, after: [] }
}

/** Whether a file says where its things lie. */
export function isDrawn(draft: SystemDraft): boolean {
  return everything(draft).some((one) => one.place)
}

function everything(draft: SystemDraft): {
  readonly key: string
  readonly group?: string | null
  readonly place?: DrawnPlace | null
}[] {
  return [...(draft.groups ?? []), ...draft.components, ...(draft.words ?? [])]
}

function shiftOf(
  drawn: ReadonlyMap<string, DrawnPlace>,
  known: Known,
  board: BoardSnapshot,
): { readonly x: number; readonly y: number } {
  for (const [key, place] of drawn) {
    const before = known.get(storedKey(key))?.place
    if (before) return { x: before.x - place.x, y: before.y - place.y }
  }
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { x, y } of drawn.values()) {
    left = Math.min(left, x)
    top = Math.min(top, y)
  }
  const corner = freeSpace(board)
  return left === Number.POSITIVE_INFINITY ? corner : { x: corner.x - left, y: corner.y - top }
}

// a group that people moved since takes with it what comes into it now
function originOf(
  group: string,
  drawn: ReadonlyMap<string, DrawnPlace>,
  known: Known,
  board: BoardSnapshot,
  shift: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const place = drawn.get(group)
  const stands = known.get(storedKey(group))
  if (stands?.place && board.items.has(stands.id) && !place) return stands.place
  return place ? { x: place.x + shift.x, y: place.y + shift.y } : { x: 0, y: 0 }
}

function bounded(place: DrawnPlace): DrawnPlace {
  const side = (value: number): number => Math.min(LIMITS.size, Math.max(8, finite(value)))
  return {
    x: clamp(Math.round(finite(place.x))),
    y: clamp(Math.round(finite(place.y))),
    w: side(place.w),
    h: side(place.h),
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

function clamp(value: number): number {
  return Math.min(LIMITS.coordinate / 2, Math.max(-LIMITS.coordinate / 2, value))
}
