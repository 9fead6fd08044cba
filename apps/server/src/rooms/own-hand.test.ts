import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { COMMON, own, testRooms } from './test-rooms.ts'
import { until } from './testing.ts'

const stage = testRooms()
const { connect, joined, seenOn, restart } = stage

describe('rule 14: the server’s own hand', () => {
  const set = (key: string, value: unknown) => (doc: Y.Doc) => doc.getMap('items').set(key, value)

  it('writes, is on disk when it says so, and is seen', async () => {
    const ann = await joined('ann')
    expect(await stage.server.rooms.write('b', COMMON, set('s', 'from the server'))).toBe('from the server')
    const rows = (await stage.store.load('b', 'common')).rows
    expect(rows).toHaveLength(1)
    await until(() => ann.items.get('s') === 'from the server')
  })

  it('sees what people wrote, and many hands at once lose nothing', async () => {
    const ann = await joined('ann')
    ann.items.set('votes', 0)
    await ann.mark()
    const add = (doc: Y.Doc): void =>
      void doc.getMap('items').set('votes', Number(doc.getMap('items').get('votes')) + 1)
    await Promise.all(Array.from({ length: 40 }, () => stage.server.rooms.write('b', COMMON, add)))
    expect(await stage.server.rooms.read('b', COMMON, (doc) => doc.getMap('items').get('votes'))).toBe(40)
    await until(() => ann.items.get('votes') === 40)
    const clientsUsed = Y.decodeStateVector(Y.encodeStateVector(ann.doc))
    expect(clientsUsed.size).toBe(2)
  })

  it('writes nothing when the change throws half-way', async () => {
    await stage.server.rooms.write('b', COMMON, set('a', 1))
    const broken = stage.server.rooms.write('b', COMMON, (doc) => {
      doc.getMap('items').set('a', 2)
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(await stage.server.rooms.read('b', COMMON, (doc) => doc.getMap('items').get('a'))).toBe(1)
    await stage.server.rooms.write('b', COMMON, set('b', 3))
    expect(await seenOn()).toEqual({ a: 1, b: 3 })
  })

  it('several layers in one transaction: all or none', async () => {
    const bob = await joined('bob', 'own.b')
    bob.items.set('factor', 'quiet words')
    await bob.mark()
    await stage.server.rooms.writeMany('b', [COMMON, own('bob')], (docs) => {
      const words = docs.get('own.bob')?.getMap('items').get('factor')
      docs.get('own.bob')?.getMap('items').set('revealed', true)
      docs.get('common')?.getMap('items').set('factor', words)
    })
    expect(await seenOn()).toEqual({ factor: 'quiet words' })
    await until(() => bob.items.get('revealed') === true)
  })

  it('goes on after a restart under a client that nobody else writes with', async () => {
    await stage.server.rooms.write('b', COMMON, set('a', 1))
    await restart()
    await stage.server.rooms.write('b', COMMON, set('b', 2))
    expect(await seenOn()).toEqual({ a: 1, b: 2 })
  })

  it('looking takes no client and stores nothing', async () => {
    await stage.server.rooms.read('b', COMMON, (doc) => doc.getMap('items').size)
    expect(stage.database.prepare('select count(*) as n from layer_hands').get()).toEqual({ n: 0 })
    expect(await stage.store.list('b')).toEqual([])
  })

  it('ends with an error, not with waiting, when the board is removed meanwhile', async () => {
    const append = stage.store.append.bind(stage.store)
    let release: (() => void) | null = null
    stage.store.append = async (entries) => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return append(entries)
    }
    const ended = expect(stage.server.rooms.write('b', COMMON, set('a', 1))).rejects.toThrow('was closed')
    await until(() => release !== null, 'the append')
    const looked = expect(
      stage.server.rooms.read('b', COMMON, (doc) => doc.getMap('items').size),
    ).rejects.toThrow('was closed')
    const removed = stage.server.rooms.removeBoard('b')
    await Promise.all([ended, looked])
    ;(release as unknown as () => void)()
    await removed
    expect(await stage.store.list('b')).toEqual([])
  })

  it('gives the layer as V2', async () => {
    await stage.server.rooms.write('b', COMMON, set('a', 1))
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, await stage.server.rooms.snapshot('b', COMMON))
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
      readdirSync(stage.folder).some((file) => readFileSync(join(stage.folder, file)).includes(secret))
    expect(holds()).toBe(true)
    // bob's copy stays behind, offline
    const late = new Y.Doc()
    Y.applyUpdate(late, Y.encodeStateAsUpdate(bob.doc))
    bob.provider.disconnect()
    await stage.server.rooms.write('b', own('bob'), (doc) => doc.getMap('items').delete('note'))
    await stage.server.rooms.forget('b', own('bob'))
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
