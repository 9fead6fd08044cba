import { countedIds, seededRandom } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { apply } from '../commands/apply.ts'
import { writeConduct } from '../conduct.ts'
import { itemMap, proseOf } from '../document/roots.ts'
import type { LayerName } from '../layers.ts'
import { read } from '../read/read.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import { RandomCommands } from '../testing/random-commands.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { type BoardChange, LiveBoard } from './live-board.ts'

function followed(t: TestBoard): { live: LiveBoard; heard: BoardChange[] } {
  const live = new LiveBoard(t.docs, (work) => work())
  const heard: BoardChange[] = []
  live.subscribe((change) => heard.push(change))
  return { live, heard }
}

test('after every change it is the board read afresh, and what did not change is the same object', () => {
  const property = fc.property(fc.integer(), (seed) => {
    const random = seededRandom(seed)
    const layers: LayerName[] = ['common', 'own']
    const t = new TestBoard(layers)
    const { live, heard } = followed(t)
    const commands = new RandomCommands(random, countedIds('r'), layers)
    for (let step = 0; step < 50; step++) {
      const before = live.snapshot
      apply(t.docs, commands.next(before), { now: step, origin: 'test' })
      const now = live.snapshot
      expect(now).toEqual(read(t.docs))
      expectSameObjects(before, now)
      expectTold(before, now, heard.splice(0))
    }
  })
  fc.assert(property, { seed: 5, numRuns: 25 })
}, 30_000)

function expectSameObjects(before: BoardSnapshot, now: BoardSnapshot): void {
  for (const [key, item] of now.items) {
    const was = before.items.get(key)
    if (was && JSON.stringify(was) === JSON.stringify(item)) expect(item).toBe(was)
  }
  for (const [key, relation] of now.relations) {
    const was = before.relations.get(key)
    if (was && JSON.stringify(was) === JSON.stringify(relation)) expect(relation).toBe(was)
  }
  for (const [key, stroke] of now.strokes) {
    const was = before.strokes.get(key)
    if (was && JSON.stringify(was) === JSON.stringify(stroke)) expect(stroke).toBe(was)
  }
  if (JSON.stringify([...before.prose]) === JSON.stringify([...now.prose]))
    expect(now.prose).toEqual(before.prose)
  expect(now.conduct).toBe(before.conduct)
}

function expectTold(before: BoardSnapshot, now: BoardSnapshot, heard: readonly BoardChange[]): void {
  const told = new Set(heard.flatMap((change) => [...change.items]))
  for (const [key, item] of now.items) expect(told.has(key), key).toBe(before.items.get(key) !== item)
  for (const key of before.items.keys()) if (!now.items.has(key)) expect(told.has(key)).toBe(true)
}

test('a letter typed by somebody changes that item alone', () => {
  const t = new TestBoard()
  t.run(component('a'), component('b'), { do: 'add', id: id('n'), type: 'note', fields: { text: 'abc' } })
  const { live, heard } = followed(t)
  const before = live.snapshot
  const text = itemMap(t.common, id('n'))?.get('text') as Y.Text
  text.insert(1, 'x')
  expect([...(heard[0]?.items ?? [])]).toEqual([id('n')])
  expect(live.snapshot.items.get(id('a') as never)).toBe(before.items.get(id('a') as never))
  expect(live.snapshot.prose).toBe(before.prose)
})

test('a boundary that moves takes what lies in it along, and says so', () => {
  const t = new TestBoard()
  const place = { x: 0, y: 0, w: 400, h: 300 }
  t.run({ do: 'add', id: id('box'), type: 'boundary', place })
  t.run(component('a', { place: { x: 5, y: 5, w: 50, h: 50, parent: id('box') } }), component('b'))
  const { live, heard } = followed(t)
  t.run({ do: 'place', places: [{ id: id('box'), place: { ...place, x: 100 } }] })
  expect(live.snapshot.items.get(id('a') as never)?.place?.x).toBe(105)
  expect(heard).toHaveLength(1)
  expect([...(heard[0]?.items ?? [])].sort()).toEqual([id('a'), id('box')])
})

test('only the section that was written is read again', () => {
  const t = new TestBoard()
  const block = (text: string) => ({ kind: 'paragraph', runs: [{ text }] })
  t.run(
    { do: 'prose', section: 'summary', blocks: [block('one')] },
    { do: 'prose', section: 'impact', blocks: [block('two')] },
  )
  const { live, heard } = followed(t)
  const before = live.snapshot.prose
  const fragment = proseOf(t.common).get('summary') as Y.XmlFragment
  ;((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, ' more')
  expect(live.snapshot.prose.get('summary')).toEqual([block('one more')])
  expect(live.snapshot.prose.get('impact')).toBe(before.get('impact'))
  expect(heard.map((change) => change.prose)).toEqual([true])
})

test('subscribers are told once a frame, however much happened, and not after they left', () => {
  const t = new TestBoard()
  const frames: (() => void)[] = []
  const live = new LiveBoard(t.docs, (work) => frames.push(work))
  const heard: BoardChange[] = []
  const leave = live.subscribe((change) => heard.push(change))
  t.run(component('a'))
  t.run(component('b'))
  // the board is up to date before they are told
  expect(live.snapshot.items.size).toBe(2)
  expect(frames).toHaveLength(1)
  frames.pop()?.()
  expect(heard.map((change) => change.items.size)).toEqual([2])
  leave()
  t.run(component('c'))
  frames.pop()?.()
  expect(heard).toHaveLength(1)
})

test('a layer that comes later is on the board, and gone when it goes', () => {
  const t = new TestBoard(['common', 'own'])
  t.run(component('a'), component('mine', { layer: 'own' }))
  const live = new LiveBoard(new Map([['common', t.common]]), (work) => work())
  expect(live.snapshot.items.size).toBe(1)
  live.addLayer('own', t.docs.get('own') as Y.Doc)
  expect(live.snapshot).toEqual(t.board)
  live.removeLayer('own')
  expect(live.snapshot.items.size).toBe(1)
})

test('a change of stage is told as such', () => {
  const t = new TestBoard(['common', 'conduct'])
  const { live, heard } = followed(t)
  writeConduct(t.docs.get('conduct') as Y.Doc, { stage: 'meeting', title: 'A review' })
  expect(live.snapshot.conduct).toMatchObject({ stage: 'meeting', title: 'A review' })
  expect(heard.at(-1)).toMatchObject({ conduct: true, prose: false })
})

test('a closed board hears nothing more', () => {
  const t = new TestBoard()
  const { live, heard } = followed(t)
  live.close()
  t.run(component('a'))
  expect(heard).toEqual([])
})
