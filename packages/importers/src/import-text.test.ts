import { seededRandom } from '@second-story/std'
import { expect, test } from 'vitest'
import { TestBoard, tryImport } from './testing.ts'

const FIVE = `services:
  client: {image: acme/load-test, command: "--host gateway"}
  gateway: {image: nginx, environment: ["UPSTREAM=api:80"]}
  api: {image: acme/api, environment: ["DB_HOST=api-db"]}
  api-db: {image: mysql:8}
  lonely: {image: acme/lonely}
`

function boxes(t: TestBoard): { name: string; x: number; y: number; w: number; h: number }[] {
  return [...t.board.items.values()].flatMap((item) =>
    item.place && 'name' in item ? [{ name: item.name, ...item.place }] : [],
  )
}

test('an empty, a binary, a huge and an unknown file each give a sentence', () => {
  expect(tryImport({ text: ' \n ' })).toMatchObject({ ok: false, error: { id: 'empty' } })
  expect(tryImport({ text: 'services:\n  a\u0000b: {}' })).toMatchObject({
    ok: false,
    error: { id: 'not-text', line: 2, column: 4, message: 'Line 2, column 4: This is not a text file.' },
  })
  expect(tryImport({ text: 'a'.repeat(10_000_000) })).toMatchObject({
    ok: false,
    error: { id: 'too-large', message: 'This is 10.0 MB; at most 5 MB can be imported. Nothing was added.' },
  })
  expect(tryImport({ text: 'hello' })).toMatchObject({ ok: false, error: { id: 'unknown-format' } })
  expect(tryImport({ text: FIVE, format: 'visio' })).toMatchObject({
    ok: false,
    error: { id: 'unknown-format' },
  })
})

test('components stand in columns by the depth of calls, in a boundary of the file’s name, clients outside', () => {
  const t = new TestBoard()
  t.import({ name: 'folder/shop.docker-compose.yml', text: FIVE })
  const at = new Map(boxes(t).map((box) => [box.name, box]))
  const x = (name: string): number => at.get(name)?.x ?? Number.NaN
  expect([x('client'), x('gateway'), x('api'), x('api-db')]).toEqual([0, 240, 480, 720])
  expect(at.get('api-db')?.y).toBe(at.get('api')?.y)
  expect(x('shop')).toBeGreaterThan(x('client') + 144)
  const board = t.board
  const parents = [...board.items.values()].map((item) => [
    'name' in item ? item.name : '',
    item.place?.parent ? 'in' : 'out',
  ])
  expect(Object.fromEntries(parents)).toEqual({
    shop: 'out',
    client: 'out',
    gateway: 'in',
    api: 'in',
    'api-db': 'in',
    lonely: 'in',
  })
})

test('nothing that an import places overlaps, and all of it lies on a grid of 8 beside what was there', () => {
  const random = seededRandom(7)
  const overlapping: string[] = []
  for (let run = 0; run < 20; run++) {
    const count = 1 + Math.floor(random() * 40)
    const services = Array.from({ length: count }, (_, i) => {
      const other = Math.floor(random() * count)
      const image = ['acme/app', 'mysql', 'redis', 'kafka', 'nginx', 'grafana/grafana', 'load-test'][
        Math.floor(random() * 7)
      ]
      return `  s${i}: {image: ${image}, environment: ["U=http://s${other}:80"], depends_on: [s${(other + 1) % count}]}`
    })
    const t = new TestBoard()
    t.apply([
      {
        do: 'add',
        id: 'n'.repeat(21),
        type: 'note',
        fields: {},
        place: { x: -37, y: 12, w: 168, h: 88 + run * 30 },
      },
    ])
    t.import({ name: 'a.compose.yml', text: `services:\n${services.join('\n')}` })
    t.import({ name: 'b.compose.yml', text: `services:\n${services.join('\n')}` })
    const items = [...t.board.items.values()].filter((item) => item.place)
    for (const [i, a] of items.entries()) {
      for (const b of items.slice(i + 1)) {
        if (!a.place || !b.place || a.place.parent === b.id || b.place.parent === a.id) continue
        const apart =
          a.place.x + a.place.w <= b.place.x ||
          b.place.x + b.place.w <= a.place.x ||
          a.place.y + a.place.h <= b.place.y ||
          b.place.y + b.place.h <= a.place.y
        if (!apart) overlapping.push(`run ${run}: ${JSON.stringify([a.place, b.place])}`)
      }
      if (a.type !== 'note' && a.place) expect([a.place.x % 8, a.place.y % 8].map(Math.abs)).toEqual([0, 0])
      const parent = a.place?.parent ? t.board.items.get(a.place.parent)?.place : null
      if (a.place && parent) {
        expect(a.place.x).toBeGreaterThan(parent.x)
        expect(a.place.y + a.place.h).toBeLessThan(parent.y + parent.h)
        expect(a.place.x + a.place.w).toBeLessThan(parent.x + parent.w)
      }
    }
  }
  expect(overlapping).toEqual([])
}, 30_000)

test('the same file again adds only what is new, into the same boundary, and says so', () => {
  const t = new TestBoard()
  t.import({ name: 'compose.yml', text: FIVE })
  const again = t.import({ name: 'compose.yml', text: FIVE })
  expect(again).toMatchObject({ commands: [], added: { items: 0, relations: 0 } })
  expect(again.notes[0]?.message).toMatch(/^All of this is on the board already/)
  const more = `${FIVE}  cache: {image: redis}\n  worker: {image: w, environment: ["CACHE=redis://cache", "DB=api-db:3306"]}\n`
  const third = t.import({ name: 'compose.yml', text: more })
  expect(third.added).toEqual({ items: 2, relations: 2 })
  expect(third.notes[0]?.message).toMatch(/^5 of 7 are on the board already/)
  const boundary = [...t.board.items.values()].filter((item) => item.type === 'boundary')
  expect(boundary).toHaveLength(1)
  const cache = boxes(t).find((box) => box.name === 'cache')
  const frame = boundary[0]?.place
  expect(cache && frame && cache.y + cache.h <= frame.y + frame.h).toBe(true)
})

test('a file laid over another of the same system changes nothing twice', () => {
  const t = new TestBoard()
  t.import({ name: 'shop.compose.yaml', text: FIVE })
  const over = t.import({
    name: 'shop.compose.full.yaml',
    text: 'services:\n  api: {environment: ["BUS=kafka://bus:9092"]}\n  bus: {image: kafka}\n',
  })
  expect(over.added).toEqual({ items: 1, relations: 1 })
  expect(t.arrows).toContain('api publishes bus')
})

test('text of a megabyte that is nothing but work for a parser is refused early, with its place', () => {
  const refused = (text: string): string => {
    const result = tryImport({ name: 'compose.yml', text: text.slice(0, 1_000_000) })
    return result.ok ? 'imported' : `${result.error.id} ${result.error.line}:${result.error.column}`
  }
  expect(refused(`services:\n  a: ${'['.repeat(1_000_000)}`)).toBe('too-deep 2:66')
  expect(refused('#\n'.repeat(500_000))).toMatch(/^too-large/)
  expect(refused(`a: [${'1,'.repeat(500_000)}`)).toMatch(/^too-large/)
})

test('any text at all gives a result, never a throw', () => {
  const random = seededRandom(42)
  const pieces = [
    'services',
    ':',
    ' ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    '- ',
    '&a ',
    '*a',
    '<<: ',
    '"',
    "'",
    '|',
    '>',
    '? ',
    '!!',
    '#',
    'image',
    'a',
    '$',
    '${A',
    '%',
    '---\n',
    '\t',
    '…',
  ]
  for (let run = 0; run < 1_000; run++) {
    let text = 'services:\n  a:\n'
    for (let i = random() * 30; i > 0; i--) text += pieces[Math.floor(random() * pieces.length)]
    const result = tryImport({ name: 'compose.yaml', text })
    if (!result.ok) expect(result.error.message).toMatch(/[.…]$/)
  }
}, 30_000)
