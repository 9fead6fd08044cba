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
