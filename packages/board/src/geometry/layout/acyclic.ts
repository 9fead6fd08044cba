import type { Edge, Graph } from './graph.ts'

/**
 * The same graph without circles: nodes are put in a row in which few edges point back, and those that do are turned
 * round. Loops are left out, doubles counted once; the row goes by how many there are.
 */
export function acyclic({ size, edges }: Graph): Graph {
  const row = inARow(size, edges)
  const turned = edges.map((edge) =>
    (row[edge.from] ?? 0) <= (row[edge.to] ?? 0) ? edge : { ...edge, from: edge.to, to: edge.from },
  )
  return { size, edges: withoutDoubles(size, turned) }
}

/**
 * Where each node stands in a row (Eades, Lin, Smyth): what nothing leads to goes to the front, what leads nowhere to the
 * back; while there is neither, the one from which most leads on, the first of equals.
 */
function inARow(size: number, edges: readonly Edge[]): Int32Array {
  const next: number[][] = Array.from({ length: size }, () => [])
  const before: number[][] = Array.from({ length: size }, () => [])
  for (const { from, to } of edges) {
    if (from === to) continue
    next[from]?.push(to)
    before[to]?.push(from)
  }
  const out = Int32Array.from(next, (list) => list.length)
  const into = Int32Array.from(before, (list) => list.length)
  const row = new Int32Array(size)
  const gone = new Uint8Array(size)
  const ends: number[] = []
  let [front, back, left] = [0, size - 1, size]
  const take = (node: number, place: number): void => {
    row[node] = place
    gone[node] = 1
    left--
    for (const to of next[node] ?? []) if (fewer(into, to) === 0 && !gone[to]) ends.push(to)
    for (const from of before[node] ?? []) if (fewer(out, from) === 0 && !gone[from]) ends.push(from)
  }
  for (let node = 0; node < size; node++) if (into[node] === 0 || out[node] === 0) ends.push(node)
  let at = 0
  while (left > 0) {
    const node = ends[at++]
    if (node === undefined) {
      let best = -1
      let most = Number.NEGATIVE_INFINITY
      for (let one = 0; one < size; one++) {
        const lead = (out[one] ?? 0) - (into[one] ?? 0)
        if (gone[one] || lead <= most) continue
        best = one
        most = lead
      }
      take(best, front++)
    } else if (!gone[node]) take(node, into[node] === 0 ? front++ : back--)
  }
  return row
}

/** One less; gives what remains. */
function fewer(counts: Int32Array, node: number): number {
  const left = (counts[node] ?? 0) - 1
  counts[node] = left
  return left
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
