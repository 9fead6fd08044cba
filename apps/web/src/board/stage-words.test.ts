import { expect, it } from 'vitest'
import { chaptersOf } from './stage-words.ts'

it('shows four chapters, and calls the second one Meet in a review', () => {
  const labels = chaptersOf('incident-review', 'meeting').map((one) => `${one.label} ${one.state}`)
  expect(labels).toEqual(['Prepare done', 'Meet now', 'Learn ahead', 'Share ahead'])
  expect(chaptersOf('chaos-day', 'sketch')[1]?.label).toBe('Run')
})

it('gives each chapter its own finer stages', () => {
  const [prepare, run] = chaptersOf('chaos-day', 'plan')
  expect(prepare?.stages).toEqual(['plan', 'sketch', 'brainstorm', 'prepare', 'brief'])
  expect(run?.stages).toEqual(['run', 'close'])
})

it('has none for a blank board', () => {
  expect(chaptersOf('blank', null)).toEqual([])
})
