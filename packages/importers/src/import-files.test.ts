import { countedIds } from '@second-story/std'
import { expect, test } from 'vitest'
import { imagineBoard } from './imagine.ts'
import { planFiles, readFiles } from './import-files.ts'
import { takeChanges, takenAtFirst } from './merge/take.ts'
import { TestBoard } from './testing.ts'

const deployment = (name: string, calls = '') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{image: acme/${name}, env: [{name: URL, value: "${calls}"}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: {app: ${name}}}
`
const WEB = { name: 'k8s/web.yaml', text: deployment('web', 'http://orders') }
const ORDERS = { name: 'k8s/orders.yaml', text: deployment('orders') }

/** Plans and applies what is taken at first. */
function bring(t: TestBoard, files: Parameters<typeof readFiles>[0], ids: string) {
  const plan = planFiles(readFiles(files), { board: t.board, makeId: countedIds(ids) })
  const commands = takeChanges(plan.steps, takenAtFirst(plan.changes))
  const imagined = imagineBoard(t.board, commands)
  if (commands.length > 0) t.apply(JSON.parse(JSON.stringify(commands)))
  const places = (board: typeof imagined) =>
    [...board.items.values()].map(({ id, place }) => [id, place?.x, place?.y, place?.w, place?.h]).sort()
  // what was imagined is what came of it
  expect(places(imagined)).toEqual(places(t.board))
  expect([...imagined.relations.keys()].sort()).toEqual([...t.board.relations.keys()].sort())
  return { plan, commands }
}

test('a folder of manifests is one system; each thing keeps the file it stands in', () => {
  const t = new TestBoard()
  const { plan } = bring(t, [WEB, ORDERS], 'a')
  expect(plan.parts).toMatchObject([{ ok: true, format: 'kubernetes', files: [WEB.name, ORDERS.name] }])
  expect(t.arrows).toEqual(['web calls orders http'])
  expect(t.insides.shop).toEqual(['orders', 'web'])
  expect(bring(t, [ORDERS, WEB], 'b').commands).toEqual([])
  expect(bring(t, [ORDERS], 'c').commands).toEqual([])
  expect(bring(t, [ORDERS], 'd').plan.changes).toEqual([])
  bring(t, [{ ...ORDERS, text: `${ORDERS.text}---\n${deployment('stock')}` }], 'e')
  expect(t.insides.shop).toEqual(['orders', 'stock', 'web'])
})

test('a fault in one of several files names that file and the line in it', () => {
  const broken = { name: 'k8s/b.yaml', text: 'apiVersion: v1\nkind: Service\nmetadata: [' }
  const [part] = readFiles([WEB, broken])
  expect(part?.read).toMatchObject({ ok: false, error: { file: 'b.yaml' } })
  if (part?.read.ok === false) {
    expect(part.read.error.message).toMatch(/^b\.yaml: Line [34], column/)
    expect(part.read.error.line).toBeLessThan(5)
  }
})

test('files of different kinds come side by side, in one batch; one that cannot be read keeps no other back', () => {
  const t = new TestBoard()
  const files = [
    { name: 'a.mmd', text: 'flowchart LR\n a --> b' },
    { name: 'compose.yaml', text: 'services:\n  web: {image: nginx}\n' },
    { name: 'notes.md', text: 'hello' },
  ]
  const { plan } = bring(t, files, 'a')
  expect(plan.parts.map((one) => (one.ok ? one.format : one.error.id))).toEqual([
    'mermaid',
    'unknown-format',
    'docker-compose',
  ])
  const boundaries = [...t.board.items.values()].filter((item) => item.type === 'boundary')
  expect(boundaries).toHaveLength(2)
  const [one, other] = boundaries.map((item) => item.place)
  expect(one && other && (one.y + one.h <= other.y || one.x + one.w <= other.x)).toBe(true)
  expect(bring(t, files, 'b').commands).toEqual([])
})

test('a format that people name is taken at their word', () => {
  const [part] = readFiles([{ name: 'a.txt', text: 'from,to\na,b\n' }], { 'a.txt': 'csv' })
  expect(part?.read).toMatchObject({ ok: true, format: { name: 'csv' } })
})
