import type { Reach } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyMessage, Disk, Stage, session } from '../testing/stage.ts'

const ada = session('ada')

/** A layer of `count` rows: ten keys that are set again and again, and deleted, so that nearly every row deletes something. */
function filled(stage: Stage, doc: Y.Doc, count: number): void {
  for (let n = 0; n < count; n++) {
    const before = Y.encodeStateVector(doc)
    // one that is deleted, and not only overwritten: that follows from no struct
    if (n % 4 === 3) doc.getMap('places').delete(`k${(n - 1) % 10}`)
    else doc.getMap('places').set(`k${n % 10}`, { x: n })
    stage.update(1, Y.encodeStateAsUpdate(doc, before))
    stage.flush()
  }
}

function board(count: number): { stage: Stage; doc: Y.Doc } {
  const stage = Stage.loaded()
  // keeps what was overwritten, so that a struct does not say by itself that it is deleted
  const doc = new Y.Doc({ gc: false })
  stage.join(1, ada)
  filled(stage, doc, count)
  return { stage, doc }
}

/** Connects as our own client does; returns what it was sent in answer to its step 1. */
function come(stage: Stage, id: number, doc: Y.Doc, since: Reach | null): Uint8Array[] {
  stage.open(id, ada, since)
  stage.takeRaw(id)
  stage.step1(id, doc)
  return stage.takeRaw(id)
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const bytesOf = (messages: readonly Uint8Array[]): number =>
  messages.reduce((sum, { length }) => sum + length, 0)
const deletions = (doc: Y.Doc): unknown => Y.createDeleteSetFromStructStore(doc.store)
const words = (stage: Stage, id: number): string[] =>
  stage.take(id).filter((what) => what.startsWith('reached'))

describe('rule 1: how far a client has come', () => {
  it('is told behind the answer to a step 1, once it is known to be ours, and about once a second when it changed', () => {
    const { stage, doc } = board(3)
    stage.open(2, ada)
    stage.step1(2)
    stage.beat()
    expect(words(stage, 2)).toEqual([])
    stage.mark(2, 1)
    expect(words(stage, 2)).toEqual(['reached 0.3'])
    stage.beat()
    stage.mark(2, 2)
    expect(words(stage, 2)).toEqual([])
    filled(stage, doc, 4)
    expect(words(stage, 2)).toEqual([])
    stage.beat()
    expect(words(stage, 2)).toEqual(['reached 0.7'])
  })

  it('is never told of a row that was not told before it', () => {
    const { stage, doc } = board(2)
    stage.open(2, ada)
    stage.mark(2, 1)
    stage.beat()
    // nothing was asked for, so nothing of what is stored was sent
    expect(words(stage, 2)).toEqual([])
    stage.step1(2)
    stage.take(2)
    const before = Y.encodeStateVector(doc)
    doc.getMap('places').set('k0', { x: -1 })
    stage.update(1, Y.encodeStateAsUpdate(doc, before))
    stage.tick()
    stage.beat()
    expect(words(stage, 2)).toEqual([])
    stage.settle()
    stage.beat()
    const heard = stage.take(2)
    expect(heard.indexOf('update')).toBeLessThan(heard.indexOf('reached 0.3'))
    expect(heard).toContain('update')
  })

  it('spares whoever names it the deletions from before', () => {
    const { stage, doc } = board(400)
    const theirs = copyOf(doc)
    expect(bytesOf(come(stage, 2, theirs, null))).toBeGreaterThan(10)
    expect(bytesOf(come(stage, 3, theirs, { epoch: 0, n: 400 }))).toBeLessThan(8)
    filled(stage, doc, 3)
    for (const bytes of come(stage, 4, theirs, { epoch: 0, n: 400 })) applyMessage(theirs, bytes)
    expect(Y.encodeStateVector(theirs)).toEqual(Y.encodeStateVector(doc))
    expect(deletions(theirs)).toEqual(deletions(doc))
  })

  it('brings deletions alone, where no struct came with them', () => {
    const { stage, doc } = board(12)
    const theirs = copyOf(doc)
    const before = Y.encodeStateVector(doc)
    doc.getMap('places').delete('k4')
    stage.update(1, Y.encodeStateAsUpdate(doc, before))
    stage.flush()
    for (const bytes of come(stage, 2, theirs, { epoch: 0, n: 12 })) applyMessage(theirs, bytes)
    expect(theirs.getMap('places').has('k4')).toBe(false)
  })

  it.each<[string, Reach]>([
    ['another epoch', { epoch: 1, n: 40 }],
    ['rows that are not there', { epoch: 0, n: 41 }],
    ['rows that were folded away', { epoch: 0, n: 39 }],
  ])('of %s counts for nothing: all deletions are sent', (_, since) => {
    const { stage, doc } = board(40)
    if (since.n === 39) stage.compact()
    const theirs = new Y.Doc({ gc: false })
    // it lies: it has every struct, and none of the deletions
    Y.applyUpdate(theirs, withoutDeletions(doc))
    for (const bytes of come(stage, 2, theirs, since)) applyMessage(theirs, bytes)
    expect(deletions(theirs)).toEqual(deletions(doc))
  })

  it('holds for a snapshot that reaches as far as the log was folded', () => {
    const { stage, doc } = board(40)
    stage.compact()
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, stage.disk.snapshot ?? new Uint8Array([0, 0]))
    filled(stage, doc, 2)
    for (const bytes of come(stage, 2, theirs, { epoch: 0, n: 40 })) applyMessage(theirs, bytes)
    expect(deletions(theirs)).toEqual(deletions(doc))
  })

  it('is in the new epoch once the layer was replaced', () => {
    const { stage } = board(5)
    stage.open(2, ada)
    stage.step1(2)
    stage.mark(2, 1)
    stage.take(2)
    const snapshot = Y.mergeUpdates(stage.room.storedUpdates)
    stage.handle({ type: 'compacted', snapshot, through: 5, epoch: 1 })
    stage.beat()
    expect(words(stage, 2)).toEqual(['reached 1.5'])
  })

  it('is not told where a row of the log is missing, or does not fit: it may turn up again', () => {
    const { stage: whole } = board(5)
    const without = (n: number): Stage => {
      const disk = new Disk()
      disk.rows = whole.disk.rows.filter((row) => row.n !== n)
      disk.head = 5
      return Stage.loaded({}, disk)
    }
    for (const stage of [without(5), without(2)]) {
      stage.open(2, ada, { epoch: 0, n: 5 })
      stage.step1(2)
      stage.mark(2, 1)
      stage.beat()
      expect(words(stage, 2)).toEqual([])
    }
  })
})

/** Its structs alone: an update that a document which has everything would be sent holds its deletions. */
function withoutDeletions(doc: Y.Doc): Uint8Array {
  const whole = Y.encodeStateAsUpdate(doc)
  const deletes = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
  return new Uint8Array([...whole.subarray(0, whole.length - deletes.length + 1), 0])
}
