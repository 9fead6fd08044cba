import { expect, it } from 'vitest'
import { TestBoard } from '../test-board.ts'
import { groupsOf, linesOf } from './outline.ts'
import { outlineOf } from './outline-of.ts'
import { filtered, othersToBegin, shownGroups } from './shown.ts'

const say = (): string => ''
const titles = (groups: ReturnType<typeof shownGroups>): string[] =>
  groupsOf(groups).map(({ title }) => title)

it('shows headings that have lines; to writers also those that such a board is made for', () => {
  const board = new TestBoard()
  board.add('component', { name: 'orders' }, [0, 0])
  const all = outlineOf(board.shot, { say })
  const way = { kind: 'blank', writes: true, drafting: null } as const
  expect(titles(shownGroups(all, { ...way, writes: false }))).toEqual(['Our system'])
  expect(titles(shownGroups(all, way))).toEqual(['Our system', 'Questions', 'Notes'])
  expect(titles(shownGroups(all, { ...way, kind: 'incident-review' }))).toContain('Made it harder')
  const drafting = { type: 'insight', boundary: null, part: null } as const
  expect(titles(shownGroups(all, { ...way, drafting }))).toContain('Insights')
  expect(othersToBegin(shownGroups(all, way))).toEqual(['event', 'factor', 'insight', 'frame'])
})

it('filters by every word typed, without accents, and keeps the headings of what is left', () => {
  const board = new TestBoard()
  const zone = board.add('boundary', { name: 'Zürich' }, [0, 0])
  const id = board.makeId()
  const place = { x: 20, y: 60, w: 140, h: 60, parent: zone }
  board.do([{ do: 'add', id, type: 'component', fields: { name: 'orders', technology: 'Go' }, place }])
  board.add('component', { name: 'payment' }, [900, 0])
  board.add('note', { text: 'orders are slow' })
  const all = outlineOf(board.shot, { say })
  const found = (typed: string): string[] => linesOf(filtered(all, typed)).map(({ words }) => words)
  expect(found('orders go')).toEqual(['Zürich', 'orders'])
  expect(found('zurich')).toEqual(['Zürich', 'orders'])
  expect(found('orders')).toEqual(['Zürich', 'orders', 'orders are slow'])
  expect(found('nothing like it')).toEqual([])
  expect(filtered(all, ' ')).toBe(all)
})
