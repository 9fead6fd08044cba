import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentOf } from '../document/fold.ts'
import { Stage } from '../testing/stage.ts'
import { documentAfter, someDisk, writer } from '../testing/writer.ts'

describe('rule 10: compaction', () => {
  it('how deep things are nested is known after loading a snapshot, and after the server wrote', () => {
    const deep = (doc: Y.Doc, levels: number): void => {
      let map = doc.getMap('items')
      for (let next = map.get('k'); next instanceof Y.Map; next = map.get('k')) map = next
      doc.transact(() => {
        for (let i = 0; i < levels; i++) {
          const inner = new Y.Map<unknown>()
          map.set('k', inner)
          map = inner
        }
      })
    }
    const before = Stage.loaded()
    before.join(1)
    const ann = writer(7)
    deep(ann.doc, 200)
    before.update(1, ann.take())
    before.flush()
    before.compact()
    const stage = Stage.loaded({}, before.disk)
    stage.join(1)
    const server = writer(3)
    Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(ann.doc), 'net')
    deep(server.doc, 50)
    const written = server.take()
    stage.handle({ type: 'write', update: written })
    Y.applyUpdate(ann.doc, written, 'net')
    deep(ann.doc, 7)
    stage.update(1, ann.take())
    expect(stage.closes).toEqual(['1: 4422 nested too deeply'])
  })

  it('folds a long log, and never loses what is appended meanwhile', () => {
    const stage = Stage.loaded({ compactRows: 3 })
    const ann = writer(7)
    stage.join(1)
    for (let i = 0; i < 4; i++) {
      ann.items.set('a', `value ${i}`)
      stage.update(1, ann.take())
      stage.flush()
    }
    expect(stage.wantsCompaction).toBe(true)
    const snapshotOf = stage.room.storedUpdates
    const through = stage.room.head
    ann.items.set('b', 'meanwhile')
    stage.update(1, ann.take())
    stage.flush()
    const folded = Y.mergeUpdates(snapshotOf)
    stage.disk.snapshot = folded
    stage.disk.rows = stage.disk.rows.filter((row) => row.n > through)
    stage.handle({ type: 'compacted', snapshot: folded, through })
    stage.join(2)
    stage.step1(2)
    const expected = { a: 'value 3', b: 'meanwhile' }
    expect(documentAfter(stage.takeRaw(2)).getMap('items').toJSON()).toEqual(expected)
    const later = Stage.loaded({}, stage.disk)
    later.join(3)
    later.step1(3)
    expect(documentAfter(later.takeRaw(3)).getMap('items').toJSON()).toEqual(expected)
  })

  it('rule 4: does not let out a deletion that is on its way to disk meanwhile', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('a', 'still here')
    stage.update(1, ann.take())
    stage.flush()
    ann.items.delete('a')
    stage.update(1, ann.take())
    stage.compact()
    stage.join(2)
    stage.step1(2)
    expect(documentAfter(stage.takeRaw(2)).getMap('items').get('a')).toBe('still here')
  })

  it('holds a long log in few pieces that say the same', () => {
    const { disk, doc } = someDisk(200)
    const stage = Stage.loaded({}, disk)
    expect(stage.room.storedUpdates.length).toBeLessThan(24)
    stage.join(2)
    stage.step1(2)
    const seen = documentAfter(stage.takeRaw(2))
    expect(seen.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
    expect(Y.encodeStateVector(seen)).toEqual(Y.encodeStateVector(doc))
    expect(documentOf(stage.room.storedUpdates).getMap('items').toJSON()).toEqual(
      doc.getMap('items').toJSON(),
    )
  })

  it('is asked for when nobody has written for a moment, of many rows or of large ones', () => {
    const asked = (rows: number, letters: number): boolean => {
      const stage = Stage.loaded({ restRows: 5 })
      const ann = writer(7)
      stage.join(1)
      for (let i = 0; i < rows; i++) {
        ann.items.set('a', `${i}`.repeat(letters))
        stage.update(1, ann.take())
        stage.flush()
      }
      stage.beat(1500)
      expect(stage.wantsCompaction).toBe(false)
      stage.beat(1500)
      return stage.wantsCompaction
    }
    expect([asked(5, 10), asked(6, 10), asked(2, 20_000)]).toEqual([false, true, true])
  })

  it('that fails is left alone for a while', () => {
    const stage = Stage.loaded({ compactRows: 3, restRows: 5 })
    const ann = writer(7)
    stage.join(1)
    const asked: number[] = []
    for (let i = 0; i < 12; i++) {
      ann.items.set('a', i)
      stage.update(1, ann.take())
      stage.flush()
      if (!stage.wantsCompaction) continue
      asked.push(i)
      stage.wantsCompaction = false
      stage.handle({ type: 'compact-failed' })
    }
    expect(asked).toEqual([3, 8])
  })

  it('lets go of what was overwritten', () => {
    const { disk } = someDisk(40)
    const stage = Stage.loaded({}, disk)
    stage.compact()
    const text = new TextDecoder().decode(disk.snapshot ?? new Uint8Array())
    expect(text).toContain('value 39')
    expect(text).not.toContain('value 5')
  })
})
