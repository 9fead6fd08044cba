import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeUpdate, type LayerRef } from '@second-story/protocol'
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { LayerStore } from '../storage/layers/layer-store.ts'
import { SqliteLayerStore } from '../storage/layers/sqlite-layer-store.ts'
import { migrate } from '../storage/migrations/index.ts'
import { openDatabase } from '../storage/sqlite/open.ts'
import { FakeAccess, TestClient, TestServer, until } from './testing.ts'

const COMMON: LayerRef = { kind: 'common' }
const CONDUCT: LayerRef = { kind: 'conduct' }
const own = (member: string): LayerRef => ({ kind: 'own', member })

let folder: string
let database: Database.Database
let store: LayerStore
let access: FakeAccess
let server: TestServer
const clients: TestClient[] = []

function connect(who: string, room = 'common.b', headers: Record<string, string> = {}): TestClient {
  const client = new TestClient(server, who, room, headers)
  clients.push(client)
  return client
}

const joined = (who: string, room?: string): Promise<TestClient> => connect(who, room).synced()

/** What somebody sees who comes now. */
async function seenOn(room = 'common.b', who = 'ann'): Promise<unknown> {
  const client = await joined(who, room)
  return client.items.toJSON()
}

/** As after a kill: a new process over the same files. */
async function restart(): Promise<void> {
  const { port } = server
  await server.kill()
  database.close()
  database = openDatabase(folder)
  store = new SqliteLayerStore(database)
  server = await TestServer.start(store, access, port)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'second-story-rooms-'))
  database = openDatabase(folder)
  await migrate(new Kysely({ dialect: new SqliteDialect({ database }) }))
  store = new SqliteLayerStore(database)
  access = new FakeAccess({ ann: 'owner', bob: 'participant', eve: 'participant', obs: 'observer' })
  server = await TestServer.start(store, access)
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  await server.kill()
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a stock y-websocket client', () => {
  it('joins, writes, is told that it is saved, and is seen', async () => {
    const ann = await joined('ann')
    ann.items.set('a', 'note')
    expect(await ann.mark()).toBe('saved 1')
    const bob = await joined('bob')
    expect(bob.items.get('a')).toBe('note')
    bob.items.set('b', 'other')
    await until(() => ann.items.get('b') === 'other')
  })

  it('sees who else is here, as the server says it', async () => {
    const [ann, bob] = [await joined('ann'), await joined('bob')]
    ann.provider.awareness.setLocalState({ cursor: { x: 1, y: 2 }, user: { name: 'Somebody else' } })
    const annAsSeen = (): unknown => bob.provider.awareness.getStates().get(ann.doc.clientID)
    const user = { account: 'ann', name: 'ANN', colour: 1, role: 'owner', kind: 'member' }
    await until(
      () => JSON.stringify(annAsSeen()) === JSON.stringify({ cursor: { x: 1, y: 2 }, user }),
      'presence',
    )
    expect(server.rooms.present('b')).toEqual(['ann', 'bob'])
    ann.provider.disconnect()
    await until(() => annAsSeen() === undefined, 'to be gone')
    await until(() => server.rooms.present('b').length === 1, 'the socket to be gone')
    expect(server.rooms.present('b')).toEqual(['bob'])
  })

  it('rule 4: finds what was acknowledged after the process was killed, and brings what it wrote offline', async () => {
    const ann = await joined('ann')
    ann.items.set('a', 'kept')
    await ann.mark()
    await restart()
    const bob = await joined('bob')
    expect(bob.items.get('a')).toBe('kept')
    ann.items.set('later', 'offline')
    await until(() => bob.items.get('later') === 'offline', 'what was written offline')
  })

  it('rule 1: opens a folded board, and one with a long log', async () => {
    const ann = await joined('ann')
    for (let i = 0; i < 30; i++) {
      ann.items.set(`k${i % 5}`, i)
      await ann.mark()
    }
    expect((await store.load('b', 'common')).rows.length).toBeGreaterThan(20)
    const expected = { k0: 25, k1: 26, k2: 27, k3: 28, k4: 29 }
    expect(await seenOn()).toEqual(expected)
    await server.rooms.forget('b', COMMON)
    expect((await store.load('b', 'common')).rows).toEqual([])
    expect(await seenOn()).toEqual(expected)
    ann.items.set('k0', 'after')
    await ann.mark()
    await restart()
    expect(await seenOn()).toEqual({ ...expected, k0: 'after' })
  })
})

describe('rule 12: who may not come in is let in, and closed with a code that stays closed', () => {
  it.each([
    ['nobody', 'common.b', 4401],
    ['stranger', 'common.b', 4403],
    ['ann', 'common.nowhere', 4404],
    ['ann', 'nonsense', 4404],
    ['bob', 'agents.b', 4403],
    ['obs', 'own.b', 4403],
    ['bob', 'story.b.ann', 4403],
    ['ann', 'common.b?schema=0', 4410],
  ])('%s in %s: %i', async (who, room, code) => {
    const headers = who === 'nobody' ? { cookie: '' } : {}
    expect(await connect(who, room, headers).closedWith()).toBe(code)
  })

  it('a page that knows what boards hold now comes in, and so does a stock client', async () => {
    expect((await joined('ann', 'common.b?schema=1')).closed).toBeNull()
    expect((await joined('ann', 'common.b')).closed).toBeNull()
  })

  it('the owner reads nobody’s own layer', async () => {
    const bob = await joined('bob', 'own.b')
    bob.items.set('sketch', 'mine')
    await bob.mark()
    expect(await seenOn('own.b', 'ann')).toEqual({})
    expect(await server.rooms.ownLayers('b')).toEqual(['bob'])
  })
})

describe('rule 13: an Origin that is present must be ours', () => {
  it('a page elsewhere is closed', async () => {
    expect(await connect('ann', 'common.b', { origin: 'https://evil.example' }).closedWith()).toBe(4403)
  })

  it('our own page is not', async () => {
    await connect('ann', 'common.b', { origin: `http://127.0.0.1:${server.port}` }).synced()
  })
})

describe('rules 2 and 3: hostile content', () => {
  /** What somebody writes who calls themselves by the client of another. */
  function forgedAs(other: TestClient): Uint8Array {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc))
    doc.clientID = other.doc.clientID
    doc.getMap('items').set('a', 'forged')
    return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other.doc))
  }

  // client 9, clock 0: a letter to the right of 9:0
  const selfOrigin = new Uint8Array([1, 1, 9, 0, 132, 9, 0, 1, 120, 0])

  it('a forged update under the client of another is refused, and harms nothing', async () => {
    const ann = await joined('ann')
    ann.items.set('a', 1)
    await ann.mark()
    const eve = await joined('eve')
    eve.send(encodeUpdate(forgedAs(ann)))
    expect(await eve.closedWith()).toBe(4422)
    expect(eve.closed?.reason).toBe('written under the name of another')
    ann.items.set('a', 2)
    expect(await ann.mark()).toBe('saved 2')
    expect(await seenOn('common.b', 'bob')).toEqual({ a: 2 })
  })

  it('an update that names itself as its origin is refused, and the board opens', async () => {
    const ann = await joined('ann')
    const eve = await joined('eve')
    eve.send(encodeUpdate(selfOrigin))
    expect(await eve.closedWith()).toBe(4422)
    ann.items.set('a', 1)
    expect(await ann.mark()).toBe('saved 1')
    await restart()
    expect(await seenOn()).toEqual({ a: 1 })
  })

  it.each([
    ['bytes that mean nothing', new Uint8Array([99, 1, 2, 3])],
    ['nothing', new Uint8Array(0)],
    ['an update of garbage', encodeUpdate(new Uint8Array([255, 255, 255]))],
    ['17 MB', new Uint8Array(17 * 1024 * 1024)],
  ])('%s closes that connection alone', async (_name, bytes) => {
    const [ann, eve] = [await joined('ann'), await joined('eve')]
    eve.send(bytes)
    expect(await eve.closedWith()).toBe(4422)
    ann.items.set('a', 1)
    expect(await ann.mark()).toBe('saved 1')
  })

  it('text messages close too', async () => {
    const eve = await joined('eve')
    eve.provider.ws?.send('{"hello":1}')
    expect(await eve.closedWith()).toBe(4422)
  })
})

describe('rule 7: readers, and changes of access', () => {
  it('what an observer writes is dropped, and the connection stays', async () => {
    const ann = await joined('ann')
    const obs = await joined('obs')
    obs.items.set('x', 1)
    expect(await obs.mark()).toBe('refused 1')
    ann.items.set('a', 1)
    await until(() => obs.items.get('a') === 1)
    expect(await seenOn('common.b', 'bob')).toEqual({ a: 1 })
  })

  it('nobody writes conduct', async () => {
    const ann = await joined('ann', 'conduct.b')
    ann.items.set('x', 1)
    expect(await ann.mark()).toBe('refused 1')
    expect(await server.rooms.read('b', CONDUCT, (doc) => doc.getMap('items').size)).toBe(0)
  })

  it('a change of role holds at once on open connections', async () => {
    const bob = await joined('bob')
    access.roles.set('bob', 'observer')
    await server.rooms.accessChanged('b', 'bob')
    bob.items.set('x', 1)
    expect(await bob.mark()).toBe('refused 1')
  })

  it('removal closes every connection of that member, 4403, and no other', async () => {
    const ann = await joined('ann')
    const [bob, bobsOwn] = [await joined('bob'), await joined('bob', 'own.b')]
    access.roles.delete('bob')
    await server.rooms.accessChanged('b', 'bob')
    expect(await bob.closedWith()).toBe(4403)
    expect(await bobsOwn.closedWith()).toBe(4403)
    ann.items.set('a', 1)
    expect(await ann.mark()).toBe('saved 1')
  })

  it('an agent who becomes a participant leaves the agents’ layer', async () => {
    access.roles.set('eve', 'agent')
    const [agents, common] = [await joined('eve', 'agents.b'), await joined('eve')]
    access.roles.set('eve', 'participant')
    await server.rooms.accessChanged('b')
    expect(await agents.closedWith()).toBe(4403)
    expect(common.closed).toBeNull()
  })

  it('somebody removed while they connect does not get in', async () => {
    let release: (() => void) | null = null
    access.delay = () =>
      new Promise((resolve) => {
        release = resolve
      })
    const bob = connect('bob')
    await until(() => release !== null, 'the look-up')
    access.roles.delete('bob')
    await server.rooms.accessChanged('b', 'bob')
    access.delay = async () => undefined
    ;(release as unknown as () => void)()
    expect(await bob.closedWith()).toBe(4403)
  })

  it('a deleted board closes 4404', async () => {
    const ann = await joined('ann')
    access.isGone = true
    await server.rooms.accessChanged('b')
    expect(await ann.closedWith()).toBe(4404)
  })

  it('a removed board is closed, and gone from the disk', async () => {
    const ann = await joined('ann')
    ann.items.set('a', 1)
    await ann.mark()
    await server.rooms.removeBoard('b')
    expect(await ann.closedWith()).toBe(4404)
    expect(await store.list('b')).toEqual([])
  })
})

describe('rule 14: the server’s own hand', () => {
  const set = (key: string, value: unknown) => (doc: Y.Doc) => doc.getMap('items').set(key, value)

  it('writes, is on disk when it says so, and is seen', async () => {
    const ann = await joined('ann')
    expect(await server.rooms.write('b', COMMON, set('s', 'from the server'))).toBe('from the server')
    const rows = (await store.load('b', 'common')).rows
    expect(rows).toHaveLength(1)
    await until(() => ann.items.get('s') === 'from the server')
  })

  it('sees what people wrote, and many hands at once lose nothing', async () => {
    const ann = await joined('ann')
    ann.items.set('votes', 0)
    await ann.mark()
    const add = (doc: Y.Doc): void =>
      void doc.getMap('items').set('votes', Number(doc.getMap('items').get('votes')) + 1)
    await Promise.all(Array.from({ length: 40 }, () => server.rooms.write('b', COMMON, add)))
    expect(await server.rooms.read('b', COMMON, (doc) => doc.getMap('items').get('votes'))).toBe(40)
    await until(() => ann.items.get('votes') === 40)
    const clientsUsed = Y.decodeStateVector(Y.encodeStateVector(ann.doc))
    expect(clientsUsed.size).toBe(2)
  })

  it('writes nothing when the change throws half-way', async () => {
    await server.rooms.write('b', COMMON, set('a', 1))
    const broken = server.rooms.write('b', COMMON, (doc) => {
      doc.getMap('items').set('a', 2)
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(await server.rooms.read('b', COMMON, (doc) => doc.getMap('items').get('a'))).toBe(1)
    await server.rooms.write('b', COMMON, set('b', 3))
    expect(await seenOn()).toEqual({ a: 1, b: 3 })
  })

  it('several layers in one transaction: all or none', async () => {
    const bob = await joined('bob', 'own.b')
    bob.items.set('factor', 'quiet words')
    await bob.mark()
    await server.rooms.writeMany('b', [COMMON, own('bob')], (docs) => {
      const words = docs.get('own.bob')?.getMap('items').get('factor')
      docs.get('own.bob')?.getMap('items').set('revealed', true)
      docs.get('common')?.getMap('items').set('factor', words)
    })
    expect(await seenOn()).toEqual({ factor: 'quiet words' })
    await until(() => bob.items.get('revealed') === true)
  })

  it('goes on after a restart under a client that nobody else writes with', async () => {
    await server.rooms.write('b', COMMON, set('a', 1))
    await restart()
    await server.rooms.write('b', COMMON, set('b', 2))
    expect(await seenOn()).toEqual({ a: 1, b: 2 })
  })

  it('looking takes no client and stores nothing', async () => {
    await server.rooms.read('b', COMMON, (doc) => doc.getMap('items').size)
    expect(database.prepare('select count(*) as n from layer_hands').get()).toEqual({ n: 0 })
    expect(await store.list('b')).toEqual([])
  })

  it('ends with an error, not with waiting, when the board is removed meanwhile', async () => {
    const append = store.append.bind(store)
    let release: (() => void) | null = null
    store.append = async (entries) => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return append(entries)
    }
    const ended = expect(server.rooms.write('b', COMMON, set('a', 1))).rejects.toThrow('was closed')
    await until(() => release !== null, 'the append')
    const looked = expect(server.rooms.read('b', COMMON, (doc) => doc.getMap('items').size)).rejects.toThrow(
      'was closed',
    )
    const removed = server.rooms.removeBoard('b')
    await Promise.all([ended, looked])
    ;(release as unknown as () => void)()
    await removed
    expect(await store.list('b')).toEqual([])
  })

  it('gives the layer as V2', async () => {
    await server.rooms.write('b', COMMON, set('a', 1))
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, await server.rooms.snapshot('b', COMMON))
    expect(doc.getMap('items').toJSON()).toEqual({ a: 1 })
  })
})

describe('an anonymous reveal', () => {
  it('leaves nothing of the original in any file, and a late copy does not bring it back', async () => {
    const secret = 'nobody dared to say it'
    const bob = await joined('bob', 'own.b')
    const note = new Y.Text(secret)
    bob.items.set('note', note)
    await bob.mark()
    const holds = (): boolean =>
      readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(secret))
    expect(holds()).toBe(true)
    // bob's copy stays behind, offline
    const late = new Y.Doc()
    Y.applyUpdate(late, Y.encodeStateAsUpdate(bob.doc))
    bob.provider.disconnect()
    await server.rooms.write('b', own('bob'), (doc) => doc.getMap('items').delete('note'))
    await server.rooms.forget('b', own('bob'))
    expect(holds()).toBe(false)
    const again = connect('bob', 'own.b')
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(late))
    await again.synced()
    again.items.set('other', 1)
    await again.mark()
    expect(holds()).toBe(false)
    expect(again.items.toJSON()).toEqual({ other: 1 })
  })
})

describe('rule 9: a disk that fails', () => {
  it('withholds saved, keeps the connection, tries again, and then tells', async () => {
    const append = store.append.bind(store)
    let failing = true
    store.append = async (entries) => {
      if (failing) throw new Error('disk full')
      return append(entries)
    }
    const [ann, bob] = [await joined('ann'), await joined('bob')]
    ann.items.set('a', 1)
    const answer = ann.mark()
    await until(() => ann.provider.wsconnected && ann.provider.synced)
    bob.provider.awareness.setLocalState({ typing: 'a' })
    await until(
      () => ann.provider.awareness.getStates().get(bob.doc.clientID)?.typing === 'a',
      'presence meanwhile',
    )
    expect([ann.answers, bob.items.size]).toEqual([[], 0])
    failing = false
    expect(await answer).toBe('saved 1')
    await until(() => bob.items.get('a') === 1)
  })

  it('a layer that cannot be loaded closes with a code that comes back', async () => {
    const load = store.load.bind(store)
    let failures = 1
    store.load = async (board, layer) => {
      if (failures-- > 0) throw new Error('torn page')
      return load(board, layer)
    }
    await joined('ann')
  })
})

describe('closing', () => {
  it('stores what was taken and closes 4503', async () => {
    const ann = await joined('ann')
    const codes: number[] = []
    const listen = (client: TestClient): void => {
      client.provider.maxBackoffTime = 60_000
      client.provider.on('connection-close', (event: { code: number } | null) => {
        if (event !== null) codes.push(event.code)
      })
    }
    listen(ann)
    const written = server.rooms.write('b', COMMON, (doc) => doc.getMap('items').set('last', 'words'))
    await Promise.all([written, server.rooms.close()])
    expect(codes).toEqual([4503])
    expect((await store.load('b', 'common')).rows).toHaveLength(1)
    listen(connect('bob'))
    await until(() => codes.length > 1 && codes.at(-1) === 4503, 'to be sent away')
  })
})
