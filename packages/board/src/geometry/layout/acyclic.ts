import { type Edge, type Graph, neighbours } from './graph.ts'

/**
 * The same graph without circles: an edge that leads back to where a walk came from points the other way. Walks begin
 * where nothing arrives; loops and doubles are left out.
 */
export function acyclic({ size, edges }: Graph): Graph {
  const simple = withoutDoubles(size, edges)
  const next = neighbours(size, simple, 'from')
  const arrivals = new Array<number>(size).fill(0)
  for (const { to } of simple) arrivals[to] = (arrivals[to] ?? 0) + 1
  const starts = Array.from({ length: size }, (_, node) => node)
  // what more leaves than arrives at begins; with equals the first
  starts.sort((a, b) => lead(b) - lead(a) || a - b)
  function lead(node: number): number {
    const into = arrivals[node] ?? 0
    return into === 0 ? Number.MAX_SAFE_INTEGER : (next[node]?.length ?? 0) - into
  }
  // when the walk first came to a node, and when it had left it for good
  const entered = new Int32Array(size).fill(-1)
  const left = new Int32Array(size).fill(-1)
  let clock = 0
  for (const start of starts) {
    if (entered[start] !== -1) continue
    const path = [{ node: start, at: 0 }]
    entered[start] = clock++
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const to = next[here.node]?.[here.at++]
      if (to === undefined) {
        left[here.node] = clock++
        path.pop()
      } else if (entered[to] === -1) {
        entered[to] = clock++
        path.push({ node: to, at: 0 })
      }
    }
  }
  const leadsBack = ({ from, to }: Edge): boolean =>
    (entered[to] ?? 0) <= (entered[from] ?? 0) && (left[to] ?? 0) >= (left[from] ?? 0)
  const turned = simple.map((edge) => (leadsBack(edge) ? { ...edge, from: edge.to, to: edge.from } : edge))
  return { size, edges: withoutDoubles(size, turned) }
}

function withoutDoubles(size: number, edges: readonly Edge[]): Edge[] {
  const kept = new Map<number, Edge>()
  for (const edge of edges) {
    if (edge.from === edge.to) continue
    const key = edge.from * size + edge.to
    const known = kept.get(key)
    if (!known || known.room < edge.room) kept.set(key, edge)
  }
  return [...kept.values()]
}
