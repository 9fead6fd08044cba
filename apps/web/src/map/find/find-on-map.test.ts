import { expect, test } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { findOnMap, findThings } from './find-on-map.ts'

const place = (x: number, y: number) => ({ x, y, w: 100, h: 50, parent: null, order: '' })
const board = boardWith(
  [
    { id: 'orders', fields: { name: 'Örders', technology: 'Go' }, place: place(0, 0) },
    { id: 'payment', fields: { name: 'payment', kind: 'datastore' }, place: place(300, 0) },
    { id: 'retry', type: 'factor', fields: { text: 'Retries piled up in orders' }, place: place(0, 400) },
    { id: 'parked', type: 'idea', fields: { text: 'orders, another day' }, place: null },
  ],
  [
    ['orders', 'calls', 'payment', 'http retries'],
    ['retry', 'about', 'orders', 'orders'],
  ],
).snapshot
const found = (typed: string): readonly string[] =>
  findOnMap(board, typed).map(({ id }) => id.replace(/_+$/, ''))

test('names, texts and kinds are found as one reads the map, without case and accents', () => {
  expect(found('orders')).toEqual(['orders', 'retry'])
  expect(found('datastore')).toEqual(['payment'])
  expect(found('factor')).toEqual(['retry'])
  expect(found('go ORD')).toEqual(['orders'])
})

test('an arrow is found by its words, after what it leaves; a chip is no arrow', () => {
  expect(found('retries')).toEqual(['orders-payment', 'retry'])
  expect(findOnMap(board, 'http')[0]?.said).toContain('Örders calls payment')
})

test('nothing typed finds nothing, and what is not on the map is not found on it', () => {
  expect(found('  ')).toEqual([])
  expect(found('another day')).toEqual([])
})

test('over the whole board an arrow leads to what it leaves, and lists count too', () => {
  const names = (typed: string) => findThings(board, typed).map(({ id }) => id.replace(/_+$/, ''))
  expect(names('http')).toEqual(['orders'])
  expect(names('another day')).toEqual(['parked'])
})

test('what was said beside a thing leads to it', () => {
  const comment = {
    id: idOf('said'),
    thread: idOf('said'),
    on: { item: idOf('payment'), name: 'payment', place: null },
    author: '',
    by: 'Ada',
    text: 'who owns the failover?',
    mentions: [],
    at: 1,
    edited: null,
    resolved: null,
    removed: null,
  }
  const talked = { ...board, comments: new Map([[comment.id, comment as never]]) }
  expect(findOnMap(talked, 'failover').map(({ said }) => said)).toEqual(['payment'])
})
