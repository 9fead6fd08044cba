import { apply, type LayerName, parseCommands, writeConduct } from '@second-story/board'
import { countedIds, seededRandom } from '@second-story/std'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { testId } from '../../testing/test-app.ts'
import { showAll } from './show-all.ts'

const ROUND = {
  id: 'r',
  writes: 'notes',
  prompt: '',
  anonymous: true,
  startedAt: 0,
  endsAt: 1,
  state: 'writing',
} as const

function written(by: string, count: number): Y.Doc {
  const doc = new Y.Doc()
  const commands = Array.from({ length: count }, (_, i) => ({
    do: 'add',
    id: testId(`${by}${i}`),
    type: 'note',
    layer: 'own',
    fields: { text: `${by}${i}`, round: ROUND.id },
  }))
  const parsed = parseCommands(commands)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  apply(new Map<LayerName, Y.Doc>([['own', doc]]), parsed.commands, { now: 0, origin: null })
  return doc
}

function orderShown(seed: number): string {
  const common = new Y.Doc()
  const conduct = new Y.Doc()
  writeConduct(conduct, { rounds: [ROUND] })
  const own = [written('a', 4), written('b', 4)]
  showAll({ common, conduct, own }, ROUND.id, { now: 5, makeId: countedIds('n'), random: seededRandom(seed) })
  const items = common.getMap('items')
  // in the order in which they were written into the document
  return [...items.keys()]
    .sort()
    .map((id) => String((items.get(id) as Y.Map<unknown>).get('text')))
    .join(' ')
}

test('the order says nothing about who wrote what, nor when', () => {
  const orders = new Set(Array.from({ length: 30 }, (_, seed) => orderShown(seed)))
  expect(orders.size).toBeGreaterThan(25)
  expect([...orders].filter((order) => order.startsWith('a')).length).toBeLessThan(26)
})

test('a round that does not exist gives nothing', () => {
  const [common, conduct] = [new Y.Doc(), new Y.Doc()]
  const outside = { now: 0, makeId: countedIds('n'), random: seededRandom(1) }
  expect(showAll({ common, conduct, own: [] }, 'x', outside)).toBeNull()
})
