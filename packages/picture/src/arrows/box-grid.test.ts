import { expect, test } from 'vitest'
import { BoxGrid } from './box-grid.ts'

test('a heap of cards on one spot costs a line no more than a busy cell', () => {
  const grid = new BoxGrid<number>()
  for (let i = 0; i < 5000; i++) grid.add(i, { x: 10, y: 10, w: 100, h: 60 })
  const line = [
    { x: 0, y: 40 },
    { x: 200, y: 40 },
  ]
  expect(grid.crossed(line, []).size).toBeLessThan(100)
})
