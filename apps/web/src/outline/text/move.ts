import {
  type BoardSnapshot,
  type Item,
  type ItemId,
  itemType,
  KIND_OF_PART,
  type Part,
  partOf,
} from '@second-story/board'
import { eventsOf, mayMove, moveBy } from '../../timeline/order.ts'
import { nameOf } from '../item-words.ts'
import { boundariesInOrder, boundaryIdOf, mayLieIn } from './boundaries.ts'
import { type Edit, quoted, sayPartOf, sayPlace } from './edit.ts'
import type { Spot } from './outline.ts'
import { roomIn } from './room-in.ts'

/** `in` and `out` change the level, `up` and `down` go to the heading before or after. */
export type Way = 'in' | 'out' | 'up' | 'down'

/** Factors go through the parts in the order of their headings. */
const PART_ORDER: readonly Part[] = ['came-together', 'harder', 'background', 'helped']

/** Moves a line one step; the reason in words where it cannot go there. */
export function moveLine(board: BoardSnapshot, item: Item, way: Way): Edit | string {
  switch (item.type) {
    case 'component':
    case 'boundary': {
      const to = boundaryTowards(board, item, way)
      return to === undefined ? noWay(way) : moveInto(board, item, to)
    }
    case 'factor': {
      const at = PART_ORDER.indexOf(partOf(item.kind))
      const to = PART_ORDER[way === 'up' ? at - 1 : way === 'down' ? at + 1 : -1]
      return to ? movePart(item, to) : noWay(way)
    }
    case 'event': {
      const step = way === 'up' ? -1 : 1
      const events = eventsOf(board)
      if (way === 'in' || way === 'out') return noWay(way)
      if (!mayMove(events, item.id, step)) return 'Its time says where it stands.'
      return {
        commands: [...moveBy(events, item.id, step)] as unknown as Edit['commands'],
        said: `Moved ${quoted(item)} ${way}.`,
        at: item.id,
      }
    }
    default:
      return noWay(way)
  }
}

/** Can this be moved by levels at all? Tab has its usual meaning where it cannot. */
export function hasLevels(board: BoardSnapshot, item: Item): boolean {
  if (item.type !== 'component' && item.type !== 'boundary') return false
  return [...board.items.values()].some((one) => one.type === 'boundary' && one.id !== item.id)
}

/** The places that something of the system can be moved to, in the order of their headings; null lies in none. */
export function placesFor(board: BoardSnapshot, item: Item): readonly (ItemId | null)[] {
  if (item.type !== 'component' && item.type !== 'boundary') return []
  const here = boundaryIdOf(board, item)
  return [null, ...boundariesInOrder(board)].filter((one) => one !== here && mayLieIn(board, item, one))
}

/** Puts a component or boundary into another boundary, or into none; what lies in it comes along. */
export function moveInto(board: BoardSnapshot, item: Item, boundary: ItemId | null): Edit {
  const type = item.type === 'plain' ? 'component' : item.type
  const { size } = itemType(type)
  const { w, h } = item.place ?? size
  const room = roomIn(board, boundary, { w, h }, { without: item.id })
  const place = { ...room.place, order: item.place?.order ?? '' }
  return {
    commands: [{ do: 'place', places: [{ id: item.id, place }, ...room.grown] }],
    said: `Moved ${nameOf(item)}: now ${sayPlace(board, boundary)}.`,
    at: item.id,
  }
}

export function movePart(item: Item, part: Part): Edit {
  return {
    commands: [{ do: 'set', id: item.id, fields: { kind: KIND_OF_PART[part] } }],
    said: `${quoted(item)} is now ${sayPartOf(part)}.`,
    at: item.id,
  }
}

/** Where a line that is still being written goes by Tab and Shift-Tab; null where there is no such level. */
export function spotTowards(board: BoardSnapshot, spot: Spot, way: 'in' | 'out'): Spot | null {
  if (spot.type !== 'component' && spot.type !== 'boundary') return null
  if (way === 'in') {
    const inner = boundariesInOrder(board).filter((one) => boundaryOf(board, one) === spot.boundary)
    const to = spot.type === 'boundary' ? inner.at(-1) : inner[0]
    return to ? { ...spot, boundary: to } : null
  }
  return spot.boundary === null ? null : { ...spot, boundary: boundaryOf(board, spot.boundary) }
}

/** undefined: there is nothing that way */
function boundaryTowards(board: BoardSnapshot, item: Item, way: Way): ItemId | null | undefined {
  const here = boundaryIdOf(board, item)
  const all = boundariesInOrder(board).filter((one) => mayLieIn(board, item, one))
  switch (way) {
    case 'out': {
      const holder = here === null ? undefined : board.items.get(here)
      return holder && boundaryIdOf(board, holder)
    }
    case 'in': {
      const beside = all.filter((one) => boundaryOf(board, one) === here)
      // a heading goes under the one before it, a line into the first boundary below it
      const order = boundariesInOrder(board)
      return item.type === 'boundary'
        ? beside.filter((one) => order.indexOf(one) < order.indexOf(item.id)).at(-1)
        : beside[0]
    }
    default: {
      if (item.type === 'boundary') return undefined
      const places = [null, ...all]
      return places[places.indexOf(here) + (way === 'up' ? -1 : 1)]
    }
  }
}

function boundaryOf(board: BoardSnapshot, id: ItemId): ItemId | null {
  const item = board.items.get(id)
  return item ? boundaryIdOf(board, item) : null
}

function noWay(way: Way): string {
  const where = { in: 'further in', out: 'further out', up: 'further up', down: 'further down' }[way]
  return `It cannot go ${where}.`
}
