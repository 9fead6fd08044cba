import { expect, it } from 'vitest'
import { viewOf, viewShowing, zoomAbout } from './look-at.ts'

const size = { w: 1000, h: 800 }
const none = { top: 0, right: 0, bottom: 0, left: 0 }

it('shows all of a box in the middle, never closer than asked', () => {
  expect(viewOf({ x: 0, y: 0, w: 100, h: 100 }, size, none)).toEqual({ x: 450, y: 350, zoom: 1 })
  expect(viewOf({ x: 0, y: 0, w: 2000, h: 100 }, size, none).zoom).toBe(0.5)
})

it('keeps the point under the pointer while zooming', () => {
  const view = zoomAbout({ x: 10, y: 20, zoom: 1 }, { x: 110, y: 120 }, 2)
  expect(view).toEqual({ x: -90, y: -80, zoom: 2 })
})

it('moves only as far as needed', () => {
  const view = { x: 0, y: 0, zoom: 1 }
  expect(viewShowing({ x: 200, y: 200, w: 100, h: 100 }, view, size)).toBeNull()
  expect(viewShowing({ x: 980, y: 200, w: 100, h: 100 }, view, size)).toEqual({ x: -128, y: 0, zoom: 1 })
  expect(viewShowing({ x: 0, y: -500, w: 5000, h: 10 }, view, size)?.x).toBe(-2000)
})
