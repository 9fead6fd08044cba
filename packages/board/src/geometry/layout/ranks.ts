import { type Graph, neighbours } from './graph.ts'

/** More things than this stand beside each other only where the graph is very large. */
const MOST_BESIDE = 9

/**
 * The rank of each node of a graph without circles, from 0 without gaps: every edge leads to a higher one. Long edges are
 * shortened where that costs no other; a rank with very many nodes becomes several.
 */
export function ranksOf(graph: Graph): number[] {
  const { size, edges } = graph
  const next = neighbours(size, edges, 'from')
  const before = neighbours(size, edges, 'to')
  const order = topological(size, next, before)
  const ranks = new Array<number>(size).fill(0)
  for (const node of order)
    for (const to of next[node] ?? []) ranks[to] = Math.max(ranks[to] ?? 0, (ranks[node] ?? 0) + 1)
  tighten(order, next, before, ranks)
  return split(closed(ranks), next, before)
}

function topological(size: number, next: readonly number[][], before: readonly number[][]): number[] {
  const waits = before.map((list) => list.length)
  const ready: number[] = []
  for (let node = 0; node < size; node++) if (waits[node] === 0) ready.push(node)
  for (const node of ready) {
    for (const to of next[node] ?? []) {
      const left = (waits[to] ?? 1) - 1
      waits[to] = left
      if (left === 0) ready.push(to)
    }
  }
  return ready
}

/** Each node goes to the end of its room to which more of its edges pull; with equals it stays. */
function tighten(
  order: readonly number[],
  next: readonly number[][],
  before: readonly number[][],
  ranks: number[],
): void {
  for (let pass = 0; pass < 4; pass++) {
    let moved = false
    for (const node of pass % 2 === 0 ? [...order].reverse() : order) {
      const after = next[node] ?? []
      const ahead = before[node] ?? []
      if (after.length === ahead.length) continue
      const wanted =
        after.length > ahead.length
          ? Math.min(...after.map((to) => ranks[to] ?? 0)) - 1
          : Math.max(...ahead.map((from) => ranks[from] ?? 0)) + 1
      if (wanted === ranks[node]) continue
      ranks[node] = wanted
      moved = true
    }
    if (!moved) return
  }
}

/** Ranks from 0 without gaps. */
function closed(ranks: readonly number[]): number[] {
  const used = new Map([...new Set(ranks)].sort((a, b) => a - b).map((rank, index) => [rank, index]))
  return ranks.map((rank) => used.get(rank) ?? 0)
}

/** Ranks that hold too many become several: first those that only ask, last those that are only asked. */
function split(ranks: number[], next: readonly number[][], before: readonly number[][]): number[] {
  const most = Math.max(MOST_BESIDE, Math.ceil(Math.sqrt(ranks.length) * 1.5))
  const members: number[][] = []
  for (const [node, rank] of ranks.entries()) {
    const list = members[rank]
    if (list) list.push(node)
    else members[rank] = [node]
  }
  const pull = (node: number): number => (before[node]?.length ?? 0) - (next[node]?.length ?? 0)
  let shift = 0
  for (const [rank, list] of members.entries()) {
    const parts = Math.ceil(list.length / most)
    const each = Math.ceil(list.length / parts)
    const sorted = parts > 1 ? [...list].sort((a, b) => pull(a) - pull(b) || a - b) : list
    for (const [i, node] of sorted.entries()) ranks[node] = rank + shift + Math.floor(i / each)
    shift += parts - 1
  }
  return ranks
}
