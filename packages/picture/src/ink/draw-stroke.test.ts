import { INK_COLOURS, packStroke, type StrokeShape, unpackStroke } from '@second-story/board'
import { seededRandom } from '@second-story/std'
import { expect, test } from 'vitest'
import { THEMES } from '../themes.ts'
import { drawStroke, INK_PAINTS, sketchStroke } from './draw-stroke.ts'

function scribble(seed: number, more: Partial<StrokeShape> = {}): StrokeShape {
  const random = seededRandom(seed)
  const points = Array.from({ length: 60 }, () => Math.round(random() * 3_000) / 10)
  return { kind: 'pen', colour: 'ink', width: 'medium', points, pressures: null, ...more }
}

test('equal strokes are drawn alike, and stored ones as they were before', () => {
  for (let seed = 0; seed < 20; seed++) {
    const stroke = scribble(seed)
    expect(drawStroke(stroke)).toEqual(drawStroke({ ...stroke }))
    expect(drawStroke(unpackStroke(packStroke(stroke)) as StrokeShape)).toEqual(drawStroke(stroke))
  }
})

test('every stroke has a path with numbers in it, a dot too', () => {
  for (const kind of ['pen', 'highlighter'] as const)
    for (const points of [[5, 5], [5, 5, 5, 5], [0, 0, 1e6, -1e6], scribble(1).points])
      for (const draw of [drawStroke, sketchStroke]) {
        const { d } = draw(scribble(1, { kind, points }))
        expect(d).toMatch(/^M/)
        expect(d).not.toMatch(/NaN|undefined|Infinity/)
      }
})

test('a hand that presses draws a broader line', () => {
  const points = Array.from({ length: 40 }, (_, i) => [i * 5, 0]).flat()
  const reach = (pressure: number): number => {
    const { d } = drawStroke(scribble(1, { points, pressures: points.slice(20, 60).map(() => pressure) }))
    const heights = [...d.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Math.abs(Number(y)))
    return Math.max(...heights)
  }
  expect(reach(0.9)).toBeGreaterThan(1.4 * reach(0.2))
})

test('no ink has the red of what went wrong, and each has a colour in light and in dark', () => {
  for (const theme of ['light', 'dark'] as const) {
    const colours = INK_COLOURS.map((name) => THEMES[theme][INK_PAINTS[name]])
    expect(new Set(colours).size).toBe(INK_COLOURS.length)
  }
})
