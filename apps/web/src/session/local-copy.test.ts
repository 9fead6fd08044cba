import type { Reach } from '@second-story/protocol'
import { seededRandom } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CopyRow, CopyRows } from './copy-rows.ts'
import { LocalCopy } from './local-copy.ts'
import { ManualPulse } from './manual-pulse.ts'

/** A disk that several tabs share; it can be full, or bend what it holds. */
class MemoryDisk {
  rows: CopyRow[] = []
  reach: Reach | null = null
  readonly beside = new Map<string, unknown>()
  isFull = false

  open = async (): Promise<CopyRows> => ({
    all: async () => ({ rows: [...this.rows], reach: this.reach }),
    append: async (rows, reach) => {
      if (this.isFull) throw new Error('QuotaExceededError')
      this.rows.push(...rows)
      this.reach = reach ?? this.reach
      return this.rows.length
    },
    fold: async (one) => {
      const { row, reach } = one(this.rows)
      this.rows = [row]
      this.reach = reach
    },
    recall: async (key) => this.beside.get(key),
    remember: async (key, value) => void this.beside.set(key, value),
    close: () => undefined,
  })
}

function tab(disk: MemoryDisk, pulse = new ManualPulse()) {
  const doc = new Y.Doc()
  return LocalCopy.open('a copy', doc, { open: disk.open, pulse }).then((copy) => ({ doc, copy, pulse }))
}

const words = (doc: Y.Doc): unknown => doc.getMap('items').toJSON()

describe('this browser’s copy', () => {
  it('brings back what was written, and says when it is written', async () => {
    const disk = new MemoryDisk()
    const first = await tab(disk)
    first.doc.getMap('items').set('a', 'written offline')
    expect(await first.copy.flush()).toBe(true)
    const second = await tab(disk)
    expect(words(second.doc)).toEqual({ a: 'written offline' })
  })

  it('writes nothing back of what it brought itself', async () => {
    const disk = new MemoryDisk()
    const first = await tab(disk)
    first.doc.getMap('items').set('a', 1)
    await first.copy.flush()
    const second = await tab(disk)
    await second.copy.flush()
    expect(disk.rows).toHaveLength(1)
  })

  it('says that it keeps nothing where the browser does not, and the board works on', async () => {
    for (const open of [async () => null, () => Promise.reject(new Error('denied'))]) {
      const doc = new Y.Doc()
      const copy = await LocalCopy.open('x', doc, { open, pulse: new ManualPulse() })
      doc.getMap('items').set('a', 1)
      expect(copy.state).toBe('none')
      expect(await copy.flush()).toBe(false)
    }
  })

  it('keeps what a full disk refused, says so, and writes it once there is room', async () => {
    const disk = new MemoryDisk()
    const { doc, copy, pulse } = await tab(disk)
    const heard: string[] = []
    copy.subscribe(() => heard.push(copy.state))
    disk.isFull = true
    doc.getMap('items').set('a', 1)
    expect(await copy.flush()).toBe(false)
    expect(copy.state).toBe('failing')
    doc.getMap('items').set('b', 2)
    disk.isFull = false
    pulse.pass(5_000)
    expect(await copy.flush()).toBe(true)
    expect(heard).toEqual(['failing', 'keeping'])
    expect(words((await tab(disk)).doc)).toEqual({ a: 1, b: 2 })
  })

  it('folds many rows into one without losing what another tab wrote', async () => {
    const disk = new MemoryDisk()
    const one = await tab(disk)
    const two = await tab(disk)
    two.doc.getMap('items').set('from the other tab', true)
    await two.copy.flush()
    for (let n = 0; n < 900; n++) {
      one.doc.getMap('items').set(`${n % 7}`, n)
      await one.copy.flush()
    }
    expect(disk.rows.length).toBeLessThan(500)
    expect(words((await tab(disk)).doc)).toMatchObject({ 'from the other tab': true, 0: 896 })
    expect(words(one.doc)).toHaveProperty('from the other tab')
  })

  it('opens with all that still reads when a row was bent', async () => {
    const disk = new MemoryDisk()
    const { doc, copy } = await tab(disk)
    doc.getMap('items').set('a', 1)
    await copy.flush()
    disk.rows.unshift(Uint8Array.of(7, 255, 255, 3))
    expect(words((await tab(disk)).doc)).toEqual({ a: 1 })
  })

  it('knows when it last held all that the server had', async () => {
    const disk = new MemoryDisk()
    const { copy, pulse } = await tab(disk)
    expect(copy.syncedAt).toBeNull()
    copy.synced()
    expect((await tab(disk)).copy.syncedAt).toBe(pulse.wall())
  })

  it('keeps nothing from the moment when it is let go of, and says so, while the document goes on', async () => {
    const disk = new MemoryDisk()
    const { doc, copy } = await tab(disk)
    const heard: string[] = []
    copy.subscribe(() => heard.push(copy.state))
    doc.getMap('items').set('a', 1)
    copy.letGo()
    disk.rows.length = 0
    doc.getMap('items').set('b', 2)
    copy.reached({ epoch: 0, n: 4 })
    expect(await copy.flush()).toBe(false)
    expect([disk.rows, copy.state, copy.reach, heard]).toEqual([[], 'none', { epoch: 0, n: 4 }, ['none']])
  })

  it('writes nothing more once it is dropped', async () => {
    const disk = new MemoryDisk()
    const { doc, copy } = await tab(disk)
    copy.drop()
    doc.getMap('items').set('a', 1)
    await copy.flush()
    expect(disk.rows).toEqual([])
  })
})

describe('how far the copy has come', () => {
  it('comes back with it, and of a copy that was bent nothing is said', async () => {
    const disk = new MemoryDisk()
    const { doc, copy } = await tab(disk)
    doc.getMap('items').set('a', 1)
    copy.reached({ epoch: 0, n: 4 })
    copy.reached({ epoch: 0, n: 3 })
    await copy.flush()
    expect((await tab(disk)).copy.reach).toEqual({ epoch: 0, n: 4 })
    disk.rows.unshift(Uint8Array.of(7, 255, 255, 3))
    expect((await tab(disk)).copy.reach).toBeNull()
  })

  it('is not believed while rows wait for others that were lost', async () => {
    const disk = new MemoryDisk()
    const { doc, copy } = await tab(disk)
    doc.getMap('items').set('a', 1)
    await copy.flush()
    doc.getMap('items').set('a', 2)
    copy.reached({ epoch: 0, n: 2 })
    await copy.flush()
    disk.rows.shift()
    expect((await tab(disk)).copy.reach).toBeNull()
  })

  it('keeps a fetched layer as it came, and reads it back', async () => {
    const disk = new MemoryDisk()
    const { copy } = await tab(disk)
    const whole = new Y.Doc()
    whole.getMap('items').set('a', 'fetched')
    const v2 = Y.encodeStateAsUpdateV2(whole)
    copy.keep({ v2 })
    await copy.flush()
    expect(disk.rows).toEqual([{ v2 }])
    expect(words((await tab(disk)).doc)).toEqual({ a: 'fetched' })
  })

  it('is never written before the bytes that it stands for, whatever the disk refuses and whenever the page ends', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed)
      const disk = new MemoryDisk()
      // a server's log: each row one key; two tabs hear of it, in order
      const server = new Y.Doc()
      const rows: Uint8Array[] = []
      server.on('update', (update: Uint8Array) => rows.push(update))
      let tabs: Awaited<ReturnType<typeof tab>>[] = await Promise.all([tab(disk), tab(disk)])
      const heard = [0, 0]
      for (let step = 0; step < 120; step++) {
        const at = random() < 0.5 ? 0 : 1
        const one = tabs[at]
        if (!one) continue
        const chance = random()
        if (chance < 0.4) {
          const known = heard[at] ?? 0
          const row = rows[known]
          if (row) Y.applyUpdate(one.doc, row, 'net')
          heard[at] = Math.min(rows.length, known + 1)
        } else if (chance < 0.6) one.copy.reached({ epoch: 0, n: heard[at] ?? 0 })
        else if (chance < 0.75) server.getMap('items').set(`k${step % 5}`, step)
        else if (chance < 0.85) disk.isFull = !disk.isFull
        else if (chance < 0.92) one.pulse.pass(5_000)
        else await one.copy.flush()
        if (random() > 0.04) continue
        // the page ends without a word, and the next one takes what is kept
        const again = await tab(disk)
        const { reach } = again.copy
        for (const row of rows.slice(0, reach?.n ?? 0)) {
          const before = Y.encodeStateVector(again.doc)
          const deleted = Y.createDeleteSetFromStructStore(again.doc.store)
          Y.applyUpdate(again.doc, row)
          expect(Y.encodeStateVector(again.doc), `seed ${seed}`).toEqual(before)
          expect(Y.createDeleteSetFromStructStore(again.doc.store), `seed ${seed}`).toEqual(deleted)
        }
        one.copy.drop()
        tabs = tabs.map((other) => (other === one ? again : other))
        heard[at] = reach?.n ?? 0
      }
    }
  })
})
