import { flow, type Outside } from './flow.ts'
import { type Graph, pieces } from './graph.ts'
import { extent, inRows, pack } from './pack.ts'
import { BESIDE, type Box, onGrid, type Way } from './things.ts'

/** Between things that no arrow joins. */
const APART = 64

interface Size {
  readonly w: number
  readonly h: number
}

/**
 * Lays out what lies in one holder, or on the open ground: each connected piece along the way of its arrows, in the
 * order of their first things, then in rows what no arrow touches. The left top corner is 0, 0.
 */
export function level(
  { size, edges }: Graph,
  sizes: readonly Size[],
  way: Way,
  outside: Outside = { entered: [], left: [] },
): Box[] {
  const out: Box[] = []
  const all = pieces({ size, edges: [...edges, ...abroad(outside)] })
  const joined = all.filter((piece) => piece.length > 1)
  const alone = all.flatMap((piece) => (piece.length === 1 ? piece : []))
  const index = new Int32Array(size)
  const pieceOf = new Int32Array(size).fill(-1)
  for (const [p, piece] of joined.entries()) {
    for (const [i, node] of piece.entries()) {
      index[node] = i
      pieceOf[node] = p
    }
  }
  const edgesOf: Graph['edges'][number][][] = joined.map(() => [])
  for (const { from, to, room } of edges) {
    const piece = pieceOf[from] ?? -1
    if (piece >= 0) edgesOf[piece]?.push({ from: index[from] ?? 0, to: index[to] ?? 0, room })
  }
  const blocks = joined.map((piece, p) => {
    const graph = { size: piece.length, edges: edgesOf[p] ?? [] }
    const own = (nodes: readonly number[]): number[] =>
      nodes.filter((node) => pieceOf[node] === p).map((node) => index[node] ?? 0)
    return flow(
      graph,
      piece.map((node) => sizes[node] ?? { w: 0, h: 0 }),
      way,
      { entered: own(outside.entered), left: own(outside.left) },
    )
  })
  const corners = pack(blocks.map(extent), APART)
  for (const [p, piece] of joined.entries()) {
    const corner = corners[p] ?? { x: 0, y: 0 }
    for (const [i, node] of piece.entries()) {
      const box = blocks[p]?.[i]
      if (box) out[node] = { ...box, x: box.x + corner.x, y: box.y + corner.y }
    }
  }
  const used = extent(Object.values(out))
  const rest = alone.map((node) => sizes[node] ?? { w: 0, h: 0 })
  const area = rest.reduce((sum, { w, h }) => sum + (w + BESIDE) * (h + BESIDE), 0)
  const below = used.h === 0 ? 0 : onGrid(used.h + APART)
  const rows = inRows(rest, Math.max(used.w, Math.sqrt(area * 1.6)))
  for (const [i, node] of alone.entries()) {
    const box = rows[i]
    if (box) out[node] = { ...box, y: box.y + below }
  }
  return out
}

/** What lines over the edge join belongs together: they all go the same ways. */
function abroad({ entered, left }: Outside): Graph['edges'] {
  const all = [...new Set([...entered, ...left])]
  const [first] = all
  return first === undefined ? [] : all.slice(1).map((to) => ({ from: first, to, room: 0 }))
}
