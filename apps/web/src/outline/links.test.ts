import { itemId, RELATION_KINDS } from '@second-story/board'
import { expect, test } from 'vitest'
import { connectChoices } from '../items/connect-choices.ts'
import { nameOf } from './item-words.ts'
import { linksOf, linkVerb } from './links.ts'
import { TestBoard } from './test-board.ts'

test('an arrow reads from either of its ends', () => {
  const board = new TestBoard()
  const a = board.add('component', { name: 'orders' })
  const b = board.add('component', { name: 'payment' })
  board.connect(a, 'calls', b, 'http')
  const say = (id: string): string[] =>
    linksOf(board.shot, itemId(id)).map((link) => `${linkVerb(link)} ${nameOf(link.other)}`)
  expect(say(a)).toEqual(['http (calls) payment'])
  expect(say(b)).toEqual(['http (called by) orders'])
})

test('every kind of relation can be said from both ends', () => {
  const board = new TestBoard()
  const a = board.add('factor', { text: 'a' })
  const b = board.add('factor', { text: 'b' })
  for (const kind of RELATION_KINDS) board.connect(a, kind, b)
  for (const id of [a, b])
    for (const link of linksOf(board.shot, itemId(id))) expect(linkVerb(link)).toMatch(/^[a-z ]+$/)
})

test('an arrow to itself is told once', () => {
  const board = new TestBoard()
  const a = board.add('component', { name: 'a' })
  board.connect(a, 'calls', a)
  expect(linksOf(board.shot, itemId(a))).toHaveLength(1)
})

test('what two things may be to each other begins with the usual', () => {
  const board = new TestBoard()
  const component = board.item(board.add('component', { name: 'c' }))
  const factor = board.item(board.add('factor', { text: 'f' }))
  const event = board.item(board.add('event', { text: 'e' }))
  const insight = board.item(board.add('insight', { text: 'i' }))
  expect(connectChoices(component, component)[0]).toMatchObject({ kind: 'calls' })
  expect(connectChoices(factor, event)[0]).toMatchObject({ kind: 'relates-to' })
  expect(connectChoices(factor, component)[0]).toMatchObject({ kind: 'about', reversed: false })
  expect(connectChoices(component, factor)[0]).toMatchObject({ kind: 'about', reversed: true })
  expect(connectChoices(insight, event)[0]).toMatchObject({ kind: 'from', reversed: false })
})
