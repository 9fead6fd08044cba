/** A graph whose nodes are 0 to `size - 1`. */
export interface Graph {
  readonly size: number
  readonly edges: readonly Edge[]
}

export interface Edge {
  readonly from: number
  readonly to: number
  /** units along the way that its words need */
  readonly room: number
}

/** Where each node's edges lead: `next[n]` are the ends of those that leave it. */
export function neighbours(size: number, edges: readonly Edge[], end: 'from' | 'to'): number[][] {
  const other = end === 'from' ? 'to' : 'from'
  const out: number[][] = Array.from({ length: size }, () => [])
  for (const edge of edges) out[edge[end]]?.push(edge[other])
  return out
}

/** Nodes joined by edges, whichever way these point; each piece in the order of its nodes, pieces by their first. */
export function pieces({ size, edges }: Graph): number[][] {
  const root = Array.from({ length: size }, (_, node) => node)
  const find = (node: number): number => {
    let at = node
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number
      at = root[at] as number
    }
    return at
  }
  for (const { from, to } of edges) {
    const [a, b] = [find(from), find(to)]
    if (a !== b) root[Math.max(a, b)] = Math.min(a, b)
  }
  const out = new Map<number, number[]>()
  for (let node = 0; node < size; node++) {
    const first = find(node)
    const list = out.get(first)
    if (list) list.push(node)
    else out.set(first, [node])
  }
  return [...out.values()]
}
