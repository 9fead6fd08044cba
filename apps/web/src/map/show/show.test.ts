import type { Item, Relation } from '@second-story/board'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { Scene } from '../scene/scene.ts'
import { countHidden, EVERYTHING, hidesOf } from './choice.ts'
import { keep, readKept } from './kept-choice.ts'
import { kindsOf, ORDER, tagsOf } from './kinds.ts'

const place = (x: number) => ({ x, y: 0, w: 144, h: 56, parent: null, order: '' })

function board() {
  const live = boardWith(
    [
      { id: 'a', place: place(0) },
      { id: 'b', place: place(300), fields: { kind: 'datastore' } },
      { id: 'n', type: 'note', place: place(600) },
      { id: 'g', type: 'boundary', place: place(900) },
    ],
    [
      ['a', 'calls', 'b'],
      ['b', 'depends-on', 'a'],
    ],
  )
  return live.snapshot
}

const hiding = (...hidden: string[]) => ({ ...EVERYTHING, hidden: new Set(hidden) })

test('what is hidden is not on the map, nor are the arrows that lost an end; showing it brings all back', () => {
  const scene = new Scene()
  const now = board()
  scene.take(now, null)
  const before = [...scene.items.values()].map(({ id, x, y }) => [id, x, y])
  scene.hide(hidesOf(hiding('component.datastore')))
  expect(scene.items.has(idOf('b') as never)).toBe(false)
  expect(scene.arrows.size).toBe(0)
  scene.hide(hidesOf(EVERYTHING))
  expect([...scene.items.values()].map(({ id, x, y }) => [id, x, y]).sort()).toEqual(before.sort())
  expect(scene.arrows.size).toBe(1)
})

test('what was looked for is shown whatever its kind', () => {
  const now = board()
  const found = { ...hiding('note'), found: new Set([idOf('n')]) }
  expect(countHidden(now, hiding('note'))).toBe(1)
  expect(countHidden(now, found)).toBe(0)
})

test('arrows hidden by kind count, start-up order and arrows without an end do not', () => {
  const now = board()
  expect(countHidden(now, hiding('arrow.calls', ORDER))).toBe(1)
  expect(countHidden(now, hiding('component.datastore'))).toBe(1)
})

test('with a tag chosen, only what has it stays, and the boundaries that hold it', () => {
  const now = board()
  const tagged = {
    ...now,
    items: new Map(
      [...now.items].map(([id, item]) => [id, id === idOf('a') ? { ...item, tags: ['pay'] } : item]),
    ),
  }
  expect(tagsOf(tagged)).toEqual(['pay'])
  const hides = hidesOf({ ...EVERYTHING, tags: new Set(['pay']) })
  const shown = [...tagged.items.values()].filter((item) => !hides.item(item)).map(({ id }) => id)
  expect(shown.sort()).toEqual([idOf('a'), idOf('g')].sort())
})

test('kinds are those that lie on the map', () => {
  expect([...kindsOf(board())]).toEqual([
    ['component.service', 1],
    ['component.datastore', 1],
    ['note', 1],
    ['boundary', 1],
    ['arrow.calls', 1],
    [ORDER, 1],
  ])
})

test('a choice is remembered for its board alone, and nonsense in the storage shows everything', () => {
  const held = new Map<string, string>()
  const storage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
  const kept = { hidden: ['note'], tags: ['pay'], colour: 'owner' as const, order: true }
  keep('one', kept, storage)
  expect(readKept('one', storage)).toEqual(kept)
  expect(readKept('two', storage).hidden).toEqual([])
  keep('one', { hidden: [], tags: [], colour: null, order: false }, storage)
  expect(held.size).toBe(0)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
      const read = readKept('x', { getItem: () => raw })
      expect(read.hidden.every((one) => typeof one === 'string')).toBe(true)
    }),
    { seed: 3 },
  )
})

test('hiding asks nothing but the thing itself', () => {
  const hides = hidesOf(hiding('factor.helped'))
  expect(hides.item({ id: 'x', type: 'factor', kind: 'helped', tags: [] } as unknown as Item)).toBe(true)
  expect(hides.arrow({ id: 'x', kind: 'calls' } as unknown as Relation)).toBe(false)
})
