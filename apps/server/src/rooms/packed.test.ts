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
      const { bytes, reach } = await rooms.packed(board, common)
      const doc = new Y.Doc()
      Y.applyUpdateV2(doc, await unpack(bytes))
      expect(doc.getMap('items').get('a')).toBe(words)
      expect([reach, folded]).toEqual([null, aside])
    }
  } finally {
    await rooms.close()
  }
})
