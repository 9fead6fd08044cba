import { acyclic } from './acyclic.ts'
import type { Edge, Graph } from './graph.ts'
import { ordered } from './order.ts'
import { proper } from './proper.ts'
import { ranksOf } from './ranks.ts'
import { spread } from './spread.ts'
import { ALONG, BESIDE, type Box, onGrid, STEP, type Way } from './things.ts'

/** Words ask for so much room along the way, and no more than that. */
const ROUND_WORDS = 44
const MOST_ALONG = 184

/** Nodes that something outside points to, and those that point there. */
export interface Outside {
  readonly entered: readonly number[]
  readonly left: readonly number[]
}

const NOWHERE: Outside = { entered: [], left: [] }

interface Size {
  readonly w: number
  readonly h: number
}

/**
 * One connected graph in ranks along the way its arrows point (Sugiyama, Tagawa, Toda): circles opened, ranks by depth,
 * few crossings, straight lines where possible. Lines that come from outside or go there keep a way free to the edge.
 * The left top corner is 0, 0.
 */
export function flow(graph: Graph, sizes: readonly Size[], way: Way, outside: Outside = NOWHERE): Box[] {
  const straight = acyclic(graph)
  const { open, rank } = opened(straight, ranksOf(straight), outside)
  const inRanks = proper(open, rank, graph.size)
  const ranks = ordered(inRanks)
  const across = sizes.map(({ w, h }) => (way === 'right' ? h : w))
  const deep = sizes.map(({ w, h }) => (way === 'right' ? w : h))
  const middle = spread(inRanks, ranks, across, BESIDE)
  const starts = startsOf(ranks, deep, gapsOf(straight.edges, rank, ranks.length, way), graph.size)
  let top = Number.POSITIVE_INFINITY
  for (let node = 0; node < graph.size; node++)
    top = Math.min(top, (middle[node] ?? 0) - (across[node] ?? 0) / 2)
  const beside = closed(besides(ranks, middle, across, top, graph.size), across)
  return sizes.map(({ w, h }, node) => {
    const along = starts[rank[node] ?? 0] ?? 0
    const aside = beside[node] ?? 0
    return way === 'right' ? { x: along, y: aside, w, h } : { x: aside, y: along, w, h }
  })
}

/** The graph with a gate for each line over the edge: before the first rank, or behind the last. */
function opened(
  { size, edges }: Graph,
  rank: readonly number[],
  { entered, left }: Outside,
): { readonly open: Graph; readonly rank: readonly number[] } {
  if (entered.length + left.length === 0) return { open: { size, edges }, rank }
  const shift = entered.length > 0 ? 1 : 0
  const last = Math.max(...rank) + shift + 1
  const gates = [
    ...entered.map((to, i) => ({ from: size + i, to, room: 0 })),
    ...left.map((from, i) => ({ from, to: size + entered.length + i, room: 0 })),
  ]
  return {
    open: { size: size + gates.length, edges: [...edges, ...gates] },
    rank: [...rank.map((at) => at + shift), ...entered.map(() => 0), ...left.map(() => last)],
  }
}

/** Where each node begins across the way, on the grid, with the gaps kept. */
function besides(
  ranks: readonly (readonly number[])[],
  middle: Float64Array,
  across: readonly number[],
  top: number,
  real: number,
): number[] {
  const out: number[] = []
  for (const rank of ranks) {
    let least = 0
    for (const node of rank) {
      if (node >= real) continue
      const size = across[node] ?? 0
      const wish = Math.round(((middle[node] ?? 0) - size / 2 - top) / STEP) * STEP
      out[node] = Math.max(least, wish)
      least = onGrid((out[node] ?? 0) + size + BESIDE)
    }
  }
  return out
}

/** The same without empty bands across all ranks: what a line alone keeps apart comes together. */
function closed(starts: readonly number[], across: readonly number[]): number[] {
  const order = starts.map((_, node) => node).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0))
  const out = [...starts]
  let shift = 0
  let reached = 0
  for (const node of order) {
    const start = starts[node] ?? 0
    // as it was before anything closed up: each band found adds to those before it
    shift += Math.max(0, start - onGrid(reached + BESIDE))
    out[node] = start - shift
    reached = Math.max(reached, start + (across[node] ?? 0))
  }
  return out
}

/** Room before each rank: the words of lines that end there and begin right before it. */
function gapsOf(edges: readonly Edge[], rank: readonly number[], count: number, way: Way): number[] {
  const gaps = new Array<number>(count).fill(ALONG[way])
  if (way === 'down') return gaps
  for (const { from, to, room } of edges) {
    const at = rank[to] ?? 0
    if (at - (rank[from] ?? 0) !== 1 || room === 0) continue
    gaps[at] = Math.max(gaps[at] ?? 0, Math.min(MOST_ALONG, room + ROUND_WORDS))
  }
  return gaps
}

function startsOf(
  ranks: readonly (readonly number[])[],
  deep: readonly number[],
  gaps: readonly number[],
  real: number,
): number[] {
  const starts: number[] = []
  let at = 0
  let begun = false
  for (const [i, rank] of ranks.entries()) {
    const own = rank.filter((node) => node < real).map((node) => deep[node] ?? 0)
    // the edge that lines from outside come over takes no room
    if (begun && own.length > 0) at = onGrid(at + (gaps[i] ?? 0))
    starts.push(at)
    if (own.length > 0) begun = true
    at += Math.max(0, ...own)
  }
  return starts
}
