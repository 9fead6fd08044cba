import { expect, it } from 'vitest'
import { snapBox } from './snap.ts'
import { gapsOf, spacingPulls } from './spacing.ts'

const at = (x: number, y = 0) => ({ x, y, w: 100, h: 50 })

it('finds the middle between two', () => {
  expect(spacingPulls(at(187), [at(0), at(400)], 'x')).toContain(13)
})

it('goes on a row with the same gap, on either side', () => {
  const row = [at(0), at(140)]
  expect(spacingPulls(at(283), row, 'x')).toContain(-3)
  expect(spacingPulls(at(-139), row, 'x')).toContain(-1)
})

it('leaves out what does not stand in its row', () => {
  expect(spacingPulls(at(283), [at(0, 300), at(140, 300)], 'x')).toEqual([])
})

it('says which gaps are equal, and nothing about others', () => {
  const row = [at(0), at(140), at(600)]
  expect(gapsOf(at(280), row, 'x')).toEqual([
    { axis: 'x', at: 25, from: 100, to: 140 },
    { axis: 'x', at: 25, from: 240, to: 280 },
  ])
  expect(gapsOf(at(290), row, 'x')).toEqual([])
})

it('knows a column as well as a row', () => {
  const column = [at(0, 0), at(0, 80)]
  expect(gapsOf(at(0, 160), column, 'y').map(({ from, to }) => to - from)).toEqual([30, 30])
})

it('is part of snapping, and shown once it holds', () => {
  // of other heights, so that no edge is met
  const others = [at(3, -6), { ...at(143, 7), h: 30 }]
  const moved = snapBox({ x: 281, y: 3, w: 90, h: 41 }, others, 6)
  expect(moved.dx).toBe(2)
  expect(moved.gaps).toHaveLength(2)
})
