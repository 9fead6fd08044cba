import { expect, it } from 'vitest'
import { inReadingOrder } from '../../outline/order.ts'
import { boardWith } from '../board-for-tests.ts'
import { entriesOf } from './say.ts'

const at = (x: number, y: number, parent: string | null = null) => ({
  x,
  y,
  w: 144,
  h: 56,
  parent,
  order: '',
})

it('reads the map aloud: items in reading order, each with the arrows that leave it', () => {
  const board = boardWith(
    [
      { id: 'payment', fields: { name: 'payment' }, place: at(400, 0) },
      { id: 'orders', fields: { name: 'orders', technology: 'Java' }, place: at(20, 4) },
      {
        id: 'f',
        type: 'factor',
        fields: { text: 'Nobody tried a restore', kind: 'made-difficult' },
        place: at(0, 300),
      },
    ],
    [
      ['orders', 'calls', 'payment', 'http'],
      ['f', 'about', 'orders'],
    ],
  ).snapshot
  const words = entriesOf(board, inReadingOrder([...board.items.values()])).map((entry) => entry.words)
  expect(words).toEqual([
    'orders, service, Java, calls payment (http)',
    'orders calls payment (http)',
    'payment, service',
    'Nobody tried a restore, factor, Made it harder, is about orders',
    'Nobody tried a restore is about orders',
  ])
})
