import { expect, test } from 'vitest'
import { groupBoard } from './group-board.ts'
import { at, TestBoard } from './test-board.ts'

const say = (when: { at: string | null; words: string }): string =>
  when.at?.slice(11, 16) ?? `“${when.words}”`
const lines = (board: TestBoard): Record<string, string[]> =>
  Object.fromEntries(
    groupBoard(board.shot, say).map((group) => [
      group.title,
      group.rows.map((row) => (row.second ? `${row.words} | ${row.second}` : row.words)),
    ]),
  )

test('the list goes from the system over the story to what helped and what is asked', () => {
  const board = new TestBoard()
  board.add('question', { text: 'When did a restore last work?' })
  board.add('factor', { text: 'A fresh copy lay in staging', kind: 'helped', marks: ['luck'] })
  board.add('note', { text: 'ask the network team' })
  board.add('factor', { text: 'Two names alike' })
  board.add('component', { name: 'primary', technology: 'PostgreSQL' })
  expect(groupBoard(board.shot, say).map((group) => group.title)).toEqual([
    'Our system',
    'How it came about',
    'What helped',
    'Questions',
    'Notes',
  ])
  expect(lines(board)['What helped']).toEqual(['A fresh copy lay in staging | luck'])
  expect(groupBoard(board.shot, say)[1]?.count).toBe('1 factor')
})

test('an empty board has no groups at all', () => {
  expect(groupBoard(new TestBoard().shot, say)).toEqual([])
})

test('events stand in order of time, each followed by the factors that touch it', () => {
  const board = new TestBoard()
  const late = board.add('event', { text: 'data gone', when: at(40) })
  const early = board.add('event', { text: 'load rises', when: at(5) })
  const alike = board.add('factor', { text: 'names alike' })
  const spam = board.add('factor', { text: 'spam' })
  const why = board.add('factor', { text: 'nobody renamed them', kind: 'context' })
  board.add('factor', { text: 'alone' })
  board.connect(alike, 'contributed-to', late)
  board.connect(spam, 'contributed-to', early)
  board.connect(why, 'relates-to', alike)
  expect(lines(board)['How it came about']).toEqual([
    'load rises | 14:05',
    'spam | fed into: load rises',
    'data gone | 14:40',
    'names alike | fed into: data gone',
    'nobody renamed them | goes with: names alike',
    'alone',
  ])
  expect(groupBoard(board.shot, say)[0]?.count).toBe('4 factors, 2 events')
})

test('a loop of factors is told once each', () => {
  const board = new TestBoard()
  const a = board.add('factor', { text: 'a' })
  const b = board.add('factor', { text: 'b' })
  const event = board.add('event', { text: 'e', when: at(1) })
  board.connect(a, 'contributed-to', b)
  board.connect(b, 'contributed-to', a)
  board.connect(a, 'led-to', event)
  expect(lines(board)['How it came about']?.map((line) => line.split(' | ')[0])).toEqual(['e', 'a', 'b'])
})

test('a component says its technology and boundary, else what it does, and lies in reading order', () => {
  const board = new TestBoard()
  const zone = board.add('boundary', { name: 'Production' }, [0, 0])
  const job = board.add('component', { name: 'backup job' }, [600, 400])
  const bucket = board.add('component', { name: 'bucket', technology: 'S3' }, [10, 400])
  const id = board.makeId()
  board.do([
    {
      do: 'add',
      id,
      type: 'component',
      fields: { name: 'primary', technology: 'PostgreSQL' },
      place: { x: 20, y: 20, w: 100, h: 50, parent: zone },
    },
  ])
  board.connect(job, 'writes', bucket)
  expect(lines(board)['Our system']).toEqual([
    'primary | PostgreSQL, Production',
    'bucket | S3',
    'backup job | writes to bucket',
  ])
})

test('a factor names its components; what is private says so', () => {
  const board = new TestBoard()
  const primary = board.add('component', { name: 'primary' })
  const standby = board.add('component', { name: 'standby' })
  const factor = board.add('factor', { text: 'alike', marks: ['surprise'] }, undefined, 'own')
  board.connect(factor, 'about', primary)
  board.connect(factor, 'about', standby)
  const story = groupBoard(board.shot, say).find((group) => group.key === 'story')
  expect(story?.rows[0]).toMatchObject({ second: 'primary, standby · surprise', own: true })
})

test('the system folds after three beside a story, later on its own, and never hides a single row', () => {
  const board = new TestBoard()
  for (let n = 0; n < 8; n++) board.add('component', { name: `c${n}` }, [0, n * 80])
  expect(groupBoard(board.shot, say)[0]).toMatchObject({ shown: 8 })
  const event = board.add('event', { text: 'e', when: at(1) })
  expect(groupBoard(board.shot, say)[0]).toMatchObject({ shown: 3, count: '8' })
  board.do([{ do: 'remove', ids: [event] }])
  const few = new TestBoard()
  for (let n = 0; n < 4; n++) few.add('component', { name: `c${n}` })
  few.add('event', { text: 'e', when: at(1) })
  expect(groupBoard(few.shot, say)[0]).toMatchObject({ shown: 4 })
})

test('an item without words is called what it is', () => {
  const board = new TestBoard()
  board.add('event', { when: at(3) })
  expect(lines(board)['How it came about']).toEqual(['an event without words | 14:03'])
})
