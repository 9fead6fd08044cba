import { expect } from '@playwright/test'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

const id = (name: string): string => (name + '0'.repeat(21)).slice(0, 21)

/** A stock provider, as anybody's script would use it: nothing of ours in it but the cookie. */
function join(room: string, cookie: string, doc = new Y.Doc()): WebsocketProvider {
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie } })
    }
  }
  return new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, room, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
}

function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((done) => {
    if (provider.synced) done()
    else provider.once('sync', () => done())
  })
}

function note(text: string): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('type', 'note')
  map.set('text', new Y.Text(text))
  return map
}

const graph = async (who: Api, board: string): Promise<{ id: string; text?: string }[]> =>
  ((await who.get(`/api/boards/${board}/graph`)) as { items: { id: string; text?: string }[] }).items

/** Why the connection ended. */
function ending(provider: WebsocketProvider): Promise<number> {
  return new Promise((done) => {
    provider.on('connection-close', (event) => done((event as { code?: number } | null)?.code ?? 0))
  })
}

test('a stock y-websocket client joins with a cookie, writes a note, and is seen', async () => {
  const owner = await new Api(server.url).signUp('Ada')
  const board = await owner.createBoard('Stock')
  const guest = await new Api(server.url).accept(await owner.invite(board), 'Tunde')
  const mine = join(`common.${board}`, guest.cookie)
  const theirs = join(`common.${board}`, owner.cookie)
  await Promise.all([synced(mine), synced(theirs)])
  const seen = new Promise<string>((done) => {
    theirs.doc.getMap('items').observe((event) => {
      const [key] = event.changes.keys.keys()
      if (key) done(key)
    })
  })
  mine.doc.getMap('items').set(id('hello'), note('from a stock client'))
  expect(await seen).toBe(id('hello'))
  await expect
    .poll(() => graph(owner, board))
    .toContainEqual(expect.objectContaining({ text: 'from a stock client' }))
  mine.destroy()
  theirs.destroy()
})

test('an update under another person’s client id, and one that names itself as its origin, are refused and harm nothing', async () => {
  const owner = await new Api(server.url).signUp('Maren')
  const board = await owner.createBoard('Forged')
  const token = await owner.invite(board)
  const guest = await new Api(server.url).accept(token, 'Somebody')
  const honest = join(`common.${board}`, owner.cookie)
  await synced(honest)
  honest.doc.getMap('items').set(id('first'), note('mine'))
  await expect.poll(() => graph(owner, board)).toHaveLength(1)

  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(honest.doc))
  // only now: Yjs gives up a client id that it sees in somebody else's update
  forged.clientID = honest.doc.clientID
  forged.getMap('items').set(id('forged'), note('not hers'))
  const forger = join(`common.${board}`, guest.cookie, forged)
  expect(await ending(forger)).toBe(4422)
  forger.destroy()

  const other = await new Api(server.url).accept(token, 'Another')
  const selfOrigin = join(`common.${board}`, other.cookie)
  await synced(selfOrigin)
  const closed = ending(selfOrigin)
  // one client, one struct, clock 0, an item whose left origin is itself
  selfOrigin.ws?.send(Uint8Array.from([0, 2, 12, 1, 1, 5, 0, 132, 5, 0, 3, 97, 98, 99, 0]))
  expect(await closed).toBe(4422)
  selfOrigin.destroy()

  honest.doc.getMap('items').set(id('second'), note('still here'))
  await expect
    .poll(async () => (await graph(owner, board)).map((item) => item.text).sort())
    .toEqual(['mine', 'still here'])
  honest.destroy()
})

test('somebody without a seat is closed 4403, nobody at all 4401, an unknown board 4404', async () => {
  const owner = await new Api(server.url).signUp('Jo')
  const stranger = await new Api(server.url).signUp('Kim')
  const board = await owner.createBoard('Closed')
  expect(await ending(join(`common.${board}`, stranger.cookie))).toBeGreaterThanOrEqual(4403)
  expect(await ending(join(`common.${board}`, ''))).toBe(4401)
  expect(await ending(join(`common.${'x'.repeat(21)}`, owner.cookie))).toBe(4404)
})
