import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

const LINKS = [
  { parent: 'web', child: 'orders', callCount: 5, errorCount: 1 },
  { parent: 'Orders', child: 'web', callCount: '1' },
  { parent: 'orders', child: 'orders', callCount: 2 },
  { parent: 'orders', child: '', callCount: 2 },
  { parent: 'orders', child: 'bus-kafka', callCount: 'many' },
]
const ARROWS = [
  'orders calls orders 2 calls',
  'orders calls web 1 call',
  'orders publishes bus-kafka',
  'web calls orders 5 calls, 1 failed',
]

test.each([
  ['Zipkin', LINKS],
  ['Jaeger', { data: LINKS, total: 0, errors: null }],
])('links as %s has them become arrows with their counts, circles and spellings too', (_, json) => {
  const t = new TestBoard()
  const result = t.import({ name: 'links.json', text: JSON.stringify(json, null, 1) })
  expect(result.format).toBe('dependencies')
  expect(t.arrows).toEqual(ARROWS)
  expect(result.notes.map((note) => note.message)).toEqual([
    'A link without “parent” or “child” was left out.',
    '“orders” and “Orders” are taken for one service.',
  ])
})

test('a list that breaks off gives its place', () => {
  const result = tryImport({ text: '[{"parent": "a",\n"child": "b", "callCount": 1}' })
  expect(result).toMatchObject({ ok: false, error: { id: 'malformed', line: 2, column: 30 } })
})
