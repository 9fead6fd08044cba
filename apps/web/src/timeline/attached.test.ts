import type { ItemId } from '@second-story/board'
import { expect, test } from 'vitest'
import { boardWith, idOf } from '../map/board-for-tests.ts'
import { additionCommands } from './add-to-event.ts'
import { attachedTo } from './attached.ts'
import { placeBeside } from './place-beside.ts'

const live = boardWith(
  [
    {
      id: 'e',
      type: 'event',
      fields: { text: 'replication stops' },
      place: { x: 0, y: 0, w: 168, h: 44, parent: null, order: '' },
    },
    { id: 'bare', type: 'event' },
    { id: 'db', fields: { name: 'db' } },
    { id: 'q', type: 'question', fields: { text: 'how?' } },
    {
      id: 'f',
      type: 'factor',
      fields: { text: 'no archive' },
      place: { x: -232, y: 0, w: 168, h: 72, parent: null, order: '' },
    },
  ],
  [
    ['e', 'about', 'db'],
    ['q', 'about', 'e'],
    ['f', 'relates-to', 'e'],
  ],
)
const board = live.snapshot
const id = (name: string): ItemId => idOf(name) as ItemId

test('an event has its components as chips and its factors before its questions, whichever way the lines go', () => {
  const { components, beside } = attachedTo(board)(id('e'))
  expect(components.map(({ component }) => component.name)).toEqual(['db'])
  expect(beside.map(({ type }) => type)).toEqual(['factor', 'question'])
  expect(attachedTo(board)(id('bare')).beside).toEqual([])
})

test('what did not change keeps its identity, so that rows are not drawn again', () => {
  const first = attachedTo(board)
  expect(attachedTo(board, first)(id('e'))).toBe(first(id('e')))
})

test('something new lies as near to its event as there is room, never on the system', () => {
  expect(placeBeside(board, id('e'), 'factor')).toMatchObject({ x: 232 })
  const at = (x: number, y: number, w: number, h: number) => ({ x, y, w, h, parent: null, order: '' })
  const crowded = boardWith([
    { id: 'sys', place: at(-600, 0, 144, 56) },
    { id: 'e', type: 'event', place: at(0, 0, 168, 44) },
    { id: 'f1', type: 'factor', place: at(-232, -400, 168, 800) },
    { id: 'f2', type: 'factor', place: at(232, -400, 168, 800) },
  ]).snapshot
  const place = placeBeside(crowded, id('e'), 'factor')
  expect(place.x).toBe(424)
  expect(Math.abs(Number(place.y))).toBeLessThan(40)
  const leftmost = boardWith([
    { id: 'sys', place: at(-600, 0, 144, 56) },
    { id: 'e', type: 'event', place: at(0, 0, 168, 44) },
  ]).snapshot
  expect(placeBeside(leftmost, id('e'), 'factor').x).toBe(232)
})

test('a factor on an event that is not on the map brings it there; quiet writing moves nothing', () => {
  const event = board.items.get(id('bare'))
  if (event?.type !== 'event') throw new Error('no event')
  const made = { type: 'factor', words: 'x', part: 'harder' } as const
  const all = additionCommands(board, event, made, { layer: 'common', fields: {} }, () => idOf('n'))
  expect(all.map((one) => (one as { do: string }).do)).toEqual(['place', 'add', 'connect'])
  const quiet = additionCommands(board, event, made, { layer: 'own', fields: { round: 'r' } }, () =>
    idOf('n'),
  )
  expect(quiet).toMatchObject([
    { do: 'add', layer: 'own', fields: { round: 'r', text: 'x', kind: 'made-difficult' } },
    { do: 'connect', kind: 'relates-to' },
  ])
})
