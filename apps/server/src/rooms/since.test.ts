import { MESSAGE, type Reach } from '@second-story/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MemoryLayerStore } from '../storage/layers/memory-layer-store.ts'
import { createRooms } from './create-rooms.ts'
import { FakeAccess, TestClient, TestServer, until } from './testing.ts'

let store: MemoryLayerStore
let server: TestServer
let clients: TestClient[]

beforeEach(async () => {
  store = new MemoryLayerStore()
  server = await TestServer.start(store, new FakeAccess({ ada: 'owner', ben: 'participant' }))
  clients = []
})
afterEach(async () => {
  for (const client of clients) client.end()
  await server.rooms.close()
  await server.kill()
})

function come(who: string, since: Reach | null = null): TestClient {
  const client = new TestClient(server, who, 'common.b', {}, since)
  clients.push(client)
  return client
}

test('rule 1: whoever says how far they have come is sent what came since, and told how far that is', async () => {
  const ada = await come('ada').synced()
  for (let n = 0; n < 30; n++) ada.items.set(`k${n % 3}`, n)
  await ada.mark()
  await until(() => ada.reach !== null, 'a reach')
  const reach = ada.reach as Reach
  expect(reach).toMatchObject({ epoch: 0 })

  const ben = await come('ben').synced()
  ben.items.delete('k1')
  await ben.mark()

  const back = come('ada', reach)
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(ada.doc), 'kept')
  const sync = back.provider.messageHandlers[MESSAGE.sync]
  const sizes: number[] = []
  back.provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    sizes.push(decoder.arr.length)
    sync?.(encoder, decoder, ...rest)
  }
  await back.synced()
  // no struct, and no deletion from before
  expect(sizes.at(-1)).toBe(5)
  expect(back.items.toJSON()).toEqual(ben.items.toJSON())
  await back.mark()
  await until(() => (back.reach?.n ?? 0) > reach.n, 'a later reach')
})

test('a room is made ready for whoever fetches its layer: they connect next', async () => {
  const common = { kind: 'common' } as const
  await server.rooms.write('b', common, (doc) => doc.getMap('items').set('a', 1))
  await server.rooms.forget('b', common)
  let loads = 0
  const load = store.load.bind(store)
  store.load = (...key) => {
    loads++
    return load(...key)
  }
  const later = createRooms({ store, access: new FakeAccess({ ada: 'owner' }) })
  try {
    expect((await later.packed('b', common))?.reach).toEqual({ epoch: 1, n: 1 })
    expect(loads).toBe(0)
    await until(() => loads === 1, 'the room')
    expect(await later.read('b', common, (doc) => doc.getMap('items').get('a'))).toBe(1)
    expect(loads).toBe(1)
  } finally {
    await later.close()
  }
})
