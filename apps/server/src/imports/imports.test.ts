import { afterEach, beforeEach, expect, test } from 'vitest'
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
