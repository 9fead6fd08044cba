import { SAMPLES } from '@second-story/board'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'
import { readBundle } from './bundle.ts'

let here: TestApp
let there: TestApp
let ada: TestPerson
let eva: TestPerson
let board: string
beforeAll(async () => {
  here = await TestApp.start()
  there = await TestApp.start()
  ada = await here.signUp('Ada')
  eva = await there.signUp('Eva')
  board = await makeBoard(ada, 'incident-review', 'The night of the disks')
  const [sample] = SAMPLES
  const mine = { do: 'add', id: testId('mine'), type: 'factor', layer: 'own', fields: { text: 'canary' } }
  const { commands = [] } = sample?.build() ?? {}
  expect((await ada.post(`/api/boards/${board}/commands`, [...commands, mine])).status).toBe(200)
})
afterAll(async () => {
  await here?.stop()
  await there?.stop()
})

async function raw(app: TestApp, who: TestPerson, method: string, path: string, body?: Uint8Array) {
  const init = {
    method,
    headers: { cookie: who.cookie, ...(body ? { 'content-type': 'application/zip' } : {}) },
    ...(body ? { body: Buffer.from(body) } : {}),
  }
  const answer = await app.app.request(path, init)
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const said = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** A board as JSON, without what every board has of its own. */
async function contentOf(who: TestPerson, id: string): Promise<unknown> {
  const { board: own, ...rest } = (await who.get(`/api/boards/${id}/board.json`)).body
  return { ...rest, title: own.title, kind: own.kind, zone: own.zone }
}

test('a board that leaves as a bundle is the same board on another server, without what was private', async () => {
  const { status, bytes } = await raw(here, ada, 'GET', `/api/boards/${board}/bundle.zip`)
  expect(status).toBe(200)
  expect((await raw(here, ada, 'GET', `/api/boards/${board}/bundle.zip`)).bytes).toEqual(bytes)
  const made = await raw(there, eva, 'POST', '/api/bundles', bytes)
  expect(made.status, said(made.bytes)).toBe(201)
  const copy = JSON.parse(said(made.bytes)).board ?? JSON.parse(said(made.bytes))
  expect(copy.role).toBe('owner')
  const content = await contentOf(eva, copy.id)
  expect(content).toEqual(await contentOf(ada, board))
  expect(JSON.stringify(content)).not.toContain('canary')
})

test('the JSON of a board alone is taken too', async () => {
  const { text } = await ada.get(`/api/boards/${board}/board.json`)
  expect((await raw(there, eva, 'POST', '/api/bundles', strToU8(text))).status).toBe(201)
})

test('a copy on the same server has everything that is shared, under names of its own', async () => {
  const made = await ada.post('/api/boards', { kind: 'blank', title: 'Again', from: board, take: 'all' })
  expect(made.status, made.text).toBe(201)
  const [was, is] = [
    (await ada.get(`/api/boards/${board}/board.json`)).body,
    (await ada.get(`/api/boards/${made.body.id}/board.json`)).body,
  ]
  const words = (one: typeof was): unknown[] =>
    one.items
      .map(
        ({
          id: _,
          group: __,
          place,
          ...rest
        }: {
          id: string
          group?: string
          place?: { x: number; y: number }
        }) => JSON.stringify({ ...rest, at: place && [place.x, place.y] }),
      )
      .sort()
  expect(words(is)).toEqual(words(was))
  expect(is.relations).toHaveLength(was.relations.length)
  expect(is.prose).toEqual(was.prose)
  const ids = new Set(was.items.map((one: { id: string }) => one.id))
  expect(is.items.filter((one: { id: string }) => ids.has(one.id))).toEqual([])
})

test('who may not read a board takes no copy of it', async () => {
  const bob = await here.signUp('Bob')
  expect(
    (await bob.post('/api/boards', { kind: 'blank', title: 'x', from: board, take: 'all' })).status,
  ).toBe(404)
  expect((await raw(here, bob, 'GET', `/api/boards/${board}/bundle.zip`)).status).toBe(404)
  const guest = await here.joins(ada, board, 'observer', here.nobody())
  expect((await raw(here, guest, 'GET', `/api/boards/${board}/bundle.zip`)).status).toBe(200)
  expect((await raw(here, guest, 'POST', '/api/bundles', strToU8('{}'))).status).toBe(403)
})

/** A bundle that says it unfolds to `size` bytes. */
function saying(size: number, text: string): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'board.json': strToU8(text) }, { level: 9 }))
  bytes.writeUInt32LE(size, 22)
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  return bytes
}

test.each([
  ['nothing', new Uint8Array(0), /not JSON/],
  ['the head of a ZIP', strToU8('PK'), /damaged/],
  ['a ZIP of something else', zipSync({ 'other.txt': strToU8('hello') }), /damaged/],
  ['a torn ZIP', zipSync({ 'board.json': strToU8('{}') }).subarray(0, 40), /damaged/],
  ['a ZIP that unfolds to a gigabyte', saying(2 ** 30, 'x'.repeat(1000)), /damaged/],
  [
    'one that unfolds to more than it says',
    saying(50, `{"board":{},"items":[${'7,'.repeat(1e6)}7]}`),
    /not JSON/,
  ],
  ['random bytes', Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256), /not JSON/],
  [
    'a board of a later day',
    strToU8(
      '{"board":{},"items":[{"id":"aaaaaaaaaaaaaaaaaaaaa","type":"hologram"}],"relations":[],"prose":{}}',
    ),
    /cannot be read/,
  ],
])('%s makes no board, and says why', async (_what, bytes, words) => {
  expect(readBundle({ bytes })).toMatch(words)
  const before = (await eva.get('/api/boards')).body.boards.length
  const answer = await raw(there, eva, 'POST', '/api/bundles', bytes)
  expect(answer.status).toBe(422)
  expect(said(answer.bytes)).toMatch(words)
  expect(said(answer.bytes)).toContain('No board was made.')
  expect((await eva.get('/api/boards')).body.boards).toHaveLength(before)
})
