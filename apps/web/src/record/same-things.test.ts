import { paragraph } from '@second-story/board'
import { expect, test } from 'vitest'
import { TestBoard } from '../outline/test-board.ts'
import { sameThings } from './same-things.ts'

test('typing into the summary changes no thing; a word, an arrow or a deletion does', () => {
  const board = new TestBoard()
  const a = board.add('factor', { text: 'a' })
  const b = board.add('factor', { text: 'b' })
  const before = board.live
  board.do([{ do: 'prose', section: 'summary', blocks: [paragraph('what happened')] }])
  expect(board.live).not.toBe(before)
  expect(sameThings(before, board.live)).toBe(true)
  board.connect(a, 'relates-to', b)
  const joined = board.live
  expect(sameThings(before, joined)).toBe(false)
  board.do([{ do: 'set', id: a, fields: { kind: 'helped' } }])
  const turned = board.live
  expect(sameThings(joined, turned)).toBe(false)
  board.do([{ do: 'remove', ids: [b] }])
  expect(sameThings(turned, board.live)).toBe(false)
})
