import type { BoardSnapshot, ItemId } from '@second-story/board'
import { layOut } from '@second-story/board/layout'
import { expect, test } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { planLayout, type Wish } from './plan.ts'

const id = (name: string): ItemId => idOf(name) as ItemId
const at = (x: number, y: number, more: object = {}) => ({
  x,
  y,
  w: 144,
  h: 56,
  parent: null,
  order: '',
  ...more,
})
const ALL: Wish = { scope: { of: 'all' }, way: 'right', quiet: false }
const here = async (...[things, lines, way]: Parameters<typeof layOut>) => layOut(things, lines, way)

function shop() {
  return boardWith(
    [
      { id: 'zone', type: 'boundary', fields: { name: 'Shop' }, place: at(0, 0, { w: 900, h: 600 }) },
      { id: 'web', place: at(40, 300, { parent: 'zone' }) },
      { id: 'orders', place: at(500, 40, { parent: 'zone' }) },
      { id: 'pay', place: at(-700, 20) },
      { id: 'fog', type: 'factor', fields: { text: 'fog' }, place: at(60, 60, { w: 176 }) },
      { id: 'sketch', layer: 'own', type: 'note', fields: { text: 'mine' }, place: at(3, 3) },
    ],
    [
      ['web', 'calls', 'orders'],
      ['orders', 'calls', 'pay', 'http'],
    ],
  )
}

function boxes(
  board: BoardSnapshot,
  moved: ReadonlyMap<ItemId, { x: number; y: number; w: number; h: number }>,
) {
  return (name: string) => {
    const box = moved.get(id(name)) ?? board.items.get(id(name))?.place
    if (!box) throw new Error(name)
    return box
  }
}

test('callers stand before what they call, in what they lie in; the story keeps clear of the system', async () => {
  const board = shop().snapshot
  const box = boxes(board, await planLayout(board, ALL, here))
  expect(box('web').x + box('web').w).toBeLessThan(box('orders').x)
  expect(box('zone').x + box('zone').w).toBeLessThan(box('pay').x)
  expect(box('orders').x + box('orders').w).toBeLessThan(box('zone').x + box('zone').w)
  const system = { right: box('pay').x + box('pay').w, bottom: box('zone').y + box('zone').h }
  expect(box('fog').x >= system.right || box('fog').y >= system.bottom).toBe(true)
})

test('what only one person sees neither moves nor makes room', async () => {
  const board = shop().snapshot
  const moved = await planLayout(board, ALL, here)
  expect(moved.has(id('sketch'))).toBe(false)
})

test('what is pinned stays, and so does all that lies in what is pinned', async () => {
  const live = boardWith(
    [
      { id: 'zone', type: 'boundary', place: at(0, 0, { w: 500, h: 300, pinned: true }) },
      { id: 'a', place: at(40, 40, { parent: 'zone' }) },
      { id: 'b', place: at(10, 10) },
      { id: 'c', place: at(12, 12) },
    ],
    [['b', 'calls', 'c']],
  )
  const board = live.snapshot
  const moved = await planLayout(board, ALL, here)
  expect(moved.has(id('zone'))).toBe(false)
  expect(moved.has(id('a'))).toBe(false)
  const box = boxes(board, moved)
  for (const name of ['b', 'c']) expect(box(name).y).toBeGreaterThan(300)
})

test('a group goes as one: its members lie to each other as before', async () => {
  const live = boardWith(
    [
      { id: 'a', place: at(0, 0) },
      { id: 'n', type: 'note', fields: { text: 'one', group: 'g' }, place: at(700, 500, { w: 168, h: 88 }) },
      { id: 'm', type: 'note', fields: { text: 'two', group: 'g' }, place: at(720, 620, { w: 168, h: 88 }) },
    ],
    [['a', 'relates-to', 'm']],
  )
  const board = live.snapshot
  const moved = await planLayout(board, ALL, here)
  const box = boxes(board, moved)
  expect(moved.has(id('n'))).toBe(true)
  expect([box('m').x - box('n').x, box('m').y - box('n').y]).toEqual([20, 120])
})

test('tidied inside, a frame stays and what lies beside it too; of a selection only that moves', async () => {
  const live = boardWith(
    [
      { id: 'page', type: 'frame', place: at(0, 0, { w: 800, h: 400 }) },
      { id: 'a', place: at(300, 40, { parent: 'page' }) },
      { id: 'b', place: at(40, 44, { parent: 'page' }) },
      { id: 'c', place: at(900, 900) },
    ],
    [['a', 'calls', 'b']],
  )
  const inside = await planLayout(live.snapshot, { ...ALL, scope: { of: 'inside', id: id('page') } }, here)
  expect([...inside.keys()].sort()).toEqual([id('a'), id('b')])
  const ids = new Set([id('a'), id('c')])
  const selected = await planLayout(live.snapshot, { ...ALL, scope: { of: 'selected', ids } }, here)
  expect([...selected.keys()].every((one) => ids.has(one))).toBe(true)
})
