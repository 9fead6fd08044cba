import { encodeUpdate } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CONDUCT, testRooms } from './test-rooms.ts'
import { type TestClient, until } from './testing.ts'

const stage = testRooms()
const { connect, joined, seenOn, restart } = stage

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
    expect(await stage.server.rooms.ownLayers('b')).toEqual(['bob'])
  })
})

describe('rule 13: an Origin that is present must be ours', () => {
  it('a page elsewhere is closed', async () => {
    expect(await connect('ann', 'common.b', { origin: 'https://evil.example' }).closedWith()).toBe(4403)
  })

  it('our own page is not', async () => {
    await connect('ann', 'common.b', { origin: `http://127.0.0.1:${stage.server.port}` }).synced()
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
    expect(await stage.server.rooms.read('b', CONDUCT, (doc) => doc.getMap('items').size)).toBe(0)
  })

  it('a change of role holds at once on open connections', async () => {
    const bob = await joined('bob')
    stage.access.roles.set('bob', 'observer')
    await stage.server.rooms.accessChanged('b', 'bob')
    bob.items.set('x', 1)
    expect(await bob.mark()).toBe('refused 1')
  })

  it('removal closes every connection of that member, 4403, and no other', async () => {
    const ann = await joined('ann')
    const [bob, bobsOwn] = [await joined('bob'), await joined('bob', 'own.b')]
    stage.access.roles.delete('bob')
    await stage.server.rooms.accessChanged('b', 'bob')
    expect(await bob.closedWith()).toBe(4403)
    expect(await bobsOwn.closedWith()).toBe(4403)
    ann.items.set('a', 1)
    expect(await ann.mark()).toBe('saved 1')
  })

  it('an agent who becomes a participant leaves the agents’ layer', async () => {
    stage.access.roles.set('eve', 'agent')
    const [agents, common] = [await joined('eve', 'agents.b'), await joined('eve')]
    stage.access.roles.set('eve', 'participant')
    await stage.server.rooms.accessChanged('b')
    expect(await agents.closedWith()).toBe(4403)
    expect(common.closed).toBeNull()
  })

  it('somebody removed while they connect does not get in', async () => {
    let release: (() => void) | null = null
    stage.access.delay = () =>
      new Promise((resolve) => {
        release = resolve
      })
    const bob = connect('bob')
    await until(() => release !== null, 'the look-up')
    stage.access.roles.delete('bob')
    await stage.server.rooms.accessChanged('b', 'bob')
    stage.access.delay = async () => undefined
    ;(release as unknown as () => void)()
    expect(await bob.closedWith()).toBe(4403)
  })

  it('a deleted board closes 4404', async () => {
    const ann = await joined('ann')
    stage.access.isGone = true
    await stage.server.rooms.accessChanged('b')
    expect(await ann.closedWith()).toBe(4404)
  })

  it('a removed board is closed, and gone from the disk', async () => {
    const ann = await joined('ann')
    ann.items.set('a', 1)
    await ann.mark()
    await stage.server.rooms.removeBoard('b')
    expect(await ann.closedWith()).toBe(4404)
    expect(await stage.store.list('b')).toEqual([])
  })
})
