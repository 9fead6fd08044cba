import { systemClock } from '@second-story/std'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bus } from '../bus/bus.ts'
import { MemoryBus, MemoryHub } from '../bus/memory.ts'
import { NO_BUS } from '../bus/none.ts'
import { MemoryLayerStore } from '../storage/layers/memory-layer-store.ts'
import { decodeNodeMessage, encodeNodeMessage, type NodeMessage } from './node-messages.ts'
import { FakeAccess, TestClient, TestServer, until } from './testing.ts'

const COMMON = { kind: 'common' } as const

let store: MemoryLayerStore
let access: FakeAccess
let hub: MemoryHub
let nodes: TestServer[]
let clients: TestClient[]

async function node(bus: Bus = new MemoryBus(hub)): Promise<TestServer> {
  const server = await TestServer.start(store, access, 0, systemClock, bus)
  nodes.push(server)
  return server
}

function join(server: TestServer, who: string): TestClient {
  const client = new TestClient(server, who, 'common.b')
  clients.push(client)
  return client
}

function isHere(client: TestClient, account: string): boolean {
  const states = [...client.provider.awareness.getStates().values()]
  return states.some((state) => (state as { user?: { account: string } }).user?.account === account)
}

async function untilRead(server: TestServer, expected: unknown): Promise<void> {
  await expect
    .poll(() => server.rooms.read('b', COMMON, (doc) => doc.getMap('items').toJSON()), { timeout: 8000 })
    .toEqual(expected)
}

beforeEach(() => {
  store = new MemoryLayerStore()
  access = new FakeAccess({ ann: 'owner', bob: 'participant' })
  hub = new MemoryHub()
  nodes = []
  clients = []
})

afterEach(async () => {
  for (const client of clients) client.end()
  for (const server of nodes) await server.kill()
})

describe('rule 11: two nodes, one board', () => {
  it('what is written on one is seen on the other, and both are saved', async () => {
    const ann = join(await node(), 'ann')
    const bob = join(await node(), 'bob')
    await Promise.all([ann.synced(), bob.synced()])
    ann.items.set('x', 1)
    bob.items.set('y', 2)
    expect(await Promise.all([ann.mark(), bob.mark()])).toEqual(['saved 1', 'saved 1'])
    await until(() => ann.items.has('y') && bob.items.has('x'))
  })

  it('finds in the log what it was not told of', async () => {
    const ann = join(await node(NO_BUS), 'ann')
    const bob = join(await node(), 'bob')
    await Promise.all([ann.synced(), bob.synced()])
    ann.items.set('x', 1)
    await until(() => bob.items.has('x'))
  })

  it('who is on one node is seen on the other, and is gone with their connection', async () => {
    const ann = join(await node(), 'ann')
    const bob = join(await node(), 'bob')
    ann.provider.awareness.setLocalState({ selection: ['a'] })
    await until(() => isHere(bob, 'ann'))
    ann.end()
    await until(() => !isHere(bob, 'ann'))
  })

  it('who is on another node is here now, in the colour that they show, and nobody else takes it', async () => {
    const [one, two] = [await node(), await node()]
    const ann = join(one, 'ann')
    ann.provider.awareness.setLocalState({ selection: ['a'] })
    await two.rooms.write('b', COMMON, (doc) => doc.getMap('items').set('x', 1))
    await until(() => two.rooms.present('b').includes('ann'))
    expect([...two.rooms.colours('b')]).toEqual([['ann', 1]])
    const bob = join(two, 'bob')
    await bob.synced()
    expect(two.rooms.present('b')).toEqual(['ann', 'bob'])
    expect([...two.rooms.colours('b')].sort()).toEqual([
      ['ann', 1],
      ['bob', 2],
    ])
    ann.end()
    await until(() => !two.rooms.present('b').includes('ann'))
  })

  it('a member who is removed on one node is closed on the other', async () => {
    const one = await node()
    const bob = join(await node(), 'bob')
    await bob.synced()
    access.roles.delete('bob')
    await one.rooms.accessChanged('b', 'bob')
    expect(await bob.closedWith()).toBe(4403)
  })

  it('the server’s own hand on both nodes writes what the other has, too', async () => {
    const [one, two] = [await node(), await node()]
    await one.rooms.write('b', COMMON, (doc) => doc.getMap('items').set('x', 1))
    await two.rooms.write('b', COMMON, (doc) => doc.getMap('items').set('y', 2))
    await one.rooms.write('b', COMMON, (doc) => doc.getMap('items').set('z', 3))
    await untilRead(two, { x: 1, y: 2, z: 3 })
  })

  it('a layer that was rewritten on one node is read anew on the other', async () => {
    const [one, two] = [await node(), await node()]
    await one.rooms.write('b', COMMON, (doc) => doc.getMap('items').set('secret', 'words'))
    const bob = join(two, 'bob')
    await until(() => bob.items.get('secret') === 'words')
    await one.rooms.write('b', COMMON, (doc) => doc.getMap('items').delete('secret'))
    await one.rooms.forget('b', COMMON)
    bob.items.set('mine', 1)
    await untilRead(one, { mine: 1 })
  })
})

describe('what nodes tell each other', () => {
  const messages: NodeMessage[] = [
    { type: 'row', layer: 'common', row: { n: 7, bytes: new Uint8Array([1, 2, 3]) }, owners: [[5, 'ann']] },
    { type: 'head', layer: 'own.ann', head: 9 },
    { type: 'presence', node: 'n', layer: 'common', bytes: new Uint8Array([0]), whole: true },
    { type: 'ask', layer: 'common' },
    { type: 'access', account: null },
    { type: 'removed' },
  ]

  it('comes back as it went', () => {
    for (const message of messages) expect(decodeNodeMessage(encodeNodeMessage(message))).toEqual(message)
  })

  it('is passed over when one bit of it is wrong, or its end is missing', () => {
    for (const message of messages) {
      const bytes = encodeNodeMessage(message)
      for (let i = 0; i < bytes.length; i++) {
        const wrong = bytes.slice()
        wrong[i] = (wrong[i] ?? 0) ^ 16
        expect(decodeNodeMessage(wrong)).toBeNull()
        expect(decodeNodeMessage(bytes.subarray(0, i))).toBeNull()
      }
    }
  })
})
