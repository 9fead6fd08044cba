import { expect, test } from 'vitest'
import { findItems, findOthers } from './find-items.ts'
import { nameOf } from './item-words.ts'
import { TestBoard } from './test-board.ts'

function filled(): TestBoard {
  const board = new TestBoard()
  board.add('component', { name: 'orders', technology: 'Go' })
  board.add('component', { name: 'Bücher', technology: 'PostgreSQL' })
  board.add('factor', { text: 'The orders queue filled up' })
  board.add('event', { text: 'pager fires for orders' })
  return board
}

test('every word typed must be there, in any order, and beginnings come first', () => {
  const { shot } = filled()
  expect(findItems(shot, 'orders').map(nameOf)).toEqual([
    'orders',
    'pager fires for orders',
    'The orders queue filled up',
  ])
  expect(findItems(shot, 'queue orders').map(nameOf)).toEqual(['The orders queue filled up'])
})

test('case and accents do not matter, technology counts, nothing typed finds nothing', () => {
  const { shot } = filled()
  expect(findItems(shot, 'BUCHER').map(nameOf)).toEqual(['Bücher'])
  expect(findItems(shot, 'postgres').map(nameOf)).toEqual(['Bücher'])
  expect(findItems(shot, '  ')).toEqual([])
})

test('what may be connected leaves out the thing itself and everything that lies outside the web', () => {
  const board = filled()
  const self = board.add('factor', { text: 'a new one about orders' })
  board.add('boundary', { name: 'orders team' })
  const names = findOthers(board.shot, board.item(self), 'orders').map(nameOf)
  expect(names).not.toContain('a new one about orders')
  expect(names).not.toContain('orders team')
  expect(findOthers(board.shot, board.item(self), '').at(0)?.type).not.toBe('component')
})
