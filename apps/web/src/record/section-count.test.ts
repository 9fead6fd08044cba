import { composeRecord, type SectionKey } from '@second-story/record'
import { expect, test } from 'vitest'
import { at, TestBoard } from '../outline/test-board.ts'
import { sectionCount } from './section-count.ts'

function counts(board: TestBoard): Partial<Record<SectionKey, number | null>> {
  return Object.fromEntries(composeRecord(board.shot).sections.map((one) => [one.key, sectionCount(one)]))
}

test('events, factors and questions are counted, prose and the system are not', () => {
  const board = new TestBoard()
  board.add('component', { name: 'orders' })
  const first = board.add('event', { text: 'one', when: at(1) })
  const second = board.add('event', { text: 'two', when: at(2) })
  board.connect(first, 'led-to', second)
  board.add('factor', { text: 'fog', kind: 'made-difficult', marks: ['surprise'] })
  board.add('question', { text: 'how?' })
  board.add('question', { text: 'asked and told', answered: true })
  expect(counts(board)).toMatchObject({ timeline: 2, factors: 1, surprises: 1, questions: 1 })
  expect(counts(board).system).toBeNull()
  expect(counts(board).summary).toBeNull()
})
