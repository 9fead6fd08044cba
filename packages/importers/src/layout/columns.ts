import type { DraftArrow, DraftComponent } from '../system/draft.ts'
import { ranksOf, shapingArrows } from './ranks.ts'

/** Canvas units, on a grid of 8. */
const BOX = { w: 144, h: 56 } as const
const GAP_X = 96
const GAP_Y = 40
const PITCH = BOX.h + GAP_Y
/** More than this in one column and it becomes several, side by side. */
const MOST_IN_COLUMN = 8

export interface Spot {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** which column it stands in, from 0 */
  readonly column: number
}

/** Lays a system out in columns by the depth of calls, the left top corner at 0,0; whoever talk stand level. */
export function columns(
  components: readonly DraftComponent[],
  arrows: readonly DraftArrow[],
): ReadonlyMap<string, Spot> {
  const shaping = shapingArrows(components, arrows)
  const grid = split(components, ranksOf(components, shaping))
  const column = new Map(grid.flatMap((keys, index) => keys.map((key): [string, number] => [key, index])))
  const near = neighbours(components, shaping)
  const rows = settle(grid, near, column)
  const top = Math.min(...rows.values())
  const widths = new Map(components.map((one) => [one.key, widthOf(one)]))
  const out = new Map<string, Spot>()
  let x = 0
  for (const [index, keys] of grid.entries()) {
    for (const key of keys) {
      const y = Math.round((((rows.get(key) ?? 0) - top) * PITCH) / 8) * 8
      out.set(key, { x, y, w: widths.get(key) ?? BOX.w, h: BOX.h, column: index })
    }
    x += Math.max(...keys.map((key) => widths.get(key) ?? BOX.w)) + GAP_X
  }
  return out
}

/** Wide enough for most names on one line: letters are about this wide, and shapes leave this much room. */
const LETTER = 7.4
const SMALL_LETTER = 6
const WIDEST = 208

function widthOf({ kind, name, technology }: DraftComponent): number {
  const edges = kind === 'queue' ? 80 : kind === 'gateway' ? 66 : 50
  const words = Math.max(name.length * LETTER, technology.length * SMALL_LETTER)
  return Math.min(WIDEST, Math.max(BOX.w, Math.ceil((edges + words) / 8) * 8))
}

function split(components: readonly DraftComponent[], ranks: ReadonlyMap<string, number>): string[][] {
  const byRank: string[][] = []
  for (const { key } of components) {
    const rank = ranks.get(key) ?? 0
    const list = byRank[rank]
    if (list) list.push(key)
    else byRank[rank] = [key]
  }
  return byRank.flatMap((keys) => {
    const parts = Math.ceil(keys.length / MOST_IN_COLUMN)
    const size = Math.ceil(keys.length / parts)
    return Array.from({ length: parts }, (_, part) => keys.slice(part * size, (part + 1) * size))
  })
}

/** Whom each would like to stand level with: whom it talks to, and whom it is named after ("carts", "carts-db"). */
function neighbours(
  components: readonly DraftComponent[],
  shaping: readonly DraftArrow[],
): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>(components.map((one) => [one.key, []]))
  const join = (a: string, b: string): void => {
    out.get(a)?.push(b)
    out.get(b)?.push(a)
  }
  for (const { from, to } of shaping) join(from, to)
  for (const { key } of components) {
    const stem = /^(.+)[-_](?:db|database|mysql|postgres|mongo|redis|cache|store|data)$/.exec(key)?.[1]
    // twice: a name says more than one call among many
    if (stem && out.has(stem)) for (let i = 0; i < 2; i++) join(key, stem)
  }
  return out
}

/** Rows, as numbers 1 apart or more within a column, after a few passes to and fro. */
function settle(
  grid: readonly (readonly string[])[],
  near: ReadonlyMap<string, readonly string[]>,
  column: ReadonlyMap<string, number>,
): Map<string, number> {
  const rows = new Map<string, number>()
  for (const keys of grid) {
    for (const [index, key] of keys.entries()) rows.set(key, index - (keys.length - 1) / 2)
  }
  for (let pass = 0; pass < 8; pass++) {
    const leftwards = pass % 2 === 1
    for (const keys of leftwards ? [...grid].reverse() : grid) {
      const wish = new Map(keys.map((key) => [key, wishFor(key, rows, near, column)]))
      place(keys, wish, rows)
    }
  }
  return rows
}

function wishFor(
  key: string,
  rows: ReadonlyMap<string, number>,
  near: ReadonlyMap<string, readonly string[]>,
  column: ReadonlyMap<string, number>,
): number {
  const others = (near.get(key) ?? []).filter((other) => column.get(other) !== column.get(key))
  if (others.length === 0) return rows.get(key) ?? 0
  return others.reduce((sum, other) => sum + (rows.get(other) ?? 0), 0) / others.length
}

/** As near to the wishes as rows one apart allow, without pulling the column to one side. */
function place(keys: readonly string[], wish: ReadonlyMap<string, number>, rows: Map<string, number>): void {
  const order = [...keys].sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0))
  const placed: number[] = []
  for (const key of order) {
    const least = placed.length === 0 ? Number.NEGATIVE_INFINITY : (placed.at(-1) ?? 0) + 1
    placed.push(Math.max(wish.get(key) ?? 0, least))
  }
  const pull = order.reduce((sum, key, i) => sum + (placed[i] ?? 0) - (wish.get(key) ?? 0), 0) / order.length
  for (const [i, key] of order.entries()) rows.set(key, (placed[i] ?? 0) - pull)
}
