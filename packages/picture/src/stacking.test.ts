import type { ItemId } from '@second-story/board'
import { expect, test } from 'vitest'
import { stacked } from './stacking.ts'
import { BoardMaker } from './testing/make-board.ts'

const box = (w: number, h: number) => ({ x: 0, y: 0, w, h })

/** What lies on what, from below, whatever order the board gives. */
function order(maker: BoardMaker, names: ReadonlyMap<ItemId, string>): string[] {
  const there = stacked(maker.items).map((item) => names.get(item.id) ?? '')
  const back = stacked([...maker.items].reverse()).map((item) => names.get(item.id) ?? '')
  expect(back).toEqual(there)
  return there
}

test('grounds lie under cards, and what lies in a ground over it even where it is larger', () => {
  const maker = new BoardMaker()
  const card = maker.add('note', {}, box(10, 10))
  const outer = maker.add('boundary', {}, box(100, 100))
  const inner = maker.add('boundary', {}, { ...box(300, 300), parent: outer } as never)
  const names = new Map([
    [card, 'card'],
    [outer, 'outer'],
    [inner, 'inner'],
  ])
  const place = maker.items[2]?.place
  maker.items[2] = { ...maker.items[2], place: { ...place, parent: outer } } as never
  expect(order(maker, names)).toEqual(['outer', 'inner', 'card'])
})

test('people’s own order goes before size, and the larger ground lies under the smaller', () => {
  const maker = new BoardMaker()
  const small = maker.add('boundary', {}, box(100, 100))
  const large = maker.add('boundary', {}, box(300, 300))
  const front = maker.add('frame', {}, box(900, 900))
  const names = new Map([
    [small, 'small'],
    [large, 'large'],
    [front, 'front'],
  ])
  maker.items[2] = { ...maker.items[2], place: { ...maker.items[2]?.place, order: 'b0' } } as never
  expect(order(maker, names)).toEqual(['large', 'small', 'front'])
})
