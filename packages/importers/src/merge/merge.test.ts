import { History, LiveBoard } from '@second-story/board'
import { countedIds, type Random, randomId, seededRandom } from '@second-story/std'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { importText } from '../import-text.ts'
import { TestBoard } from '../testing.ts'
import { takeChanges } from './take.ts'

const SHOP = `services:
  web: {image: nginx:1, environment: ["API=http://api:80"]}
  api: {image: "acme/api:2", environment: ["DB_HOST=api-db"]}
  api-db: {image: mysql:8}
  mail: {image: acme/mail}
`
const name = 'compose.yaml'
const find = (t: TestBoard, called: string) => {
  for (const item of t.board.items.values()) if ('name' in item && item.name === called) return item
  throw new Error(`no ${called}`)
}
const offered = (t: TestBoard, text: string, given = {}) => {
  const result = importText({ name, text, board: t.board, makeId: countedIds('o'), ...given })
  if (!result.ok) throw new Error(result.error.message)
  return result
}
const told = (result: ReturnType<typeof offered>) =>
  result.changes.map((one) => `${one.taken ? '+' : '-'} ${one.why} ${one.id.split(' ')[0]} ${one.name}`)

test('what the file changed and nobody touched is taken; what people renamed stays', () => {
  const t = new TestBoard()
  t.import({ name, text: SHOP })
  t.apply([{ do: 'set', id: find(t, 'web').id, fields: { name: 'front door', technology: 'ours' } }])
  const next = SHOP.replace('nginx:1', 'nginx:2').replace('mysql:8', 'mysql:9')
  const result = t.import({ name, text: next })
  expect(told(result)).toEqual(['- changed-here set front door', '+ changed set api-db'])
  expect(t.components['api-db']).toBe('datastore, mysql 9')
  expect(t.components['front door']).toMatch(/, ours$/)
  expect(t.import({ name, text: next }).commands).toEqual([])
})

test('what the file has no longer is offered and stays unless somebody ticks it', () => {
  const t = new TestBoard()
  t.import({ name, text: SHOP })
  const less = SHOP.replace(/ {2}mail.*\n/, '').replace(', environment: ["DB_HOST=api-db"]', '')
  const result = offered(t, less)
  expect(told(result)).toEqual(['- gone disconnect api', '- gone remove mail'])
  expect(result.commands).toEqual([])
  t.apply(takeChanges(result.steps, new Set(result.changes.map((one) => one.id))))
  expect(Object.keys(t.components).sort()).toEqual(['api', 'api-db', 'web'])
  expect(t.arrows).toEqual(['web calls api http'])
  expect(offered(t, less).changes).toEqual([])
})

test('what people removed is offered, and does not come back by itself', () => {
  const t = new TestBoard()
  t.import({ name, text: SHOP })
  const arrow = [...t.board.relations.values()].find((one) => one.to === find(t, 'api').id)
  t.apply([
    { do: 'remove', ids: [find(t, 'mail').id] },
    { do: 'disconnect', ids: [arrow?.id] },
  ])
  expect(told(t.import({ name, text: SHOP }))).toEqual([
    '- removed-here add mail',
    '- removed-here connect web',
  ])
  expect(t.arrows).toEqual(['api reads api-db'].map((one) => one.replace('reads', 'calls')))
})

test('what an undo took back was never brought: it comes again', () => {
  const live = new LiveBoard(new Map([['common', new Y.Doc()]]), (work) => work())
  const history = new History(live, () => 1)
  const bring = () => {
    const board = live.snapshot
    const result = importText({ name, text: SHOP, board, makeId: randomId })
    if (!result.ok) throw new Error(result.error.message)
    history.run(result.commands)
    return told(result)
  }
  const first = bring()
  history.undo()
  expect(live.snapshot.items.size).toBe(0)
  expect(bring()).toEqual(first)
  expect(first.every((one) => one.startsWith('+ new'))).toBe(true)
  history.undo()
  history.redo()
  expect(bring()).toEqual([])
})

test('parts can be left out: what hangs on them is left out too', () => {
  const t = new TestBoard()
  const result = offered(t, SHOP)
  const without = result.changes.filter((one) => one.name !== 'api' && one.to !== 'api').map((one) => one.id)
  t.apply(
    takeChanges(
      result.steps,
      new Set([...without, ...result.changes.flatMap((one) => (one.does === 'connect' ? [one.id] : []))]),
    ),
  )
  expect(Object.keys(t.components).sort()).toEqual(['api-db', 'mail', 'web'])
  expect(t.arrows).toEqual([])
  expect(takeChanges(result.steps, new Set())).toEqual([])
})

test('a trace beside a sketch: one thing of one name, what was called and is not drawn, what is drawn and never called', () => {
  const t = new TestBoard()
  const [web, orders, mail] = ['w', 'o', 'm'].map((one) => one.padEnd(21, '0'))
  t.apply([
    { do: 'add', id: web, type: 'component', fields: { name: 'Web' }, place: { x: 0, y: 0, w: 144, h: 56 } },
    {
      do: 'add',
      id: orders,
      type: 'component',
      fields: { name: 'Orders Service' },
      place: { x: 300, y: 0, w: 144, h: 56 },
    },
    {
      do: 'add',
      id: mail,
      type: 'component',
      fields: { name: 'Mail' },
      place: { x: 600, y: 0, w: 144, h: 56 },
    },
    // another system, which this trace says nothing of
    {
      do: 'add',
      id: 'x'.repeat(21),
      type: 'boundary',
      fields: { name: 'else' },
      place: { x: 0, y: 400, w: 400, h: 200 },
    },
    {
      do: 'add',
      id: 'y'.repeat(21),
      type: 'component',
      fields: { name: 'Far' },
      place: { x: 9, y: 9, w: 144, h: 56, parent: 'x'.repeat(21) },
    },
    { do: 'connect', id: 'a'.repeat(21), from: web, to: orders, kind: 'calls', label: 'http' },
    { do: 'connect', id: 'b'.repeat(21), from: orders, to: web, kind: 'calls', label: '' },
  ])
  const text = JSON.stringify([
    { parent: 'web', child: 'orders-svc', callCount: 3 },
    { parent: 'orders-svc', child: 'stock', callCount: 2 },
  ])
  const links = { name: 'links.json', text }
  const result = t.import(links)
  expect(result.alike.map((one) => [one.name, one.itemName, one.joined])).toEqual([
    ['web', 'Web', true],
    ['orders-svc', 'Orders Service', true],
  ])
  expect(told(result)).toEqual([
    '+ new add stock',
    '+ new connect Orders Service',
    '- unseen disconnect Orders Service',
    '- unseen remove Mail',
  ])
  expect(t.arrows).toEqual([
    'Orders Service calls Web',
    'Orders Service calls stock 2 calls',
    'Web calls Orders Service http',
  ])
  const again = t.import(links)
  expect(again.commands).toEqual([])
  // renamed since, it is still the one that was matched
  t.apply([{ do: 'set', id: orders, fields: { name: 'Bestellungen' } }])
  expect(t.import(links).commands).toEqual([])
})

test('what was matched can be parted: then it comes as a thing of its own', () => {
  const t = new TestBoard()
  t.apply([{ do: 'add', id: 'w'.repeat(21), type: 'component', fields: { name: 'web' } }])
  const links = { name: 'links.json', text: '[{"parent": "web", "child": "api", "callCount": 1}]' }
  expect(t.import({ ...links, join: 'none' }).added).toEqual({ items: 2, relations: 1 })
  expect(t.import({ ...links, join: 'none' }).commands).toEqual([])
})

interface Service {
  readonly name: string
  image: string
  readonly calls: Set<string>
}

function fileOf(services: readonly Service[]): string {
  const lines = services.map(({ name: one, image, calls }) => {
    const environment = [...calls].map((other, i) => `"U${i}=http://${other}:80"`)
    return `  ${one}: {image: "acme/app-${image}:1", environment: [${environment}]}`
  })
  return `services:\n${lines.join('\n')}\n`
}

function changed(services: Service[], random: Random): Service[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const next = services.map((one) => ({ ...one, calls: new Set(one.calls) }))
  for (let i = 0; i < 4; i++) {
    const [one, other] = [pick(next), pick(next)]
    if (!one || !other) break
    const what = random()
    if (what < 0.3) one.image = `v${Math.floor(random() * 1e6)}`
    else if (what < 0.5 && one !== other) one.calls.add(other.name)
    else if (what < 0.6) one.calls.delete([...one.calls][0] ?? '')
    else if (what < 0.75)
      next.push({
        name: `new${Math.floor(random() * 1e9)}`,
        image: `n${Math.floor(random() * 1e6)}`,
        calls: new Set([one.name]),
      })
    else if (next.length > 3) {
      next.splice(next.indexOf(one), 1)
      for (const { calls } of next) calls.delete(one.name)
    }
  }
  return next
}

test('whatever people move, rename and remove: a changed file changes only what changed, and twice in a row nothing', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed)
    const t = new TestBoard()
    let services: Service[] = Array.from({ length: 3 + Math.floor(random() * 6) }, (_, i) => ({
      name: `s${i}`,
      image: `i${i}`,
      calls: new Set(i > 0 ? [`s${Math.floor(random() * i)}`] : []),
    }))
    t.import({ name, text: fileOf(services) })
    for (let round = 0; round < 3; round++) {
      const hands = new Map<string, object>()
      for (const item of t.board.items.values()) {
        if (item.type !== 'component' || random() > 0.4 || !item.place) continue
        const words = random() < 0.5 ? { name: `ours ${item.id}` } : { technology: `ours ${item.id}` }
        hands.set(item.id, words)
        t.apply([{ do: 'set', id: item.id, fields: words }])
        t.apply([
          {
            do: 'place',
            places: [{ id: item.id, place: { ...item.place, x: random() * 900, y: -4_000, parent: null } }],
          },
        ])
      }
      const before = t.board
      services = changed(services, random)
      const text = fileOf(services)
      const result = t.import({ name, text })
      for (const [id, item] of before.items) {
        const now = t.board.items.get(id)
        // nothing goes, nothing moves, nothing that people said changes
        expect(now, `seed ${seed}`).toMatchObject(hands.get(id) ?? {})
        const corner = item.place && { x: item.place.x, y: item.place.y }
        if (corner) expect(now?.place, `seed ${seed}`).toMatchObject(corner)
        if (item.type !== 'component' || !now || now.type !== 'component' || hands.has(id)) continue
        const service = services.find((one) => one.name === item.provenance?.key)
        if (service && !/^ours/.test(now.technology)) expect(now.technology).toContain(service.image)
        else expect(now.technology).toBe(item.technology)
      }
      for (const id of before.relations.keys()) expect(t.board.relations.has(id), `seed ${seed}`).toBe(true)
      const keys = [...t.board.items.values()].flatMap((item) =>
        item.type === 'component' ? [item.provenance?.key] : [],
      )
      for (const one of services)
        expect(
          keys.filter((key) => key === one.name),
          `seed ${seed}`,
        ).toHaveLength(1)
      expect(t.board.items.size - before.items.size).toBe(result.added.items)
      const again = t.import({ name, text })
      expect([again.commands, again.changes.filter((one) => one.taken)], `seed ${seed}`).toEqual([[], []])
    }
  }
}, 60_000)
