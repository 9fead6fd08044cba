import { seededRandom } from '@second-story/std'
import { expect, test } from 'vitest'
import { TestBoard } from '../testing.ts'

/** A graph with subgraphs in subgraphs; `more` draws further nodes into the same ones. */
function graph(seed: number, more: number): string {
  const random = seededRandom(seed)
  const pick = (below: number): number => Math.floor(random() * below)
  const clusters = 1 + pick(6)
  const parents = Array.from({ length: clusters }, (_, i) => (i === 0 || random() < 0.5 ? -1 : pick(i)))
  const nodes = Array.from({ length: 3 + pick(30) }, () => pick(clusters + 1) - 1)
  const later = Array.from({ length: more }, (_, i) => i % clusters)
  const within = (cluster: number): string => {
    const own = nodes.flatMap((at, i) => (at === cluster ? [`n${i}`] : []))
    const new_ = later.flatMap((at, i) => (at === cluster ? [`later${i}`] : []))
    const inner = parents.flatMap((at, i) =>
      at === cluster ? [`subgraph cluster_${i} { ${within(i)} }`] : [],
    )
    return [...own, ...new_, ...inner].join('; ')
  }
  const edges = nodes.map((_, i) => `n${i} -> n${pick(nodes.length)}`)
  return `digraph g { ${within(-1)}; ${edges.join('; ')} }`
}

function troubles(t: TestBoard, countOverlaps: boolean): string[] {
  const items = [...t.board.items.values()].filter((item) => item.place)
  const out: string[] = []
  const name = (item: object): string => ('name' in item ? String(item.name) : '?')
  for (const [i, a] of items.entries()) {
    const parent = a.place?.parent ? t.board.items.get(a.place.parent)?.place : null
    if (a.place && parent) {
      const inside =
        a.place.x > parent.x &&
        a.place.y > parent.y &&
        a.place.x + a.place.w < parent.x + parent.w &&
        a.place.y + a.place.h < parent.y + parent.h
      if (!inside) out.push(`${name(a)} leaves what it lies in`)
    }
    for (const b of items.slice(i + 1)) {
      if (!countOverlaps || !a.place || !b.place || a.place.parent !== b.place.parent) continue
      const apart =
        a.place.x + a.place.w <= b.place.x ||
        b.place.x + b.place.w <= a.place.x ||
        a.place.y + a.place.h <= b.place.y ||
        b.place.y + b.place.h <= a.place.y
      if (!apart) out.push(`${name(a)} and ${name(b)} overlap`)
    }
  }
  return out
}

test('groups in groups: nothing overlaps, and all lies within what holds it', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const t = new TestBoard()
    t.import({ name: 'g.dot', text: graph(seed, 0) })
    expect([seed, ...troubles(t, true)]).toEqual([seed])
    expect([...t.board.items.values()].every((item) => item.place)).toBe(true)
  }
}, 30_000)

test('what a file gains later comes into the group it belongs to, which grows; nothing else moves', () => {
  for (let seed = 1; seed <= 15; seed++) {
    const t = new TestBoard()
    t.import({ name: 'g.dot', text: graph(seed, 0) })
    const before = new Map(
      [...t.board.items.values()].map((item) => [
        item.id,
        `${item.place?.x} ${item.place?.y} ${item.place?.parent}`,
      ]),
    )
    const again = t.import({ name: 'g.dot', text: graph(seed, 4) })
    expect(again.added.items).toBe(4)
    for (const item of t.board.items.values())
      if (before.has(item.id))
        expect(`${item.place?.x} ${item.place?.y} ${item.place?.parent}`).toBe(before.get(item.id))
    expect([seed, ...troubles(t, false)]).toEqual([seed])
  }
}, 30_000)
