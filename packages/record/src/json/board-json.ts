import { type BoardSnapshot, type Item, type Relation, type Stroke, shapeOf } from '@second-story/board'
import { commentsToKeep } from './kept-comments.ts'
import { votesToKeep } from './kept-votes.ts'
import { sorted } from './sorted.ts'

type Plain = { readonly [key: string]: unknown }

/** As the command that draws it takes it. */
export type GraphStroke = {
  -readonly [K in keyof Omit<Stroke, 'box' | 'points' | 'pressures'>]: Stroke[K]
} & {
  points: number[]
  pressures: number[] | null
}

/** A board as plain values: what is there, where, and how it hangs together. */
export interface BoardGraph {
  readonly board: {
    readonly id: string
    readonly title: string
    readonly kind: string
    readonly stage: string | null
    readonly zone: string
  }
  readonly items: (Plain & { id: string; type: string; layer: string; place?: NonNullable<Item['place']> })[]
  readonly relations: Omit<Relation, 'deleted'>[]
  /** lines drawn by hand */
  readonly strokes: GraphStroke[]
  /** hand-written parts of the record: section -> blocks */
  readonly prose: Record<string, unknown[]>
}

export const BOARD_FORMAT = 'second-story/board'

/** Order and bytes depend on the board alone. */
export function graphOf(id: string, board: BoardSnapshot): BoardGraph {
  const { title, kind, stage, zone } = board.conduct
  return {
    board: { id, title, kind, stage, zone },
    items: [...board.items.values()].sort(byId).map(plainItem),
    relations: [...board.relations.values()].sort(byId).map((relation) => ({
      id: relation.id,
      from: relation.from,
      to: relation.to,
      kind: relation.kind,
      label: relation.label,
      layer: relation.layer,
      ...shapeOf(relation),
    })),
    strokes: [...board.strokes.values()].sort(byId).map(plainStroke),
    prose: Object.fromEntries(
      [...board.prose].map(([section, blocks]): [string, unknown[]] => [section, [...blocks]]).sort(byKey),
    ),
  }
}

/** The board as a file to keep: what everybody on it may read, and nothing that only its reader can. */
export function toBoardJson(id: string, board: BoardSnapshot): string {
  const { items, relations, strokes, ...rest } = graphOf(id, board)
  const common = items.filter(({ layer }) => layer === 'common')
  const there = new Set(common.map((item) => item.id))
  const between = relations.filter(
    ({ layer, from, to }) => layer === 'common' && there.has(from) && there.has(to),
  )
  const drawn = strokes.filter(({ layer }) => layer === 'common')
  const said = commentsToKeep(board)
  const votes = votesToKeep(board)
  const whole = {
    format: BOARD_FORMAT,
    ...rest,
    items: common,
    relations: between,
    strokes: drawn,
    ...(said.length > 0 ? { comments: said } : {}),
    ...(votes.length > 0 ? { votes } : {}),
  }
  return `${JSON.stringify(sorted(whole), null, 2)}\n`
}

function plainItem(item: Item): BoardGraph['items'][number] {
  const { place, deleted: _, ...rest } = item
  return place ? { ...rest, place: { ...place } } : rest
}

function plainStroke({ box: _, points, pressures, ...rest }: Stroke): GraphStroke {
  // to the thousandth: a byte of pressure says no more
  const pressed = pressures === null ? null : pressures.map((one) => Math.round(one * 1_000) / 1_000)
  return { ...rest, points: [...points], pressures: pressed }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function byKey([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}
