import type { ItemId } from '@second-story/board'
import { expect, test } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { chosenBy, isOneGroup, withMates } from './group.ts'

const id = (name: string): ItemId => idOf(name) as ItemId
const place = { x: 0, y: 0, w: 144, h: 56, parent: null, order: '' }
const board = boardWith([
  { id: 'a', fields: { group: 'g' }, place },
  { id: 'b', fields: { group: 'g' }, place },
  { id: 'c', place },
  { id: 'listed', fields: { group: 'g' } },
]).snapshot

test('a click takes the whole group, a second one the thing alone', () => {
  const first = chosenBy(board, id('a'), new Set())
  expect([...first].sort()).toEqual([id('a'), id('b')])
  expect([...chosenBy(board, id('a'), first)]).toEqual([id('a')])
  expect([...chosenBy(board, id('c'), first)]).toEqual([id('c')])
})

test('what is selected in part is selected whole', () => {
  expect([...withMates(board, [id('b'), id('c')])].sort()).toEqual([id('a'), id('b'), id('c')])
  expect(isOneGroup(board, new Set([id('a'), id('b')]))).toBe(true)
  expect(isOneGroup(board, new Set([id('a')]))).toBe(false)
  expect(isOneGroup(board, new Set([id('c')]))).toBe(false)
})
