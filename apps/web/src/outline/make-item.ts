import {
  type BoardSnapshot,
  type Item,
  type ItemTypeName,
  itemType,
  KIND_OF_PART,
  type LayerName,
  type Part,
} from '@second-story/board'

/** What the + on the phone makes. */
export const ADDABLE = ['factor', 'event', 'note', 'question', 'component', 'insight'] as const
export type Addable = (typeof ADDABLE)[number]

/** Where new writing goes while people write quietly, and the round it belongs to. */
export interface WriteWhere {
  readonly layer: LayerName
  readonly fields: Readonly<Record<string, unknown>>
}

export const EVERYBODY: WriteWhere = { layer: 'common', fields: {} }

export interface NewItem {
  readonly type: Addable
  readonly words: string
  /** the part a factor played */
  readonly part?: Part
}

/** The command that makes it. On the map it lies in open space below what is there, so nothing is covered. */
export function addCommand(
  board: BoardSnapshot,
  made: NewItem,
  id: string,
  where: WriteWhere,
): Record<string, unknown> {
  const words = made.words.trim()
  const fields: Record<string, unknown> = { ...where.fields, [itemType(made.type).words]: words }
  if (made.type === 'factor') fields.kind = KIND_OF_PART[made.part ?? 'came-together']
  return { do: 'add', id, type: made.type, layer: where.layer, fields, place: openPlace(board, made.type) }
}

const GAP = 24
/** New cards stand in rows of about this width, in canvas units. */
const ROW_WIDTH = 720

/**
 * An open spot in the area of the map where such things live: in the lowest row there if it has room at its right,
 * else under everything. Multiples of 8, as the map snaps.
 */
export function openPlace(
  board: BoardSnapshot,
  type: ItemTypeName,
  size = itemType(type).size,
): Record<string, unknown> {
  const { area } = itemType(type)
  const all = [...board.items.values()].flatMap((item) => (item.place ? [{ item, place: item.place }] : []))
  const same = all.filter(({ item }) => areaOf(item) === area)
  const beside = same.length > 0 ? same : all
  if (beside.length === 0) return { x: 0, y: 0, w: size.w, h: size.h, parent: null, order: '' }
  const left = Math.min(...beside.map(({ place }) => place.x))
  const lowest = beside.reduce((a, b) => (b.place.y + b.place.h > a.place.y + a.place.h ? b : a)).place
  const spot = { x: snap(lowest.x + lowest.w + GAP), y: snap(lowest.y), w: size.w, h: size.h }
  const free = spot.x + spot.w - left <= ROW_WIDTH && !all.some(({ place }) => overlap(spot, place))
  const under = snap(Math.max(...beside.map(({ place }) => place.y + place.h)) + GAP)
  const at = free ? spot : { x: snap(left), y: clear(all, left, under, size), w: size.w, h: size.h }
  return { ...at, parent: null, order: '' }
}

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

function clear(
  all: readonly { readonly place: Box }[],
  x: number,
  y: number,
  size: { readonly w: number; readonly h: number },
): number {
  let at = y
  for (let tries = 0; tries < 200; tries++) {
    const hit = all.find(({ place }) => overlap({ x, y: at, ...size }, place))
    if (!hit) return at
    at = snap(hit.place.y + hit.place.h + GAP)
  }
  return at
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

function snap(value: number): number {
  return Math.ceil(value / 8) * 8
}

function areaOf(item: Item): 'system' | 'story' | 'any' {
  return item.type === 'plain' ? 'any' : itemType(item.type).area
}
