import { type BoardSnapshot, type Item, type ItemId, isItemTypeName, itemType } from '@second-story/board'
import type { Box, Font } from './drawing.ts'
import { itemBox } from './shapes/catalogue.ts'
import { round } from './text/lines.ts'

/** The two areas of one map (FACE.md): what is drawn of the system, and how it came about. */
export type Area = 'system' | 'story'

export const AREA_TITLES: Readonly<Record<Area, string>> = {
  system: 'Our system',
  story: 'How it came about',
}
export const AREA_TITLE_FONT: Font = { family: 'serif', size: 22, weight: 500, italic: true }
/** from the baseline of the title to the top of the area: clear of labels on edges and of stamps */
const TITLE_ABOVE = 24

const sortings = new WeakMap<BoardSnapshot, ReadonlyMap<ItemId, Area>>()

/**
 * Which area each placed item belongs to. Notes, questions, texts and frames may lie anywhere and belong to the
 * area that they lie in or nearest to. Only what is common counts, so that nobody's private sketch shifts a title.
 */
export function areasOf(board: BoardSnapshot): ReadonlyMap<ItemId, Area> {
  const known = sortings.get(board)
  if (known) return known
  const made = sortItems(board)
  sortings.set(board, made)
  return made
}

/** What an area covers, stamps and labels left out; null where nothing lies in it. */
export function areaBox(board: BoardSnapshot, area: Area | 'all'): Box | null {
  const boxes: Box[] = []
  for (const [id, its] of areasOf(board)) {
    const item = board.items.get(id)
    if (item && (area === 'all' || its === area)) boxes.push(itemBox(item, board))
  }
  return around(boxes)
}

export interface AreaTitle {
  readonly area: Area
  /** where it starts */
  readonly x: number
  /** its baseline */
  readonly y: number
  readonly text: string
}

/** The titles over the areas that are there. A page that is no gathering's, and has one area alone, needs none. */
export function areaTitles(board: BoardSnapshot, shown: Area | 'all' = 'all'): readonly AreaTitle[] {
  const areas = shown === 'all' ? (['system', 'story'] as const) : [shown]
  const titles = areas.flatMap((area): AreaTitle[] => {
    const box = areaBox(board, area)
    if (!box) return []
    return [{ area, x: round(box.x), y: round(box.y - TITLE_ABOVE), text: AREA_TITLES[area] }]
  })
  const { kind } = board.conduct
  const needed = shown !== 'all' || titles.length > 1 || kind === 'incident-review' || kind === 'chaos-day'
  return needed ? titles : []
}

export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.w))
  const bottom = Math.max(...boxes.map((box) => box.y + box.h))
  return { x, y, w: right - x, h: bottom - y }
}

function sortItems(board: BoardSnapshot): ReadonlyMap<ItemId, Area> {
  const out = new Map<ItemId, Area>()
  const loose: Item[] = []
  for (const item of board.items.values()) {
    if (!item.place || item.layer !== 'common') continue
    const area = ownArea(item)
    if (area === 'any') loose.push(item)
    else out.set(item.id, area)
  }
  const firm = (area: Area): Box | null => {
    const boxes: Box[] = []
    for (const [id, its] of out) {
      const item = board.items.get(id)
      if (item && its === area) boxes.push(itemBox(item, board))
    }
    return around(boxes)
  }
  const system = firm('system')
  const story = firm('story')
  for (const item of loose) {
    const box = itemBox(item, board)
    out.set(item.id, away(box, system) <= away(box, story) ? 'system' : 'story')
  }
  return out
}

function ownArea(item: Item): Area | 'any' {
  return isItemTypeName(item.type) ? itemType(item.type).area : 'any'
}

/** How far the middle of a box lies from an area: 0 inside, endless where there is no such area. */
function away(box: Box, area: Box | null): number {
  if (!area) return Number.POSITIVE_INFINITY
  const x = box.x + box.w / 2
  const y = box.y + box.h / 2
  const dx = Math.max(area.x - x, 0, x - (area.x + area.w))
  const dy = Math.max(area.y - y, 0, y - (area.y + area.h))
  return Math.hypot(dx, dy)
}
