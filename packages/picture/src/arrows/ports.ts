import {
  ARROW_LOOKS,
  type BoardSnapshot,
  type ItemId,
  type Relation,
  type RelationId,
} from '@second-story/board'
import type { Box } from '../drawing.ts'
import { itemBox } from '../shapes/catalogue.ts'
import { BoxGrid } from './box-grid.ts'
import { detours } from './detours.ts'
import { lanesOf } from './lanes.ts'
import { lineOf } from './line.ts'
import type { Ports } from './port.ts'
import { elbowCorners } from './route.ts'
import { facingPinned, isAcross, type Side } from './sides.ts'
import { TakenLanes } from './taken-lanes.ts'

/** Two lines into one side arrive this far apart, or nearer where the side is short. */
const APART = 16
const CORNER = 12

interface Slot {
  /** the middle of the other end, along this side */
  readonly toward: number
  readonly key: string
  readonly use: { relation: RelationId; end: 'from' | 'to' }[]
}

export interface PortOptions {
  /** boxes that differ from the board's, as during a drag */
  boxOf?(id: ItemId): Box | null
  /** which relations are drawn; all but chips unless told */
  shown?(relation: Relation): boolean
}

/**
 * Ports for all arrows of a board. Arrivals on one side stand 16 units apart in the order of where they come from;
 * all that leave one side share a trunk.
 */
export function arrowPorts(board: BoardSnapshot, options: PortOptions = {}): ReadonlyMap<RelationId, Ports> {
  const boxes = new Map<ItemId, Box | null>()
  const boxOf = (id: ItemId): Box | null => {
    const known = boxes.get(id)
    if (known !== undefined) return known
    const item = board.items.get(id)
    const box = options.boxOf?.(id) ?? (item?.place ? itemBox(item, board) : null)
    boxes.set(id, box)
    return box
  }
  const shown = options.shown ?? ((relation: Relation) => !ARROW_LOOKS[relation.kind].chip)
  const first = new Map<RelationId, { -readonly [key in keyof Ports]: Ports[key] }>()
  const sides = new Map<string, { box: Box; side: Side; slots: Map<string, Slot> }>()
  for (const relation of board.relations.values()) {
    if (relation.from === relation.to || !shown(relation)) continue
    const from = boxOf(relation.from)
    const to = boxOf(relation.to)
    if (!from || !to) continue
    const { fromSide, toSide } = relation
    const faces = facingPinned(from, to, fromSide, toSide)
    const pinned = fromSide || toSide ? { pinned: { from: !!fromSide, to: !!toSide } } : {}
    first.set(relation.id, { ...faces, fromOffset: 0, toOffset: 0, ...pinned })
    // it goes from middle to middle and keeps no place at a side
    if (lineOf(relation) === 'straight' && !fromSide && !toSide) continue
    const note = (id: ItemId, box: Box, side: Side, other: Box, end: 'from' | 'to'): void => {
      const key = `${id} ${side}`
      let entry = sides.get(key)
      if (!entry) {
        entry = { box, side, slots: new Map() }
        sides.set(key, entry)
      }
      const toward = isAcross(side) ? other.y + other.h / 2 : other.x + other.w / 2
      const slotKey = end === 'from' ? 'out' : relation.id
      const slot = entry.slots.get(slotKey)
      if (slot) slot.use.push({ relation: relation.id, end })
      else entry.slots.set(slotKey, { toward, key: relation.id, use: [{ relation: relation.id, end }] })
    }
    note(relation.from, from, faces.from, to, 'from')
    note(relation.to, to, faces.to, from, 'to')
  }
  for (const { box, side, slots } of sides.values()) {
    const length = (isAcross(side) ? box.h : box.w) - 2 * CORNER
    const ordered = [...slots.values()].sort((a, b) => a.toward - b.toward || (a.key < b.key ? -1 : 1))
    const apart = ordered.length > 1 ? Math.max(0, Math.min(APART, length / (ordered.length - 1))) : 0
    ordered.forEach((slot, at) => {
      const offset = (at - (ordered.length - 1) / 2) * apart
      for (const { relation, end } of slot.use) {
        const ports = first.get(relation)
        if (!ports) continue
        if (end === 'to') ports.toOffset = offset
        else {
          ports.fromOffset = offset
          if (slot.use.length > 1) ports.shared = true
        }
      }
    })
  }
  const found = new Map<RelationId, Ports>(first)
  for (const [id, lane] of lanesOf(board, shown)) {
    const ports = found.get(id) ?? { from: 'right', to: 'top', fromOffset: 0, toOffset: 0 }
    found.set(id, { ...ports, lane })
  }
  goRound(board, found, boxOf)
  return found
}

/** A line through more cards than this crosses a busy board: going round would cross as many others. */
const HOPELESS = 6

/** System arrows that run through a card take the first other way that runs through fewer. */
function goRound(
  board: BoardSnapshot,
  found: Map<RelationId, Ports>,
  boxOf: (id: ItemId) => Box | null,
): void {
  const grid = new BoxGrid<ItemId>()
  const taken = new TakenLanes()
  for (const item of board.items.values()) {
    if (item.type === 'boundary' || item.type === 'frame' || item.type === 'text') continue
    const box = boxOf(item.id)
    if (box) grid.add(item.id, box)
  }
  // in an order of their own: which line takes a lane first must not hang on how the board came
  for (const [id, ports] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const relation = board.relations.get(id)
    const from = relation && boxOf(relation.from)
    const to = relation && boxOf(relation.to)
    if (!relation || !from || !to || relation.from === relation.to || lineOf(relation) !== 'angled') continue
    const { fromSide, toSide } = relation
    const inTheWay = (way: Ports): ReadonlySet<ItemId> =>
      grid.crossed(elbowCorners(from, to, way), [relation.from, relation.to])
    const first = inTheWay(ports)
    let least = first.size
    if (least === 0 || least > HOPELESS) continue
    const boxes = [...first].flatMap((item) => boxOf(item) ?? [])
    for (const way of detours(from, to, boxes, (lane) => taken.has(lane, from, to))) {
      if ((fromSide && way.from !== fromSide) || (toSide && way.to !== toSide)) continue
      const crossed = inTheWay(way).size
      if (crossed >= least) continue
      found.set(id, ports.pinned ? { ...way, pinned: ports.pinned } : way)
      least = crossed
      if (crossed === 0) break
    }
    const chosen = found.get(id)
    if (chosen) taken.add(chosen, from, to)
  }
}
