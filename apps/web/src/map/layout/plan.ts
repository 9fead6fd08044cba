import type { BoardSnapshot, ItemId } from '@second-story/board'
import type { Box, Way } from '@second-story/board/layout'
import { itemBox } from '@second-story/picture'
import { type Gathered, gather, type Scope } from './gather.ts'
import { isBlock, membersOf } from './groups.ts'

/** Between the two areas of a map, their titles counted. */
const BETWEEN_AREAS = 96

export interface Wish {
  readonly scope: Scope
  readonly way: Way
  /** start-up order is shown, and counts */
  readonly quiet: boolean
}

/** Lays plain things out; away from this thread where there is another. */
export type LayOut = (
  things: Gathered['things'],
  lines: Gathered['lines'],
  way: Way,
) => Promise<ReadonlyMap<string, Box>>

/** The absolute boxes of all that would stand elsewhere. The two areas never come to lie on each other. */
export async function planLayout(
  board: BoardSnapshot,
  { scope, way, quiet }: Wish,
  layOut: LayOut,
): Promise<ReadonlyMap<ItemId, Box>> {
  const out = new Map<ItemId, Box>()
  let taken: Box | null = null
  for (const gathered of gather(board, scope, quiet)) {
    const changed = await layOut(gathered.things, gathered.lines, way)
    const boxes = new Map(
      gathered.things.map((thing): [string, Box] => [thing.id, changed.get(thing.id) ?? thing]),
    )
    const moves = gathered.things.some((thing) => thing.within === null && thing.hold === 'free')
    const shift =
      taken && moves && scope.of === 'all' ? past(taken, around([...boxes.values()])) : { x: 0, y: 0 }
    taken = around([...boxes.values()])
    for (const thing of gathered.things) {
      const box = boxes.get(thing.id)
      if (!box || thing.hold === 'pinned') continue
      const to = { x: box.x + shift.x, y: box.y + shift.y, w: box.w, h: box.h }
      if (isBlock(thing.id)) {
        if (to.x === thing.x && to.y === thing.y) continue
        for (const [id, at] of membersOf(board, thing, to, boxIn(board))) out.set(id, at)
      } else if (to.x !== thing.x || to.y !== thing.y || to.w !== thing.w || to.h !== thing.h)
        out.set(thing.id as ItemId, to)
    }
  }
  return out
}

function boxIn(board: BoardSnapshot): (id: ItemId) => Box | null {
  return (id) => {
    const item = board.items.get(id)
    return item?.place ? itemBox(item, board) : null
  }
}

/** A page is so much wider than high. */
const PAGE = 1.6

/** How far an area has to go so that it does not lie on another: beside it or below, whichever makes the better page. */
function past(taken: Box, box: Box): { readonly x: number; readonly y: number } {
  const meets =
    box.x < taken.x + taken.w + BETWEEN_AREAS &&
    taken.x < box.x + box.w + BETWEEN_AREAS &&
    box.y < taken.y + taken.h + BETWEEN_AREAS &&
    taken.y < box.y + box.h + BETWEEN_AREAS
  if (!meets) return { x: 0, y: 0 }
  const grid = (value: number): number => Math.ceil(value / 8) * 8
  const beside = { x: grid(taken.x + taken.w + BETWEEN_AREAS - box.x), y: grid(taken.y - box.y) }
  const below = { x: grid(taken.x - box.x), y: grid(taken.y + taken.h + BETWEEN_AREAS - box.y) }
  const page = (shift: typeof beside): number => {
    const all = around([taken, { ...box, x: box.x + shift.x, y: box.y + shift.y }])
    return Math.max(all.w / PAGE, all.h)
  }
  return page(beside) <= page(below) ? beside : below
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    w: Math.max(...boxes.map((box) => box.x + box.w)) - x,
    h: Math.max(...boxes.map((box) => box.y + box.h)) - y,
  }
}
