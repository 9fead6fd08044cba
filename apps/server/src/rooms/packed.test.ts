import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fold } from '../off-thread/fold.ts'
import { unpack } from '../off-thread/packing.ts'
import { MemoryLayerStore } from '../storage/layers/memory-layer-store.ts'
import { createRooms } from './create-rooms.ts'
import { FakeAccess } from './testing.ts'

const common = { kind: 'common' } as const

test('a large layer that was never folded is packed on the other thread, a small one at once', async () => {
  let folded = 0
  const rooms = createRooms({
    store: new MemoryLayerStore(),
    access: new FakeAccess({ ada: 'owner' }),
    fold: async (updates) => {
      folded++
      return fold(updates)
    },
  })
  try {
    for (const [board, words, aside] of [
      ['small', 'a word', 0],
      ['large', 'many words '.repeat(10_000), 1],
    ] as const) {
      await rooms.write(board, common, (doc) => doc.getMap('items').set('a', words))
      expect(await rooms.packed(board, common)).toBe(null)
      const { bytes, reach } = await rooms.packNow(board, common)
      const doc = new Y.Doc()
      Y.applyUpdateV2(doc, await unpack(bytes))
      expect(doc.getMap('items').get('a')).toBe(words)
      expect([reach, folded]).toEqual([null, aside])
    }
  } finally {
    await rooms.close()
  }
})

test('what was never folded is had as it lies, whether its room is open or not, and without a damaged row what builds on it is not', async () => {
  const store = new MemoryLayerStore()
  const made = (): ReturnType<typeof createRooms> =>
    createRooms({ store, access: new FakeAccess({ ada: 'owner' }) })
  const keysIn = (rows: readonly Uint8Array[]): unknown => {
    const doc = new Y.Doc()
    for (const row of rows) Y.applyUpdate(doc, row)
    expect(doc.store.pendingStructs).toBe(null)
    return Object.keys(doc.getMap('items').toJSON()).sort()
  }
  const first = made()
  for (const key of ['a', 'b', 'c']) await first.write('b', common, (doc) => doc.getMap('items').set(key, 1))
  expect(keysIn(await first.rows('b', common))).toEqual(['a', 'b', 'c'])
  await first.close()
  const second = made()
  expect(keysIn(await second.rows('b', common))).toEqual(['a', 'b', 'c'])
  await second.close()
  const load = store.load.bind(store)
  store.load = async (...key) => {
    const stored = await load(...key)
    return { ...stored, rows: stored.rows.filter(({ n }) => n !== 2) }
  }
  const third = made()
  expect(keysIn(await third.rows('b', common))).toEqual(['a'])
  await third.close()
})
