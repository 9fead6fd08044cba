import { apply, type LayerName, read, SAMPLES } from '@second-story/board'
import type { Graph } from '@second-story/protocol'
import { countedIds } from '@second-story/std'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { graphSystem } from './graph-system.ts'

function boardFrom(commands: Parameters<typeof apply>[1]) {
  const docs = new Map<LayerName, Y.Doc>([['common', new Y.Doc()]])
  const applied = apply(docs, commands, { now: 0, origin: 'test' })
  if (!applied.ok) throw new Error(applied.refusal.message)
  return read(docs)
}

const review = SAMPLES.find((sample) => sample.kind === 'incident-review')

it('brings components, boundaries and arrows under new ids, where they lay', () => {
  const other = boardFrom(review?.build().commands ?? [])
  // as the server writes it: places absolute, none where there is none
  const graph = {
    board: { id: 'other', title: 'Other', kind: 'incident-review', stage: null, zone: 'UTC' },
    items: [...other.items.values()].map(({ place, ...rest }) => (place ? { ...rest, place } : rest)),
    relations: [...other.relations.values()],
    prose: {},
  } as unknown as Graph
  const board = boardFrom(graphSystem(graph, countedIds('n')))

  const system = [...other.items.values()].filter(({ type }) => type === 'component' || type === 'boundary')
  const lie = (items: Iterable<(typeof system)[number]>) =>
    [...items].map((item) => ['name' in item ? item.name : '', item.place?.x, item.place?.y]).sort()
  expect(lie(board.items.values())).toEqual(lie(system))
  expect(system.every((item) => !board.items.has(item.id))).toBe(true)
  expect(board.relations.size).toBeGreaterThan(3)
})
