import type { ItemId } from '@second-story/board'
import { expect, test } from 'vitest'
import { TestBoard } from '../../outline/test-board.ts'
import { chosenOf } from './chosen.ts'

test('what lies in a selected boundary goes along; nothing selected is everything', () => {
  const board = new TestBoard()
  const shop = board.add('boundary', { name: 'Shop' }, [0, 0])
  const orders = board.add('component', { name: 'orders' }, [20, 20])
  const mail = board.add('component', { name: 'mail' }, [900, 0])
  board.do([
    {
      do: 'place',
      places: [{ id: orders, place: { x: 20, y: 20, w: 144, h: 56, parent: shop, order: 'a1' } }],
    },
  ])
  expect(chosenOf(board.shot, new Set())).toBeNull()
  expect([...(chosenOf(board.shot, new Set([shop as ItemId])) ?? [])].sort()).toEqual([orders, shop].sort())
  expect([...(chosenOf(board.shot, new Set([mail as ItemId])) ?? [])]).toEqual([mail])
})
