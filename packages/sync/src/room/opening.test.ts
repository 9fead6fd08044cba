import { decodeUp, encodeStep2 } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { forge, garbage } from '../testing/forge.ts'
import { Disk, Stage } from '../testing/stage.ts'
import { documentAfter, someDisk, writer } from '../testing/writer.ts'

describe('rule 1: load, then sync', () => {
  it('nobody hears anything before the layer is loaded', () => {
    const { disk } = someDisk(3)
    const stage = new Stage({}, disk)
    stage.open(1)
    stage.step1(1)
    stage.beat()
    expect(stage.take(1)).toEqual([])
    stage.handle({ type: 'loaded', stored: disk.stored })
    expect(stage.take(1)).toEqual(['step1', 'presence', 'update', 'update', 'update', 'step2'])
  })

  it('who asks for the layer over and over is cut off; the room and the others go on', () => {
    const stage = Stage.loaded()
    stage.join(1)
    stage.join(2)
    for (let i = 0; i < 100; i++) stage.step1(1)
    stage.step1(2)
    expect(stage.closes).toEqual(['1: 4529 too-fast'])
    expect(stage.take(1).filter((what) => what === 'step2')).toHaveLength(20)
    expect(stage.take(2)).toContain('step2')
    for (let i = 0; i < 100; i++) {
      stage.beat()
      stage.step1(2)
    }
    expect(stage.closes).toHaveLength(1)
  })

  it('what waits for a layer is bounded, for each connection alone', () => {
    const stage = new Stage()
    stage.open(1)
    stage.open(2)
    for (let i = 0; i < 1100; i++) stage.step1(1)
    stage.step1(2)
    expect(stage.closes).toEqual(['1: 4422 too much at once'])
    stage.handle({ type: 'loaded', stored: new Disk().stored })
    expect(stage.take(2)).toContain('step2')
  })

  it.each([0, 2, 6])(
    'someone empty-handed gets all, with the step 2 last (%i of 6 rows folded)',
    (folded) => {
      const { disk, doc } = someDisk(6)
      const stage = Stage.loaded({}, disk)
      if (folded > 0) {
        stage.compact()
        expect(disk.rows).toEqual([])
      }
      stage.open(2)
      stage.take(2)
      stage.step1(2)
      const heard = [...(stage.heard.get(2) ?? [])]
      expect(heard.at(-1)).toBe('step2')
      const seen = documentAfter(stage.takeRaw(2))
      expect(seen.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
      expect(seen.store.pendingStructs).toBeNull()
    },
  )

  it('someone up to date gets the step 2 alone, and it carries every deletion', () => {
    const { disk, doc } = someDisk(6)
    const behind = new Y.Doc()
    // the same structs, but none of the deletions
    Y.applyUpdate(behind, Y.encodeStateAsUpdate(doc))
    const stage = Stage.loaded({}, disk)
    stage.join(2)
    stage.step1(2, behind)
    expect(stage.heard.get(2)).toEqual(['step2'])
    const all = Y.createDeleteSetFromStructStore(doc.store)
    const step2 = Y.decodeUpdate(
      (decodeUp(stage.raw.get(2)?.at(-1) as Uint8Array) as { update: Uint8Array }).update,
    )
    expect([...step2.ds.clients.keys()]).toEqual([...all.clients.keys()])
  })

  it('someone who knows the snapshot gets the rows that follow, without a gap where some are known', () => {
    const { disk, doc } = someDisk(4)
    const stage = Stage.loaded({}, disk)
    stage.compact()
    const [one, two] = [writer(11), writer(12)]
    stage.join(1)
    stage.join(2)
    const known = new Y.Doc()
    Y.applyUpdate(known, Y.encodeStateAsUpdate(doc))
    for (const [i, who] of [one, two, one, two, one].entries()) {
      who.items.set(`later${i}`, i)
      const update = who.take()
      if (i < 3) Y.applyUpdate(known, update)
      stage.update(i % 2 === 0 ? 1 : 2, update)
      stage.flush()
    }
    stage.join(3)
    stage.step1(3, known)
    expect(stage.heard.get(3)).toEqual(['update', 'update', 'step2'])
    const seen = documentAfter(stage.takeRaw(3), known)
    expect(seen.getMap('items').get('later4')).toBe(4)
    expect(seen.getMap('items').get('later3')).toBe(3)
    expect(seen.store.pendingStructs).toBeNull()
  })

  it('a row that is known in part leaves no gap before those that follow', () => {
    const stage = Stage.loaded()
    const [one, two] = [writer(11), writer(12)]
    stage.join(1)
    stage.join(2)
    const known = new Y.Doc()
    for (let i = 0; i < 3; i++) {
      one.items.set(`one${i}`, i)
      const update = one.take()
      stage.update(1, update)
      if (i < 2) Y.applyUpdate(known, update)
      if (i === 0) {
        two.items.set('two', 2)
        stage.update(2, two.take())
      }
      stage.flush()
    }
    stage.join(3)
    stage.step1(3, known)
    const seen = documentAfter(stage.takeRaw(3), known)
    expect(seen.store.pendingStructs).toBeNull()
    expect(seen.getMap('items').toJSON()).toEqual({ one0: 0, one1: 1, one2: 2, two: 2 })
  })

  it('someone who knows part of the snapshot gets the difference', () => {
    const { disk, doc } = someDisk(6)
    const part = new Y.Doc()
    const first = disk.rows[0]
    if (first === undefined) throw new Error('no row')
    Y.applyUpdate(part, first.bytes)
    const stage = Stage.loaded({}, disk)
    stage.compact()
    stage.join(2)
    stage.step1(2, part)
    const seen = documentAfter(stage.takeRaw(2), part)
    expect(seen.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
  })

  it('letters typed before the step 2 are no gap: they are left out, and the mark waits for the step 2', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    ann.items.set('offline', 1)
    const offline = ann.take()
    stage.open(1)
    ann.items.set('typed at once', 2)
    stage.update(1, ann.take())
    stage.mark(1, 1)
    stage.flush()
    expect(stage.closes).toEqual([])
    expect(stage.take(1)).not.toContain('saved 1')
    stage.send(1, encodeStep2(Y.encodeStateAsUpdate(ann.doc)))
    stage.flush()
    expect(stage.take(1)).toContain('saved 1')
    expect(Y.decodeUpdate(stage.disk.rows[0]?.bytes ?? offline).structs.length).toBe(2)
  })

  it('who sends what does not fit after the step 2 is asked again, and refused when that does not help', () => {
    const stage = Stage.loaded()
    stage.join(1)
    const gap = forge([{ client: 7, clock: 5, structs: [garbage(1)] }])
    stage.update(1, gap)
    expect(stage.take(1)).toEqual(['step1'])
    stage.send(1, encodeStep2(gap))
    expect(stage.closes).toEqual(['1: 4422 gap'])
  })
})
