import { expect, test } from 'vitest'
import { rowOf } from './row-of.ts'
import { at, TestBoard } from './test-board.ts'

const say = (when: { at: string | null; words: string }): string =>
  when.at?.slice(11, 16) ?? `“${when.words}”`
const row = (board: TestBoard, id: string) => rowOf(board.shot, board.item(id), say)

test('a component says its technology and boundary, else what it does', () => {
  const board = new TestBoard()
  const zone = board.add('boundary', { name: 'Production' }, [0, 0])
  const job = board.add('component', { name: 'backup job' }, [600, 400])
  const bucket = board.add('component', { name: 'bucket', technology: 'S3' }, [10, 400])
  const id = board.makeId()
  const place = { x: 20, y: 20, w: 100, h: 50, parent: zone }
  board.do([
    { do: 'add', id, type: 'component', fields: { name: 'primary', technology: 'PostgreSQL' }, place },
  ])
  board.connect(job, 'writes', bucket)
  expect(row(board, id).second).toBe('PostgreSQL, Production')
  expect(row(board, bucket).second).toBe('S3')
  expect(row(board, job).second).toBe('writes to bucket')
})

test('a factor names its components; what is private says so', () => {
  const board = new TestBoard()
  const primary = board.add('component', { name: 'primary' })
  const standby = board.add('component', { name: 'standby' })
  const factor = board.add('factor', { text: 'alike', marks: ['surprise'] }, undefined, 'own')
  board.connect(factor, 'about', primary)
  board.connect(factor, 'about', standby)
  expect(row(board, factor)).toMatchObject({ second: 'primary, standby · surprise', own: true })
})

test('a factor that helped says its marks, one that fed into something says into what', () => {
  const board = new TestBoard()
  const event = board.add('event', { text: 'load rises', when: at(5) })
  const spam = board.add('factor', { text: 'spam' })
  const copy = board.add('factor', { text: 'a copy was at hand', kind: 'helped', marks: ['luck'] })
  board.connect(spam, 'contributed-to', event)
  expect(row(board, spam).second).toBe('fed into: load rises')
  expect(row(board, copy).second).toBe('luck')
})

test('an item without words is called what it is', () => {
  const board = new TestBoard()
  expect(row(board, board.add('event', { when: at(3) }))).toMatchObject({
    words: 'an event without words',
    second: '14:03',
  })
})
