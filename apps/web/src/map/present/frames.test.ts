import type { ItemId } from '@second-story/board'
import { expect, test } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { frameAt, framesOf, litInFrame } from './frames.ts'

const id = (name: string): ItemId => idOf(name) as ItemId
const place = (x: number, y: number, parent: string | null = null) => ({
  x,
  y,
  w: 300,
  h: 200,
  parent,
  order: '',
})

test('frames follow each other as one reads; what is lit is what lies in the frame', () => {
  const board = boardWith(
    [
      { id: 'last', type: 'frame', place: place(0, 900) },
      { id: 'second', type: 'frame', place: place(800, 5) },
      { id: 'first', type: 'frame', place: place(0, 0) },
      { id: 'mine', type: 'frame', layer: 'own', place: place(0, 400) },
      { id: 'a', place: place(10, 10, 'first') },
      { id: 'b', place: place(20, 20, 'first') },
      { id: 'c', place: place(900, 900) },
    ],
    [
      ['a', 'calls', 'b'],
      ['a', 'calls', 'c'],
    ],
  ).snapshot
  expect(framesOf(board).map((frame) => frame.id)).toEqual([id('first'), id('second'), id('last')])
  const lit = litInFrame(board, id('first'))
  expect([...lit.items].sort()).toEqual([id('a'), id('b'), id('first')])
  expect([...lit.relations]).toEqual([idOf('a-b')])
  expect(frameAt(board, id('a'))).toBeNull()
  expect(frameAt(board, id('first'))?.id).toBe(id('first'))
})
