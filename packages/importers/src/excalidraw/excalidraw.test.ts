import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

let n = 0
const box = (id: string, x: number, y: number, more: object = {}): object => ({
  id,
  type: 'rectangle',
  x,
  y,
  width: 160,
  height: 60,
  ...more,
})
const words = (text: string, containerId: string | null, x = 0, y = 0): object => ({
  id: `t${n++}`,
  type: 'text',
  x,
  y,
  width: 60,
  height: 20,
  text,
  containerId,
})
const arrow = (id: string, from: string | null, to: string | null, more: object = {}): object => ({
  id,
  type: 'arrow',
  x: 0,
  y: 0,
  width: 10,
  height: 10,
  startBinding: from && { elementId: from },
  endBinding: to && { elementId: to },
  startArrowhead: null,
  endArrowhead: 'arrow',
  ...more,
})
const drawing = (elements: object[]): string =>
  JSON.stringify({ type: 'excalidraw', version: 2, elements }, null, 1)

const SHOP = [
  { id: 'f', type: 'frame', x: -100, y: -100, width: 1200, height: 700, name: 'Page' },
  box('core', 0, 0, { width: 600, height: 300, frameId: 'f' }),
  words('Core', null, 10, 10),
  box('web', 20, 80, { frameId: 'f' }),
  words('Web\n(nginx)', 'web'),
  box('db', 300, 80, { type: 'ellipse', link: 'javascript:alert(1)' }),
  words('orders-db', null, 340, 100),
  box('far', 800, 80, { frameId: 'f', link: 'https://example.com' }),
  words('<b onclick=x>Pay</b>', 'far'),
  box('empty', 800, 300),
  box('gone', 0, 0, { isDeleted: true }),
  words('remember this', null, 800, 500),
  arrow('a1', 'web', 'db'),
  words('reads', 'a1'),
  arrow('a2', 'web', 'far', { startArrowhead: 'arrow' }),
  arrow('a3', 'web', null),
  { id: 'i', type: 'image', x: 0, y: 0, width: 5, height: 5 },
]

test('boxes with words become components where they were drawn, boxes round boxes boundaries, frames frames', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'shop.excalidraw', text: drawing(SHOP) })
  expect(t.components).toEqual({
    Web: 'gateway, nginx',
    'orders-db': 'datastore',
    '<b onclick=x>Pay</b>': 'service',
  })
  expect(t.arrows).toEqual([
    '<b onclick=x>Pay</b> calls Web',
    'Web calls <b onclick=x>Pay</b>',
    'Web reads orders-db reads',
  ])
  expect(t.insides).toEqual({
    Page: ['<b onclick=x>Pay</b>', 'Core'],
    Core: ['Web', 'orders-db'],
  })
  expect(result.notes.map((note) => note.message)).toEqual([
    'A link that is not http, https or mailto was left out.',
    'Left out: 1 boxes without words.',
    'Left out: 1 of type “image”.',
    'Left out: 1 lines that are not tied to a box at both ends.',
  ])
  const again = t.import({ name: 'shop.excalidraw', text: drawing(SHOP) })
  expect(again.commands).toEqual([])
})

test('an empty drawing and one that is cut off give a sentence', () => {
  expect(tryImport({ name: 'a.excalidraw', text: drawing([]) })).toMatchObject({
    ok: false,
    error: { id: 'nothing-to-draw' },
  })
  expect(tryImport({ name: 'a.excalidraw', text: drawing(SHOP).slice(0, 500) })).toMatchObject({
    ok: false,
    error: { id: 'malformed', line: expect.any(Number) },
  })
})

test('places beyond all measure, and parents that are their own, come to rest on the board', () => {
  const t = new TestBoard()
  t.import({
    name: 'a.excalidraw',
    text: drawing([
      box('a', 1e300, -1e300, { width: 1e9, frameId: 'a' }),
      words('A', 'a'),
      box('b', 5, 5),
      words('B', 'b'),
    ]),
  })
  expect(Object.keys(t.components)).toEqual(['A', 'B'])
})
