import { describe, expect, it } from 'vitest'
import { COMMON, CONDUCT, testRooms } from './test-rooms.ts'
import { type TestClient, until } from './testing.ts'

const stage = testRooms()
const { connect, joined, seenOn, restart } = stage

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
    expect(stage.server.rooms.present('b')).toEqual(['ann', 'bob'])
    ann.provider.disconnect()
    await until(() => annAsSeen() === undefined, 'to be gone')
    await until(() => stage.server.rooms.present('b').length === 1, 'the socket to be gone')
    expect(stage.server.rooms.present('b')).toEqual(['bob'])
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
    expect((await stage.store.load('b', 'common')).rows.length).toBeGreaterThan(20)
    const expected = { k0: 25, k1: 26, k2: 27, k3: 28, k4: 29 }
    expect(await seenOn()).toEqual(expected)
    await stage.server.rooms.forget('b', COMMON)
    expect((await stage.store.load('b', 'common')).rows).toEqual([])
    expect(await seenOn()).toEqual(expected)
    ann.items.set('k0', 'after')
    await ann.mark()
    await restart()
    expect(await seenOn()).toEqual({ ...expected, k0: 'after' })
  })
})

describe('rule 9: a disk that fails', () => {
  it('withholds saved, keeps the connection, tries again, and then tells', async () => {
    const append = stage.store.append.bind(stage.store)
    let failing = true
    stage.store.append = async (entries) => {
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

  it('a slow disk holds up what people write, of all layers together, and nobody’s presence', async () => {
    const [ann, bob] = [await joined('ann'), await joined('bob')]
    await ann.mark()
    const append = stage.store.append.bind(stage.store)
    const sizes: number[] = []
    let go = (): void => undefined
    let isHeld = false
    let isSlow = true
    stage.store.append = async (entries) => {
      sizes.push(entries.length)
      const outcomes = await append(entries)
      if (!isSlow) return outcomes
      isHeld = true
      await new Promise<void>((resolve) => {
        go = resolve
      })
      isHeld = false
      return outcomes
    }
    ann.items.set('a', 1)
    await until(() => isHeld)
    ann.items.set('b', 2)
    const written = stage.server.rooms.writeMany('b', [COMMON, CONDUCT], (docs) => {
      for (const doc of docs.values()) doc.getMap('items').set('c', 3)
    })
    for (let i = 0; i < 3; i++) {
      bob.provider.awareness.setLocalState({ typing: `t${i}` })
      await until(
        () => ann.provider.awareness.getStates().get(bob.doc.clientID)?.typing === `t${i}`,
        'presence meanwhile',
      )
    }
    expect([sizes, bob.items.size]).toEqual([[1], 0])
    isSlow = false
    go()
    await written
    // what was written to both layers in one transaction, with the letters of somebody that waited
    expect(sizes).toEqual([1, 2])
    await until(() => bob.items.size === 3)
  })

  it('a layer that cannot be loaded closes with a code that comes back', async () => {
    const load = stage.store.load.bind(stage.store)
    let failures = 1
    stage.store.load = async (board, layer) => {
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
    const written = stage.server.rooms.write('b', COMMON, (doc) => doc.getMap('items').set('last', 'words'))
    await Promise.all([written, stage.server.rooms.close()])
    expect(codes).toEqual([4503])
    expect((await stage.store.load('b', 'common')).rows).toHaveLength(1)
    listen(connect('bob'))
    await until(() => codes.length > 1 && codes.at(-1) === 4503, 'to be sent away')
  })
})
