import { describe, expect, it } from 'vitest'
import { align, distribute } from './arrange.ts'

const boxes = [
  { x: 0, y: 0, w: 10, h: 10 },
  { x: 50, y: 7, w: 20, h: 10 },
  { x: 90, y: 20, w: 10, h: 30 },
]

describe('aligning', () => {
  it('puts left edges in a row', () => expect(align(boxes, 'left').map((b) => b.x)).toEqual([0, 0, 0]))
  it('puts right edges in a row', () => expect(align(boxes, 'right').map((b) => b.x)).toEqual([90, 80, 90]))
  it('puts middles in a row', () => expect(align(boxes, 'middle').map((b) => b.y)).toEqual([20, 20, 10]))
  it('has nothing to do for none', () => expect(align([], 'top')).toEqual([]))
})

describe('distributing', () => {
  it('makes the gaps equal and keeps the outer two', () => {
    expect(distribute(boxes, 'x').map((b) => b.x)).toEqual([0, 40, 90])
  })
  it('leaves two as they are', () => expect(distribute(boxes.slice(0, 2), 'x')).toEqual(boxes.slice(0, 2)))
})
