import { beforeEach, describe, expect, it } from 'vitest'
import { type Append, type AppendOutcome, type Fold, type LayerStore, NO_LAYER } from './layer-store.ts'

const bytes = (...numbers: number[]): Uint8Array => new Uint8Array(numbers)
const plain = (value: Uint8Array | null): number[] | null => (value === null ? null : [...value])

function row(
  layer: string,
  content: Uint8Array | null,
  owners: Append['owners'] = [],
  { board = 'b', epoch = 0 } = {},
): Append {
  return { board, layer, epoch, bytes: content, owners }
}

function folded(content: number, through: number, epoch = 0, packed: Uint8Array | null = null): Fold {
  return { snapshot: bytes(content), through, packed, digest: null, epoch }
}

/** An empty place for layers: as two nodes see it, and as it is after the process was killed (null: it lives in memory). */
export interface OpenedStores {
  readonly store: LayerStore
  /** the same place, through another connection where there are connections */
  readonly other: LayerStore
  readonly reopen: (() => Promise<LayerStore>) | null
}

/** What every place for layers must do. */
export function layerStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`${name} keeps layers`, () => {
    let store: LayerStore
    let other: LayerStore
    let reopen: OpenedStores['reopen']

    beforeEach(async () => {
      const opened = await open()
      store = opened.store
      other = opened.other
      reopen = opened.reopen
    })

    const rowsOf = async (layer: string): Promise<[number, number[] | null][]> =>
      (await store.load('b', layer)).rows.map((r) => [r.n, plain(r.bytes)])
    const append = (...entries: Append[]): Promise<readonly AppendOutcome[]> => store.append(entries)
    const fill = async (layer: string, count: number): Promise<void> => {
      for (let i = 1; i <= count; i++) await append(row(layer, bytes(i)))
    }

    it('and an unknown layer is empty', async () => {
      expect(await store.load('b', 'common')).toEqual(NO_LAYER)
      expect(await store.readAfter('b', 'common', 5)).toEqual(NO_LAYER)
      expect(await store.packed('b', 'common')).toBe(null)
      expect(await store.list('b')).toEqual([])
    })

    it('rows come back as they were appended, numbered per layer', async () => {
      expect(await append(row('common', bytes(1)), row('own.a', bytes(2)), row('common', bytes(3)))).toEqual([
        { n: 1 },
        { n: 1 },
        { n: 2 },
      ])
      expect(await append(row('common', bytes(4)))).toEqual([{ n: 3 }])
      expect(await rowsOf('common')).toEqual([
        [1, [1]],
        [2, [3]],
        [3, [4]],
      ])
      expect((await store.load('b', 'common')).head).toBe(3)
      expect(await store.list('b')).toEqual(['common', 'own.a'])
    })

    it('an append of nothing is nothing', async () => {
      expect(await append()).toEqual([])
    })

    it('boards do not see each other', async () => {
      await append(row('common', bytes(1)), row('common', bytes(2), [[7, 'ann']], { board: 'c' }))
      expect(await rowsOf('common')).toEqual([[1, [1]]])
      expect((await store.load('b', 'common')).owners).toEqual([])
    })

    it('a row without bytes, with every byte, and of some size come back as they were', async () => {
      const large = new Uint8Array(300_000).map((_, i) => i * 7)
      await append(row('common', bytes()), row('common', large))
      const rows = (await store.load('b', 'common')).rows
      expect(rows.map((r) => r.bytes.length)).toEqual([0, 300_000])
      expect(Buffer.compare(rows[1]?.bytes ?? bytes(), large)).toBe(0)
    })

    describe('rule 3: who owns a client', () => {
      const owners = async (): Promise<unknown> => [...(await store.load('b', 'common')).owners].sort()

      it('never changes: a claim on another account’s client is refused, alone and whole', async () => {
        expect(await append(row('common', null, [[7, 'ann']]))).toEqual([{ n: null }])
        const stolen = row('common', bytes(1), [
          [8, 'bob'],
          [7, 'bob'],
        ])
        expect(await append(row('own.a', bytes(2)), stolen, row('common', bytes(3)))).toEqual([
          { n: 1 },
          { refused: 'claimed' },
          { n: 1 },
        ])
        expect(await owners()).toEqual([[7, 'ann']])
        expect(await rowsOf('common')).toEqual([[1, [3]]])
      })

      it('of two claims in one append the first counts', async () => {
        expect(
          await append(row('common', bytes(1), [[7, 'ann']]), row('common', bytes(2), [[7, 'bob']])),
        ).toEqual([{ n: 1 }, { refused: 'claimed' }])
        expect(await owners()).toEqual([[7, 'ann']])
      })

      it('claiming again what one owns, and the same client on another layer, is fine', async () => {
        await append(row('common', bytes(1), [[7, 'ann']]))
        expect(await append(row('common', bytes(2), [[7, 'ann']]), row('own.b', null, [[7, 'bob']]))).toEqual(
          [{ n: 2 }, { n: null }],
        )
      })

      it('is the same for every node', async () => {
        await append(row('common', bytes(1), [[7, 'ann']]))
        expect(await other.append([row('common', bytes(2), [[7, 'bob']])])).toEqual([{ refused: 'claimed' }])
      })

      it('alone makes no layer that is listed', async () => {
        await append(row('common', null, [[7, 'ann']]))
        expect(await store.list('b')).toEqual([])
      })
    })

    describe('rule 10: folding', () => {
      it('a row that arrives while a snapshot is made outlives it, and numbers go on', async () => {
        await fill('common', 3)
        expect(await store.compact('b', 'common', folded(12, 2))).toBe(true)
        const stored = await store.load('b', 'common')
        expect([plain(stored.snapshot), stored.through, stored.head]).toEqual([[12], 2, 3])
        expect(await rowsOf('common')).toEqual([[3, [3]]])
        expect(await store.compact('b', 'common', folded(123, 3))).toBe(true)
        expect(await append(row('common', bytes(4)))).toEqual([{ n: 4 }])
      })

      it('rule 11: a slower node never puts an older snapshot over a newer one', async () => {
        await fill('common', 4)
        expect(await other.compact('b', 'common', folded(123, 3))).toBe(true)
        expect(await store.compact('b', 'common', folded(12, 2))).toBe(false)
        expect(await store.compact('b', 'common', folded(99, 3))).toBe(false)
        const stored = await store.load('b', 'common')
        expect([plain(stored.snapshot), stored.through]).toEqual([[123], 3])
        expect(await rowsOf('common')).toEqual([[4, [4]]])
      })

      it('rule 11: two nodes that fold at one time lose no row', async () => {
        await fill('common', 6)
        await Promise.all([
          store.compact('b', 'common', folded(2, 2)),
          other.compact('b', 'common', folded(5, 5)),
          store.append([row('common', bytes(7))]),
          other.compact('b', 'common', folded(4, 4)),
        ])
        const stored = await store.load('b', 'common')
        expect([plain(stored.snapshot), stored.through, stored.head]).toEqual([[5], 5, 7])
        expect((await rowsOf('common')).map(([n]) => n)).toEqual([6, 7])
      })

      it('the packed snapshot is served as it was given, and goes with the next one', async () => {
        await fill('common', 3)
        await store.compact('b', 'common', folded(1, 1, 0, bytes(31, 139)))
        const packed = await store.packed('b', 'common')
        expect([plain(packed?.bytes ?? null), packed?.through]).toEqual([[31, 139], 1])
        await store.compact('b', 'common', folded(2, 2))
        expect(await store.packed('b', 'common')).toBe(null)
      })
    })

    describe('rule 10: the digest of a snapshot', () => {
      const digestAfter = async (after: number): Promise<number[] | null> =>
        plain((await store.readAfter('b', 'common', after)).digest)

      it('comes with the snapshot as it was given, and goes with the next one', async () => {
        await fill('common', 3)
        await store.compact('b', 'common', { ...folded(1, 1), digest: bytes(5, 6, 7) })
        expect([await digestAfter(-1), await digestAfter(0), await digestAfter(1)]).toEqual([
          [5, 6, 7],
          [5, 6, 7],
          null,
        ])
        await store.compact('b', 'common', folded(2, 2))
        expect(await digestAfter(-1)).toBe(null)
        await store.replace('b', 'common', { ...folded(3, 3), digest: bytes(8) })
        expect(await digestAfter(-1)).toEqual([8])
      })
    })

    describe('rule 11: reading on', () => {
      it('gives the rows after a place, and all owners', async () => {
        await append(row('common', bytes(1), [[7, 'ann']]))
        await fill('common', 2)
        const stored = await store.readAfter('b', 'common', 1)
        expect(stored.rows.map((r) => r.n)).toEqual([2, 3])
        expect([stored.snapshot, stored.head, stored.through]).toEqual([null, 3, 0])
        expect(stored.owners).toEqual([[7, 'ann']])
      })

      it('gives the snapshot where rows after the place were folded away, and not where they were not', async () => {
        await fill('common', 5)
        await store.compact('b', 'common', folded(9, 3))
        const behind = await store.readAfter('b', 'common', 2)
        expect([plain(behind.snapshot), behind.rows.map((r) => r.n)]).toEqual([[9], [4, 5]])
        const level = await store.readAfter('b', 'common', 3)
        expect([level.snapshot, level.rows.map((r) => r.n)]).toEqual([null, [4, 5]])
        expect((await store.readAfter('b', 'common', 4)).rows.map((r) => r.n)).toEqual([5])
        expect(await store.readAfter('b', 'common', 5)).toMatchObject({ rows: [], through: 3, head: 5 })
      })

      it('heads come in one answer, in the order asked, zeros for what does not exist', async () => {
        await fill('common', 2)
        await fill('own.a', 1)
        await store.replace('b', 'own.a', folded(0, 1))
        const keys = [
          ['b', 'own.a'],
          ['b', 'nothing'],
          ['c', 'common'],
          ['b', 'common'],
          ['b', 'own.a'],
        ] as const
        expect(await store.heads(keys.map(([board, layer]) => ({ board, layer })))).toEqual([
          { head: 1, epoch: 1 },
          { head: 0, epoch: 0 },
          { head: 0, epoch: 0 },
          { head: 2, epoch: 0 },
          { head: 1, epoch: 1 },
        ])
        expect(await store.heads([])).toEqual([])
      })

      it('numbers of several nodes that write at one time have no gap and no double', async () => {
        const numbers = await Promise.all(
          Array.from({ length: 40 }, async (_, i) => {
            const entries = [row('common', bytes(i)), row(`own.${i % 3}`, bytes(i))]
            const to = i % 2 ? store : other
            const [outcome] = await to.append(i % 4 < 2 ? entries : entries.toReversed())
            return outcome !== undefined && 'n' in outcome
          }),
        )
        expect(numbers).not.toContain(false)
        const all = (await rowsOf('common')).map(([n]) => n)
        expect(all).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
      })
    })

    describe('forgetting', () => {
      it('refuses when the log has moved on', async () => {
        await fill('own.a', 2)
        expect(await store.replace('b', 'own.a', folded(9, 1))).toBe(false)
        expect(await rowsOf('own.a')).toHaveLength(2)
        expect(await store.replace('b', 'own.a', folded(9, 2))).toBe(true)
        const stored = await store.load('b', 'own.a')
        expect([plain(stored.snapshot), stored.rows, stored.epoch, stored.through]).toEqual([[9], [], 1, 2])
      })

      it('rule 11: what was written from before it is refused, and what comes after is taken', async () => {
        await fill('own.a', 2)
        await store.replace('b', 'own.a', folded(9, 2))
        expect(await other.append([row('own.a', bytes(3)), row('common', bytes(1))])).toEqual([
          { refused: 'replaced' },
          { n: 1 },
        ])
        expect(await other.append([row('own.a', null, [[7, 'ann']])])).toEqual([{ refused: 'replaced' }])
        expect((await store.load('b', 'own.a')).owners).toEqual([])
        expect(await other.append([row('own.a', bytes(3), [], { epoch: 1 })])).toEqual([{ n: 3 }])
        expect(await append(row('new', bytes(1), [], { epoch: 1 }))).toEqual([{ refused: 'replaced' }])
      })

      it('rule 11: a node that does not know of it brings nothing back, neither by folding nor by forgetting', async () => {
        await fill('own.a', 2)
        await store.replace('b', 'own.a', folded(9, 2))
        await store.append([row('own.a', bytes(3), [], { epoch: 1 })])
        expect(await other.compact('b', 'own.a', folded(66, 3))).toBe(false)
        expect(await other.replace('b', 'own.a', folded(66, 3))).toBe(false)
        expect(plain((await store.load('b', 'own.a')).snapshot)).toEqual([9])
        expect(await other.replace('b', 'own.a', folded(10, 3, 1))).toBe(true)
        expect((await store.heads([{ board: 'b', layer: 'own.a' }]))[0]).toEqual({ head: 3, epoch: 2 })
      })

      it('takes the packed snapshot along', async () => {
        await fill('own.a', 2)
        await store.compact('b', 'own.a', folded(1, 1, 0, bytes(31)))
        await store.replace('b', 'own.a', folded(9, 2))
        expect(await store.packed('b', 'own.a')).toBe(null)
      })

      it('a removed board is gone', async () => {
        await append(row('common', bytes(1), [[7, 'ann']]), row('common', bytes(2), [], { board: 'c' }))
        await store.compact('b', 'common', folded(1, 1, 0, bytes(31)))
        await store.removeBoard('b')
        expect(await store.load('b', 'common')).toEqual(NO_LAYER)
        expect(await store.packed('b', 'common')).toBe(null)
        expect(await store.list('c')).toEqual(['common'])
      })
    })

    it('rule 14: two holders never hold the same client at one time, and one that ran out is used again', async () => {
      const one = await store.lease('b', 'common', 'one', 0, 1000)
      expect(await store.lease('b', 'common', 'one', 500, 1000)).toBe(one)
      const two = await other.lease('b', 'common', 'two', 600, 1000)
      expect(two).not.toBe(one)
      expect(await store.lease('b', 'own.a', 'two', 600, 1000)).not.toBe(one)
      expect(await store.lease('b', 'common', 'three', 1501, 1000)).toBe(one)
    })

    it('rule 14: nodes that ask at one time get one each', async () => {
      await store.lease('b', 'common', 'long ago', 0, 1)
      const ask = (i: number): Promise<number> =>
        (i % 2 ? store : other).lease('b', 'common', `${i}`, 10, 1000)
      const clients = await Promise.all(Array.from({ length: 10 }, (_, i) => ask(i)))
      expect(new Set(clients).size).toBe(10)
    })

    it('rule 4: what was appended is there after a kill', async (context) => {
      if (reopen === null) return context.skip('lives in memory')
      await append(row('common', bytes(1), [[7, 'ann']]))
      await store.compact('b', 'common', folded(1, 1, 0, bytes(31)))
      await append(row('common', bytes(2)))
      store = await reopen()
      expect(await rowsOf('common')).toEqual([[2, [2]]])
      const stored = await store.load('b', 'common')
      expect([plain(stored.snapshot), stored.owners, stored.through]).toEqual([[1], [[7, 'ann']], 1])
      expect(plain((await store.packed('b', 'common'))?.bytes ?? null)).toEqual([31])
    })
  })
}
