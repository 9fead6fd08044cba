import { describe, expect, it } from 'vitest'
import { snapBox } from './snap.ts'

describe('snapping a moving box', () => {
  const other = { x: 103, y: 200, w: 144, h: 56 }

  it('takes the grid where nothing is near', () => {
    expect(snapBox({ x: 5, y: 13, w: 10, h: 10 }, [], 6)).toEqual({ dx: 3, dy: 3, guides: [], gaps: [] })
  })

  it('prefers standing in a row with a neighbour, and says along which line', () => {
    const moved = snapBox({ x: 100, y: 20, w: 144, h: 56 }, [other], 6)
    expect(moved.dx).toBe(3)
    expect(moved.guides).toEqual([
      { axis: 'x', at: 103, from: 24, to: 256 },
      { axis: 'x', at: 247, from: 24, to: 256 },
    ])
  })

  it('meets middles as well as edges', () => {
    const moved = snapBox({ x: 160, y: 20, w: 32, h: 56 }, [other], 6)
    expect(moved.dx).toBe(-1)
    expect(moved.guides[0]?.at).toBe(175)
  })

  it('leaves a box alone without grid and without neighbours', () => {
    expect(snapBox({ x: 5, y: 13, w: 10, h: 10 }, [], 6, { grid: false })).toMatchObject({ dx: 0, dy: 0 })
  })
})
