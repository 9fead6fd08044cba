import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fold } from '../off-thread/fold.ts'
import { MemoryLayerStore } from '../storage/layers/memory-layer-store.ts'
import { LearningTurns } from './learning-turns.ts'
import { FakeAccess, TestClient, TestServer, until } from './testing.ts'

const ITEMS = 3000

const clients: TestClient[] = []
const servers: TestServer[] = []

afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  for (const server of servers.splice(0)) {
    await server.rooms.close()
    await server.kill()
  }
})

/** A folded layer that is too large to be learned at once. */
async function largeLayer(): Promise<MemoryLayerStore> {
  const store = new MemoryLayerStore()
  const doc = new Y.Doc()
  for (let i = 0; i < ITEMS; i++) doc.getMap('items').set(`k${i}`, i)
  doc.getMap('items').delete('k7')
  const bytes = Y.encodeStateAsUpdate(doc)
  await store.append([{ board: 'b', layer: 'common', epoch: 0, bytes, owners: [] }])
  const folded = fold([bytes])
  expect(await store.compact('b', 'common', { ...folded, through: 1, epoch: 0 })).toBe(true)
  expect((await store.load('b', 'common')).digest).not.toBe(null)
  return store
}

async function serve(store: MemoryLayerStore): Promise<TestServer> {
  const server = await TestServer.start(store, new FakeAccess({ ann: 'participant', bob: 'participant' }))
  servers.push(server)
  return server
}

function join(server: TestServer, who: string): TestClient {
  const client = new TestClient(server, who, 'common.b')
  clients.push(client)
  return client
}

describe('rule 1: a large layer after a restart', () => {
  it('is there for everybody, and what they write is judged, stored and told as ever', async () => {
    const store = await largeLayer()
    const server = await serve(store)
    const [ann, bob] = [join(server, 'ann'), join(server, 'bob')]
    await Promise.all([ann.synced(), bob.synced()])
    expect(bob.items.size).toBe(ITEMS - 1)
    ann.items.set('new', 'from ann')
    expect(await ann.mark()).toMatch(/^saved/)
    await until(() => bob.items.get('new') === 'from ann', 'told')
    expect((await store.load('b', 'common')).rows).toHaveLength(1)
  })

  it('is written by the server at once', async () => {
    const store = await largeLayer()
    const server = await serve(store)
    await server.rooms.write('b', { kind: 'common' }, (doc) => doc.getMap('items').set('by', 'the server'))
    const ann = await join(server, 'ann').synced()
    expect(ann.items.get('by')).toBe('the server')
  })
})

describe('time to learn', () => {
  it('is given to one room a turn, first to those who are waited for, and as often as they ask', async () => {
    const turns = new LearningTurns()
    const order: string[] = []
    const pupil = (name: string, slices: number, isAwaited: boolean) => {
      const learn = (structs: number): void => {
        expect(structs).toBeGreaterThan(0)
        order.push(name)
        if (--slices > 0) turns.ask(learn, isAwaited)
      }
      return learn
    }
    const [one, two, gone] = [pupil('one', 2, false), pupil('two', 2, true), pupil('gone', 1, false)]
    turns.ask(one, false)
    turns.ask(gone, false)
    turns.ask(two, false)
    turns.ask(two, true)
    turns.forget(gone)
    await until(() => order.length === 4, 'learned')
    expect(order).toEqual(['two', 'two', 'one', 'one'])
  })
})
