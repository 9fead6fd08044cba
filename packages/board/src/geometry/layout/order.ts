import { linked, type Near, type Proper } from './proper.ts'

const SWEEPS = 14
/** So many without a better order and it is good enough. */
const PATIENCE = 4
/** Larger graphs are left as the sweeps order them: swapping neighbours one by one takes long. */
const MOST_TO_SWAP = 400

/**
 * An order within each rank in which few links cross: each node goes to the middle of those it is linked to, rank by rank
 * to and fro; the best order found is kept.
 */
export function ordered(graph: Proper): number[][] {
  const { before, after } = linked(graph)
  let ranks = firstOrder(graph, after)
  const at = new Float64Array(graph.size)
  const note = (rank: readonly number[]): void => {
    for (const [i, node] of rank.entries()) at[node] = i
  }
  for (const rank of ranks) note(rank)
  let best = ranks.map((rank) => [...rank])
  let least = crossings(ranks, after, at)
  let since = 0
  for (let sweep = 0; sweep < SWEEPS && least > 0 && since < PATIENCE; sweep++) {
    const down = sweep % 2 === 0
    const near = down ? before : after
    const order = ranks.map((_, i) => (down ? i : ranks.length - 1 - i))
    ranks = [...ranks]
    for (const i of order.slice(1)) {
      const sorted = byMiddle(ranks[i] ?? [], near, at)
      ranks[i] = sorted
      note(sorted)
    }
    if (graph.real <= MOST_TO_SWAP) for (const rank of ranks) swapNeighbours(rank, before, after, at)
    const count = crossings(ranks, after, at)
    since++
    if (count >= least) continue
    least = count
    best = ranks.map((rank) => [...rank])
    since = 0
  }
  return best
}

/** As a walk from the first rank meets them. */
function firstOrder({ ranks, size }: Proper, after: readonly (readonly Near[])[]): number[][] {
  const rankOf = new Int32Array(size)
  for (const [i, rank] of ranks.entries()) for (const node of rank) rankOf[node] = i
  const seen = new Uint8Array(size)
  const out: number[][] = ranks.map(() => [])
  for (const start of ranks.flat()) {
    if (seen[start]) continue
    const path = [start]
    for (let node = path.pop(); node !== undefined; node = path.pop()) {
      if (seen[node]) continue
      seen[node] = 1
      out[rankOf[node] ?? 0]?.push(node)
      for (const { node: to } of [...(after[node] ?? [])].reverse()) if (!seen[to]) path.push(to)
    }
  }
  return out
}

function byMiddle(rank: readonly number[], near: readonly (readonly Near[])[], at: Float64Array): number[] {
  const wish = new Map<number, number>()
  for (const [i, node] of rank.entries()) {
    const others = near[node] ?? []
    if (others.length === 0) wish.set(node, i)
    else wish.set(node, others.reduce((sum, one) => sum + (at[one.node] ?? 0), 0) / others.length)
  }
  // what is linked to nothing there keeps its place among the others
  const movable = rank.filter((node) => (near[node]?.length ?? 0) > 0)
  const sorted = [...movable].sort(
    (a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || (at[a] ?? 0) - (at[b] ?? 0),
  )
  let next = 0
  return rank.map((node) => ((near[node]?.length ?? 0) > 0 ? (sorted[next++] ?? node) : node))
}

function swapNeighbours(
  rank: number[],
  before: readonly (readonly Near[])[],
  after: readonly (readonly Near[])[],
  at: Float64Array,
): void {
  for (let i = 0; i + 1 < rank.length; i++) {
    const [a, b] = [rank[i], rank[i + 1]]
    if (a === undefined || b === undefined) continue
    const now = pair(before[a], before[b], at) + pair(after[a], after[b], at)
    const swapped = pair(before[b], before[a], at) + pair(after[b], after[a], at)
    if (swapped >= now) continue
    rank[i] = b
    rank[i + 1] = a
    at[b] = i
    at[a] = i + 1
  }
}

/** Crossings of the links of two neighbours, the first standing before the second. */
function pair(first: readonly Near[] = [], second: readonly Near[] = [], at: Float64Array): number {
  let count = 0
  for (const a of first) for (const b of second) if ((at[a.node] ?? 0) > (at[b.node] ?? 0)) count++
  return count
}

/** How many links cross, all ranks together (Barth, Jünger, Mutzel: inversions, counted by a tree of sums). */
export function crossings(
  ranks: readonly (readonly number[])[],
  after: readonly (readonly Near[])[],
  at: Float64Array,
): number {
  let count = 0
  for (const [i, rank] of ranks.entries()) {
    const width = ranks[i + 1]?.length ?? 0
    if (width === 0) continue
    const sums = new Int32Array(width + 1)
    let passed = 0
    for (const node of rank) {
      const ends = (after[node] ?? []).map((one) => at[one.node] ?? 0).sort((a, b) => a - b)
      for (const end of ends) {
        let smaller = 0
        for (let k = end + 1; k > 0; k -= k & -k) smaller += sums[k] ?? 0
        count += passed - smaller
      }
      for (const end of ends) {
        passed++
        for (let k = end + 1; k <= width; k += k & -k) sums[k] = (sums[k] ?? 0) + 1
      }
    }
  }
  return count
}
