import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CopyRows } from './copy-rows.ts'
import { LocalCopy } from './local-copy.ts'
import { ManualPulse } from './manual-pulse.ts'

/** A disk that several tabs share; it can be full, or bend what it holds. */
class MemoryDisk {
  rows: Uint8Array[] = []
  readonly beside = new Map<string, unknown>()
  isFull = false

  open = async (): Promise<CopyRows> => ({
    all: async () => [...this.rows],
    append: async (updates) => {
      if (this.isFull) throw new Error('QuotaExceededError')
      this.rows.push(...updates)
      return this.rows.length
    },
    fold: async (one) => {
      this.rows = [one(this.rows)]
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

  it('writes nothing more once it is dropped', async () => {
    const disk = new MemoryDisk()
    const { doc, copy } = await tab(disk)
    copy.drop()
    doc.getMap('items').set('a', 1)
    await copy.flush()
    expect(disk.rows).toEqual([])
  })
})
