import { expect, it } from 'vitest'
import { barSpot } from './bar-spot.ts'

const map = {
  view: { zoom: 1 },
  size: () => ({ w: 1000, h: 700 }),
  toScreen: (point: { x: number; y: number }) => point,
}
const bar = { w: 120, h: 36 }

it('stands over the middle of what is selected', () => {
  expect(barSpot([{ x: 400, y: 300, w: 200, h: 60 }], map, bar)).toEqual({ x: 440, y: 246 })
})

it('stands under it at the top of the map, and within where it fills the map', () => {
  expect(barSpot([{ x: 400, y: 20, w: 200, h: 60 }], map, bar)?.y).toBe(98)
  expect(barSpot([{ x: -50, y: -50, w: 2000, h: 2000 }], map, bar)?.y).toBe(8)
})

it('never leaves the map, and is nowhere when nothing of it is in view', () => {
  expect(barSpot([{ x: 960, y: 300, w: 200, h: 60 }], map, bar)?.x).toBe(872)
  expect(barSpot([{ x: 1100, y: 300, w: 200, h: 60 }], map, bar)).toBeNull()
  expect(barSpot([null], map, bar)).toBeNull()
})
