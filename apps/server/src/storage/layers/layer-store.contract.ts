import { beforeEach, describe, expect, it } from 'vitest'
import type { Append, LayerStore } from './layer-store.ts'

const bytes = (...numbers: number[]): Uint8Array => new Uint8Array(numbers)
const plain = (value: Uint8Array | null): number[] | null => (value === null ? null : [...value])

function row(
  board: string,
  layer: string,
  content: Uint8Array | null,
  owners: Append['owners'] = [],
): Append {
  return { board, layer, bytes: content, owners }
}

/** What every place for layers must do. `open` gives an empty one; `reopen` the same after the process was killed. */
export function layerStoreContract(
  name: string,
  open: () => Promise<{ store: LayerStore; reopen: (() => Promise<LayerStore>) | null }>,
): void {
  describe(`${name} keeps layers`, () => {
    let store: LayerStore
    let reopen: (() => Promise<LayerStore>) | null

    beforeEach(async () => {
      const opened = await open()
      store = opened.store
      reopen = opened.reopen
    })

    const rowsOf = async (layer: string): Promise<[number, number[] | null][]> =>
      (await store.load('b', layer)).rows.map((r) => [r.n, plain(r.bytes)])

    it('and an unknown layer is empty', async () => {
      expect(await store.load('b', 'common')).toEqual({ snapshot: null, rows: [], owners: [], head: 0 })
      expect(await store.list('b')).toEqual([])
    })

    it('rows come back as they were appended, numbered per layer', async () => {
      expect(
        await store.append([
          row('b', 'common', bytes(1)),
          row('b', 'own.a', bytes(2)),
          row('b', 'common', bytes(3)),
        ]),
      ).toEqual([1, 1, 2])
      expect(await store.append([row('b', 'common', bytes(4))])).toEqual([3])
      expect(await rowsOf('common')).toEqual([
        [1, [1]],
        [2, [3]],
        [3, [4]],
      ])
      expect((await store.load('b', 'common')).head).toBe(3)
      expect(await store.list('b')).toEqual(['common', 'own.a'])
    })

    it('boards do not see each other', async () => {
      await store.append([row('b', 'common', bytes(1)), row('c', 'common', bytes(2), [[7, 'ann']])])
      expect(await rowsOf('common')).toEqual([[1, [1]]])
      expect((await store.load('b', 'common')).owners).toEqual([])
    })

    it('rule 3: an owner once written never changes', async () => {
      expect(await store.append([row('b', 'common', null, [[7, 'ann']])])).toEqual([null])
      await store.append([
        row('b', 'common', bytes(1), [
          [7, 'bob'],
          [8, 'bob'],
        ]),
      ])
      expect([...(await store.load('b', 'common')).owners].sort()).toEqual([
        [7, 'ann'],
        [8, 'bob'],
      ])
    })

    it('rule 10: a row that arrives while a snapshot is made outlives it, and numbers go on', async () => {
      await store.append([row('b', 'common', bytes(1)), row('b', 'common', bytes(2))])
      await store.append([row('b', 'common', bytes(3))])
      await store.compact('b', 'common', bytes(12), 2)
      const stored = await store.load('b', 'common')
      expect(plain(stored.snapshot)).toEqual([12])
      expect(await rowsOf('common')).toEqual([[3, [3]]])
      await store.compact('b', 'common', bytes(123), 3)
      expect(await store.append([row('b', 'common', bytes(4))])).toEqual([4])
    })

    it('replace refuses when the log has moved on', async () => {
      await store.append([row('b', 'own.a', bytes(1)), row('b', 'own.a', bytes(2))])
      expect(await store.replace('b', 'own.a', bytes(9), 1)).toBe(false)
      expect(await rowsOf('own.a')).toHaveLength(2)
      expect(await store.replace('b', 'own.a', bytes(9), 2)).toBe(true)
      expect(await rowsOf('own.a')).toEqual([])
      expect(plain((await store.load('b', 'own.a')).snapshot)).toEqual([9])
    })

    it('a removed board is gone', async () => {
      await store.append([row('b', 'common', bytes(1), [[7, 'ann']]), row('c', 'common', bytes(2))])
      await store.removeBoard('b')
      expect(await store.load('b', 'common')).toEqual({ snapshot: null, rows: [], owners: [], head: 0 })
      expect(await store.list('c')).toEqual(['common'])
    })

    it('rule 14: two holders never hold the same client at one time, and one that ran out is used again', async () => {
      const one = await store.lease('b', 'common', 'one', 0, 1000)
      expect(await store.lease('b', 'common', 'one', 500, 1000)).toBe(one)
      const two = await store.lease('b', 'common', 'two', 600, 1000)
      expect(two).not.toBe(one)
      expect(await store.lease('b', 'own.a', 'two', 600, 1000)).not.toBe(one)
      expect(await store.lease('b', 'common', 'three', 1501, 1000)).toBe(one)
    })

    it('rule 4: what was appended is there after a kill', async (context) => {
      if (reopen === null) return context.skip('lives in memory')
      await store.append([row('b', 'common', bytes(1), [[7, 'ann']])])
      store = await reopen()
      expect(await rowsOf('common')).toEqual([[1, [1]]])
      expect((await store.load('b', 'common')).owners).toEqual([[7, 'ann']])
    })
  })
}
