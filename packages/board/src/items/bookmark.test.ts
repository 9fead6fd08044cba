import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { itemsOf } from '../document/roots.ts'
import { id, TestBoard } from '../testing/test-board.ts'

const look = { x: 10, y: -20, w: 800, h: 600 }
const add = { do: 'add', id: id('here'), type: 'bookmark', fields: { name: 'Payments', look } }

test('a part of the board has a name, and no place of its own', () => {
  const t = new TestBoard()
  t.run(add)
  expect(t.item('here')).toMatchObject({ type: 'bookmark', name: 'Payments', look, place: null })
  t.run({ do: 'set', id: id('here'), fields: { look: { ...look, x: 99 } } })
  expect(t.item('here')).toMatchObject({ look: { x: 99 } })
})

test('a look that is no part of a board is refused, and read as none', () => {
  const t = new TestBoard()
  for (const wrong of [{ ...look, w: 0 }, { ...look, x: 1e9 }, { x: 1 }, 'there'])
    expect(t.try({ ...add, fields: { name: 'x', look: wrong } }).ok).toBe(false)
  t.run(add)
  const item = itemsOf(t.common).get(id('here')) as Y.Map<unknown>
  item.set('look', { x: Number.NaN, y: 0, w: 1, h: 1 })
  expect(t.item('here')).toMatchObject({ name: 'Payments', look: null })
  item.set('look', new Y.Map())
  expect(t.item('here')).toMatchObject({ look: null })
})
