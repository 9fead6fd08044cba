import { type BoardSnapshot, type Comment, itemId } from '@second-story/board'
import { expect, test } from 'vitest'
import { boardPicture } from '../board-picture.ts'
import { BoardMaker } from '../testing/make-board.ts'

const id = (n: number): string => `c${String(n).padStart(20, '0')}`
const one = (n: number, text: string, more: Partial<Comment> = {}): Comment => ({
  id: id(n),
  thread: id(n),
  on: { item: null, name: '', place: { x: 900, y: 40 } },
  author: 'ada',
  by: 'Ada Lovelace',
  text,
  mentions: [],
  at: n,
  edited: null,
  resolved: null,
  removed: null,
  ...more,
})

function boardWith(...comments: Comment[]): BoardSnapshot {
  return { ...new BoardMaker().board(), comments: new Map(comments.map((comment) => [comment.id, comment])) }
}

test('comments are drawn where somebody asks for them, and without names', () => {
  const board = boardWith(one(1, 'Which queue?'), one(2, 'The second', { thread: id(1), on: null }))
  expect(boardPicture(board)).not.toContain('Which queue?')
  expect(boardPicture(board, { comments: true, thumb: true })).not.toContain('Which queue?')
  const drawn = boardPicture(board, { comments: true })
  for (const words of ['Comments', 'Which queue?', 'The second', 'A place on the map'])
    expect(drawn).toContain(words)
  expect(drawn).not.toContain('Lovelace')
})

test('what is gone is called by its former name; what is not shown is left out', () => {
  const gone = { item: itemId(id(9)), name: 'orders', place: { x: 10, y: 10 } }
  const board = boardWith(one(1, 'Why?', { on: gone, resolved: { by: 'Bob', at: 2 } }), one(2, 'Far away'))
  const drawn = boardPicture(board, { comments: true })
  expect(drawn).toContain('On “orders”, which is no longer there (resolved)')
  const part = boardPicture(board, { comments: true, part: [itemId(id(8))] })
  expect(part).not.toContain('Far away')
})

test('text is text in a picture', () => {
  const drawn = boardPicture(boardWith(one(1, '<script>alert(1)</script>')), { comments: true })
  expect(drawn).not.toContain('<script')
  expect(drawn).toContain('&lt;script')
})
