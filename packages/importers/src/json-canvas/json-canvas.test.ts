import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'
import { writeJsonCanvas } from './write-json-canvas.ts'

const LONG = 'We do not know who owns this, and nobody that we asked could say what it does.'
const CANVAS = {
  nodes: [
    { id: 'g', type: 'group', x: -50, y: -50, width: 600, height: 400, label: 'Shop' },
    { id: 'a', type: 'text', x: 0, y: 0, width: 200, height: 60, text: '# Web\n(nginx)' },
    { id: 'b', type: 'text', x: 300, y: 0, width: 200, height: 60, text: '**orders-db**' },
    { id: 'n', type: 'text', x: 0, y: 200, width: 300, height: 80, text: LONG },
    { id: 'l', type: 'link', x: 700, y: 0, width: 200, height: 60, url: 'https://example.com/x' },
    { id: 'bad', type: 'link', x: 700, y: 90, width: 200, height: 60, url: 'javascript:alert(1)' },
    { id: 'f', type: 'file', x: 700, y: 200, width: 200, height: 60, file: 'docs/payment.md' },
    { id: 'z', type: 'hologram', x: 0, y: 0, width: 1, height: 1 },
  ],
  edges: [
    { id: 'e1', fromNode: 'a', toNode: 'b', label: 'reads' },
    { id: 'e2', fromNode: 'a', toNode: 'l', fromEnd: 'arrow', toEnd: 'none' },
    { id: 'e3', fromNode: 'b', toNode: 'f', toEnd: 'none' },
    { id: 'e4', fromNode: 'a', toNode: 'nowhere' },
  ],
}

test('nodes stand where they were, groups hold them, longer words are notes', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'shop.canvas', text: JSON.stringify(CANVAS, null, 1) })
  expect(t.components).toEqual({
    Web: 'gateway, nginx',
    'orders-db': 'datastore',
    'https://example.com/x': 'external',
    'payment.md': 'service',
  })
  expect(t.arrows).toEqual([
    'Web reads orders-db reads',
    'https://example.com/x calls Web',
    'orders-db network payment.md',
  ])
  expect(t.insides).toEqual({ Shop: [LONG, 'Web', 'orders-db'] })
  const place = new Map(
    [...t.board.items.values()].flatMap((item) =>
      item.place && 'name' in item ? [[item.name, item.place]] : [],
    ),
  )
  expect((place.get('orders-db')?.x ?? 0) - (place.get('Web')?.x ?? 0)).toBe(300)
  expect(place.get('Web')).toMatchObject({ x: 50, y: 50, w: 200, h: 60 })
  expect(result.notes.map((note) => note.message)).toEqual([
    'A link that is not http, https or mailto was left out.',
    'A node of type “hologram” is not known and was left out.',
    'An arrow whose end is not in the file was left out.',
  ])
})

test('a note keeps its ground where a canvas has a colour for it', () => {
  const node = (id: string, y: number, color?: string) => ({
    ...{ id, type: 'text', x: 0, y, width: 300, height: 80, text: `${id} ${LONG}` },
    ...(color === undefined ? {} : { color }),
  })
  const nodes = [node('r', 0, '1'), node('g', 200, '4'), node('h', 400, '#ff0000'), node('n', 600)]
  const t = new TestBoard()
  t.import({ name: 'a.canvas', text: JSON.stringify({ nodes, edges: [] }) })
  const grounds = [...t.board.items.values()].flatMap((item) => (item.type === 'note' ? [item.colour] : []))
  expect(grounds.sort()).toEqual(['rose', 'yellow', 'yellow', 'yellow'])
  const written = writeJsonCanvas(t.board)
  expect([...written.matchAll(/"color": "(\d)"/g)].map(([, one]) => one).sort()).toEqual(['1', '3', '3', '3'])
})

test('what a canvas gains later comes where it lies to the others, wherever those were moved together', () => {
  const t = new TestBoard()
  t.import({ name: 'shop.canvas', text: JSON.stringify(CANVAS) })
  const more = {
    ...CANVAS,
    nodes: [
      ...CANVAS.nodes,
      { id: 'new', type: 'text', x: 300, y: 100, width: 200, height: 60, text: 'cache' },
    ],
  }
  const again = t.import({ name: 'shop.canvas', text: JSON.stringify(more) })
  expect(again.added).toEqual({ items: 1, relations: 0 })
  expect(t.insides.Shop).toContain('cache')
})

test.each([
  ['{"nodes": [{"id": "a", "type": "text"', 'malformed', 1, 38],
  ['{"nodes": []}', 'nothing-to-draw', 1, 1],
  [`{"nodes": ${'['.repeat(5_000)}`, 'too-deep', 1, 111],
  ['{"nodes": [1,]}', 'malformed', 1, 14],
  ['{"nodes": "a\nb"}', 'malformed', 1, 11],
  [`{"nodes": [${Array(1_501).fill('{}').join(',')}]}`, 'too-many', undefined, undefined],
])('%# broken JSON gives a sentence with its place', (text, id, line, column) => {
  const result = tryImport({ name: 'a.canvas', text })
  if (result.ok) throw new Error('imported')
  expect([result.error.id, result.error.line, result.error.column]).toEqual([id, line, column])
})
