import { linked, type Near, type Proper } from './proper.ts'

const SWEEPS = 16
/** Beside a stand-in a line goes by: it needs less room than a card. */
const LINE = 20

/**
 * Where the middle of each node stands beside the way of arrows: ranks keep their order and their gaps, and each node
 * comes as near as that allows to those it is linked to. `extent` is the size of each node across.
 */
export function spread(
  graph: Proper,
  ranks: readonly (readonly number[])[],
  extent: readonly number[],
  gap: number,
): Float64Array {
  const { before, after } = linked(graph)
  const middle = new Float64Array(graph.size)
  const half = (node: number): number => (node < graph.real ? (extent[node] ?? 0) / 2 : 0)
  const apart = (a: number, b: number): number =>
    half(a) + half(b) + (a < graph.real && b < graph.real ? gap : LINE)
  for (const rank of ranks) {
    let at = 0
    for (const [i, node] of rank.entries()) {
      const last = rank[i - 1]
      if (last !== undefined) at += apart(last, node)
      middle[node] = at
    }
    const shift = at / 2
    for (const node of rank) middle[node] = (middle[node] ?? 0) - shift
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0
    const both = sweep >= SWEEPS - 4
    const order = ranks.map((_, i) => (down ? i : ranks.length - 1 - i))
    for (const i of order) {
      const rank = ranks[i] ?? []
      const wishes = rank.map((node) => {
        const near = both
          ? [...(before[node] ?? []), ...(after[node] ?? [])]
          : ((down ? before[node] : after[node]) ?? [])
        return wish(node < graph.real ? cardsFirst(near) : near, middle, middle[node] ?? 0)
      })
      settle(rank, wishes, middle, apart)
    }
  }
  return middle
}

interface Wish {
  readonly at: number
  readonly weight: number
}

/** A card stands level with cards before it does with lines that go by. */
function cardsFirst(near: readonly Near[]): readonly Near[] {
  const cards = near.filter((one) => one.strong === 1)
  return cards.length > 0 ? cards : near
}

/** Between the middles of those near; the strong ones count more. */
function wish(near: readonly Near[], middle: Float64Array, now: number): Wish {
  if (near.length === 0) return { at: now, weight: 0.01 }
  const strongest = Math.max(...near.map((one) => one.strong))
  const heard = near
    .filter((one) => one.strong * 2 > strongest)
    .map((one) => middle[one.node] ?? 0)
    .sort((a, b) => a - b)
  const low = heard[(heard.length - 1) >> 1] ?? 0
  const high = heard[heard.length >> 1] ?? 0
  return { at: (low + high) / 2, weight: strongest * Math.sqrt(near.length) }
}

/** The nearest to all wishes that keeps order and gaps: neighbours that would overlap are pooled and go where most wish. */
function settle(
  rank: readonly number[],
  wishes: readonly Wish[],
  middle: Float64Array,
  apart: (a: number, b: number) => number,
): void {
  const offsets: number[] = []
  const pools: { first: number; weight: number; sum: number }[] = []
  for (const [i, node] of rank.entries()) {
    const last = rank[i - 1]
    offsets.push((offsets[i - 1] ?? 0) + (last === undefined ? 0 : apart(last, node)))
    const { at, weight } = wishes[i] ?? { at: 0, weight: 1 }
    pools.push({ first: i, weight, sum: weight * (at - (offsets[i] ?? 0)) })
    for (let b = pools.at(-1), a = pools.at(-2); a && b && a.sum / a.weight >= b.sum / b.weight; ) {
      pools.pop()
      a.weight += b.weight
      a.sum += b.sum
      b = a
      a = pools.at(-2)
    }
  }
  for (const [p, pool] of pools.entries()) {
    const end = pools[p + 1]?.first ?? rank.length
    const at = pool.sum / pool.weight
    for (let i = pool.first; i < end; i++) {
      const node = rank[i]
      if (node !== undefined) middle[node] = at + (offsets[i] ?? 0)
    }
  }
}
