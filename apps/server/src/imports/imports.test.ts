import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Busy, onThisThread, TookTooMuch } from '../off-thread/aside.ts'
import { makeBoard, TestApp, type TestPerson } from '../testing/test-app.ts'

let host: TestApp
let ada: TestPerson
let board: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
})
afterEach(() => host.stop())

const COMPOSE = `
services:
  shop: { image: nginx, depends_on: [orders] }
  orders: { image: example/orders, depends_on: [db] }
  db: { image: postgres:16 }
`
const send = (body: object) => ada.post(`/api/boards/${board}/imports`, body)
const count = async () => (await ada.get(`/api/boards/${board}/graph`)).body.items.length

test('a compose file becomes components and arrows', async () => {
  const { status, body } = await send({ name: 'docker-compose.yml', text: COMPOSE })
  expect(status).toBe(200)
  expect(body).toMatchObject({ format: 'docker-compose', added: { items: 3 } })
  const { items, relations } = (await ada.get(`/api/boards/${board}/graph`)).body
  expect(items.map((item: { name: string }) => item.name)).toEqual(
    expect.arrayContaining(['shop', 'orders', 'db']),
  )
  expect(relations.length).toBe(body.added.relations)
})

test('a dry run says what would be added, and adds nothing', async () => {
  expect((await send({ text: COMPOSE, dryRun: true })).body).toMatchObject({ added: { items: 3 }, ids: [] })
  expect(await count()).toBe(0)
})

test('malformed, hostile and huge text: a sentence, with line and column where there is one, and nothing added', async () => {
  const broken = await send({ name: 'docker-compose.yml', text: 'services:\n  a: [1\n  b: }' })
  expect(broken.status).toBe(422)
  expect(broken.body.error).toMatchObject({
    id: 'malformed',
    line: expect.any(Number),
    column: expect.any(Number),
  })
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, i) => {
      const before = 'abcdefg'[i]
      return `${name}: &${name} [*${before},*${before},*${before},*${before},*${before},*${before},*${before},*${before},*${before}]`
    }),
    'services: *h',
  ].join('\n')
  expect((await send({ name: 'docker-compose.yml', text: bomb })).status).toBe(422)
  const huge = await send({ name: 'docker-compose.yml', text: 'x'.repeat(10_000_000) })
  expect([huge.status, huge.body.error.id]).toEqual([422, 'too-large'])
  expect((await send({ name: 'docker-compose.yml', text: 'services: a string' })).status).toBe(422)
  expect((await send({ text: '' })).status).toBe(422)
  expect((await send({ text: 5 })).status).toBe(400)
  expect(await count()).toBe(0)
})

const GRAPH = { name: 'a.dot', text: 'digraph { a -> b }' }

test('several files, each of its own format, in one batch; the format can be named', async () => {
  const files = [
    { name: 'shop.compose.yaml', text: COMPOSE },
    { name: 'shop.compose.more.yaml', text: 'services: { db: { image: "postgres:17" }, mail: {} }' },
    GRAPH,
  ]
  const { status, body } = await send({ files })
  expect(status).toBe(200)
  expect(body.parts).toEqual([
    { files: ['a.dot'], format: 'dot' },
    { files: ['shop.compose.yaml', 'shop.compose.more.yaml'], format: 'docker-compose' },
  ])
  expect(body.added.items).toBe(6)
  expect((await send({ text: 'from,to\na,b', format: 'csv', dryRun: true })).body.format).toBe('csv')
  expect((await send({ text: 'a', format: 'visio' })).body.error.id).toBe('unknown-format')
  expect((await send({ files, text: COMPOSE })).status).toBe(422)
  expect((await send({})).status).toBe(422)
})

test('one of several files that cannot be read keeps all back, and is named with its place', async () => {
  const { status, body } = await send({
    files: [GRAPH, { name: 'b.json', text: '{"nodes": [{"type": "text"' }],
  })
  expect([status, body.error.id]).toEqual([422, 'malformed'])
  expect(body.error).toMatchObject({ file: 'b.json', line: 1, column: expect.any(Number) })
  expect(body.error.message).toMatch(/^b\.json: Line 1, column/)
  expect(await count()).toBe(0)
})

test('importing again does what changed; what is gone goes only when it is asked for', async () => {
  const file = { name: 'compose.yaml', text: COMPOSE }
  await send(file)
  const before = await count()
  expect((await send(file)).body).toMatchObject({ added: { items: 0, relations: 0 }, ids: [], changes: [] })
  const text = COMPOSE.replace('postgres:16', 'postgres:17').replace(/ {2}shop.*\n/, '')
  const told = (await send({ ...file, text, dryRun: true })).body.changes
  expect(
    told.map((one: { why: string; name: string; taken: boolean }) => [one.why, one.name, one.taken]),
  ).toEqual(
    expect.arrayContaining([
      ['changed', 'db', true],
      ['gone', 'shop', false],
    ]),
  )
  await send({ ...file, text })
  expect(await count()).toBe(before)
  await send({ ...file, text, take: told.map((one: { id: string }) => one.id) })
  expect(await count()).toBe(before - 1)
})

test('a trace goes to what is drawn by hand of the same name, unless told not to', async () => {
  const add = { do: 'add', id: 'o'.repeat(21), type: 'component', fields: { name: 'Orders Service' } }
  await ada.post(`/api/boards/${board}/commands`, [add])
  const text = '[{"parent": "orders", "child": "stock", "callCount": 1}]'
  const apart = (await send({ text, match: 'none', dryRun: true })).body
  expect([apart.added.items, apart.alike[0]?.joined]).toEqual([2, false])
  const { body } = await send({ text })
  expect([body.format, body.added.items, body.alike[0]?.itemName]).toEqual([
    'dependencies',
    1,
    'Orders Service',
  ])
})

test('a file that takes too long to read adds nothing, and says so; when very many are read, it is to be tried again', async () => {
  const run = vi.spyOn(onThisThread, 'run')
  run.mockRejectedValueOnce(new TookTooMuch('plan took more than 5000 ms'))
  const slow = await send({ name: 'docker-compose.yml', text: COMPOSE })
  expect([slow.status, slow.body.error.id]).toEqual([422, 'too-slow'])
  run.mockRejectedValueOnce(new Busy('20 tasks wait already'))
  const busy = await send({ name: 'docker-compose.yml', text: COMPOSE })
  expect([busy.status, busy.body.error.id]).toEqual([503, 'busy'])
  run.mockRestore()
  expect(await count()).toBe(0)
})
