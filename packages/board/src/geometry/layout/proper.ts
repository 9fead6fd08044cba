import type { Edge, Graph } from './graph.ts'

/** Stand-ins of long edges are worth their while up to so many for each node and edge, the shorter edges first. */
const MOST_STAND_INS = 2

/** A link between two ranks that follow each other. `strong` ones would rather be straight. */
export interface Link {
  readonly from: number
  readonly to: number
  readonly strong: number
}

/** A graph in ranks whose links join only ranks that follow each other: long edges go by stand-ins, one a rank. */
export interface Proper {
  /** nodes of each rank; from `real` on they are stand-ins */
  readonly ranks: readonly (readonly number[])[]
  readonly links: readonly Link[]
  /** real nodes are those below */
  readonly real: number
  readonly size: number
}

/** `real`: from there on nodes are but places that lines go through. */
export function proper({ size, edges }: Graph, rank: readonly number[], real = size): Proper {
  const ranks: number[][] = Array.from({ length: Math.max(-1, ...rank) + 1 }, () => [])
  for (let node = 0; node < size; node++) ranks[rank[node] ?? 0]?.push(node)
  const links: Link[] = []
  const most = (size + edges.length) * MOST_STAND_INS
  let next = size
  const span = ({ from, to }: Edge): number => (rank[to] ?? 0) - (rank[from] ?? 0)
  for (const { from, to } of [...edges].sort((a, b) => span(a) - span(b))) {
    const first = rank[from] ?? 0
    const last = rank[to] ?? 0
    const isCards = from < real && to < real
    if (last - first === 1) links.push({ from, to, strong: isCards ? 1 : 2 })
    if (last - first <= 1 || next - size + last - first > most) continue
    let at = from
    for (let middle = first + 1; middle < last; middle++) {
      ranks[middle]?.push(next)
      links.push({ from: at, to: next, strong: at < real ? 2 : 8 })
      at = next++
    }
    links.push({ from: at, to, strong: to < real ? 2 : 8 })
  }
  return { ranks, links, real, size: next }
}

/** Those linked to each node in the rank before, and in the rank after, with how strongly. */
export function linked({ links, size }: Proper): {
  readonly before: readonly (readonly Near[])[]
  readonly after: readonly (readonly Near[])[]
} {
  const before: Near[][] = Array.from({ length: size }, () => [])
  const after: Near[][] = Array.from({ length: size }, () => [])
  for (const { from, to, strong } of links) {
    after[from]?.push({ node: to, strong })
    before[to]?.push({ node: from, strong })
  }
  return { before, after }
}

export interface Near {
  readonly node: number
  readonly strong: number
}
