import { expect, test } from 'vitest'
import { boardWith } from '../board-for-tests.ts'
import { placesOf } from './places-of.ts'

const look = { x: 5, y: 5, w: 100, h: 80 }

test('frames come first as one reads them, then named views by name', () => {
  const place = (x: number, y: number) => ({ x, y, w: 300, h: 200, parent: null, order: '' })
  const board = boardWith([
    { id: 'b', type: 'bookmark', fields: { name: 'web', look }, place: null },
    { id: 'a', type: 'bookmark', fields: { name: 'Payments', look: null }, place: null },
    { id: 'low', type: 'frame', fields: { name: 'After' }, place: place(0, 900) },
    { id: 'high', type: 'frame', fields: { name: 'Before' }, place: place(0, 0) },
    { id: 'mine', type: 'frame', layer: 'own', fields: { name: 'Mine' }, place: place(0, 300) },
  ]).snapshot
  expect(placesOf(board).map(({ name, kind }) => `${kind} ${name}`)).toEqual([
    'frame Before',
    'frame After',
    'bookmark Payments',
    'bookmark web',
  ])
  expect(placesOf(board)[0]?.look).toEqual({ x: 150, y: 100, w: 300, h: 200 })
  expect(placesOf(board).map((one) => one.look === null)).toEqual([false, false, true, false])
})
