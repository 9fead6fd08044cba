import { seededRandom } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { wholeOf } from '../gate/judge.ts'
import { readUpdate } from './read.ts'
import { Spans } from './spans.ts'
import { writeUpdate } from './write.ts'

/** Updates of three clients who write, overwrite and delete. */
function updates(seed: number): Uint8Array[] {
  const random = seededRandom(seed)
  const made: Uint8Array[] = []
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => made.push(update))
  for (let i = 0; i < 40; i++) {
    doc.clientID = 1 + Math.floor(random() * 3)
    doc.transact(() => {
      const text = doc.getText('text')
      text.insert(Math.floor(random() * (text.length + 1)), 'abc')
      if (random() < 0.4) text.delete(0, 2)
      doc.getMap('map').set(`k${i % 5}`, i)
    })
  }
  return made
}

function read(bytes: Uint8Array) {
  const update = readUpdate(bytes)
  if ('malformed' in update) throw new Error(update.malformed)
  return update
}

describe('spans', () => {
  it('give back what an update holds, without reading its structs', () => {
    for (const bytes of updates(1)) {
      const spans = Spans.of(read(bytes))
      const whole = wholeOf(read(bytes))
      expect(spans.runsIn(bytes)).toEqual(whole.runs)
      expect(writeUpdate(spans.runsIn(bytes), spans.deletesIn(bytes))).toEqual(bytes)
    }
  })

  it('are known of what was written from runs as of what was read', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const all = updates(seed).map((bytes) => ({ bytes, spans: Spans.of(read(bytes)) }))
      const runs = all.flatMap(({ bytes, spans }) => spans.runsIn(bytes))
      const deleted = all.map(({ bytes, spans }) => spans.deletesIn(bytes))
      for (const one of deleted.slice(1)) deleted[0]?.merge(one)
      const joined = writeUpdate(runs, deleted[0] ?? expect.fail())
      expect(Spans.written(joined, runs)).toEqual(Spans.of(read(joined)))
    }
  })

  it('say how far they reach', () => {
    const [bytes = new Uint8Array()] = updates(1)
    const spans = Spans.of(read(bytes))
    const vector = new Map<number, number>()
    expect(spans.isCoveredBy(vector)).toBe(false)
    spans.raise(vector)
    expect(vector).toEqual(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(bytes)))
    expect(spans.isCoveredBy(vector)).toBe(true)
  })
})
