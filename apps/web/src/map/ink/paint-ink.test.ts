import { boxOfPoints, INK_COLOURS, INK_WIDTHS, type Stroke, type StrokeId } from '@second-story/board'
import { THEMES } from '@second-story/picture'
import { beforeAll, expect, test } from 'vitest'
import { type InkFrame, paintInk } from './paint-ink.ts'

const MANY = 5_000
const none: ReadonlySet<StrokeId> = new Set()
let made = 0

beforeAll(() => {
  globalThis.Path2D ??= class {
    constructor() {
      made++
    }
  } as unknown as typeof Path2D
})

/** Rows of short lines, 60 units apart. */
function board(): Stroke[] {
  return Array.from({ length: MANY }, (_, n) => {
    const [x, y] = [(n % 70) * 60, Math.floor(n / 70) * 60]
    const points = Array.from({ length: 20 }, (_, i) => [x + i * 2, y + (i % 3)]).flat()
    return {
      id: `s${n}` as StrokeId,
      layer: 'common',
      kind: 'pen',
      colour: INK_COLOURS[n % INK_COLOURS.length] ?? 'ink',
      width: INK_WIDTHS[n % INK_WIDTHS.length] ?? 'fine',
      points,
      pressures: null,
      box: boxOfPoints(points),
    }
  })
}

function painting(zoom: number, side: number): { frame: InkFrame; count: () => number } {
  let calls = 0
  const draws = new Set<PropertyKey>(['fill', 'stroke'])
  const context = new Proxy({} as Record<PropertyKey, unknown>, {
    get: (target, key) =>
      key in target
        ? target[key]
        : () => {
            if (draws.has(key)) calls++
          },
    set: (target, key, value) => {
      target[key] = value
      return true
    },
  }) as unknown as CanvasRenderingContext2D
  const area = { x: 0, y: 0, w: side, h: side }
  return { frame: { context, area, zoom, theme: THEMES.light }, count: () => calls }
}

test('from far away thousands of lines are as many strokes of the brush as there are colours and widths', () => {
  const { frame, count } = painting(0.2, 10_000)
  expect(paintInk(frame, 'pen', { list: board(), held: none, fading: none })).toBe(false)
  expect(count()).toBeLessThanOrEqual(INK_COLOURS.length * INK_WIDTHS.length)
})

test('near by only what is in view is painted, and each path is made once', () => {
  const list = board()
  const { frame, count } = painting(1, 600)
  expect(paintInk(frame, 'pen', { list, held: none, fading: none })).toBe(false)
  const [painted, paths] = [count(), made]
  expect(painted).toBeGreaterThan(80)
  expect(painted).toBeLessThan(150)
  paintInk(frame, 'pen', { list, held: none, fading: none })
  expect(count()).toBe(2 * painted)
  expect(made).toBe(paths)
})

test('a view full of lines never seen before is sketched at once and made whole in the frames after', () => {
  const list = board()
  const { frame } = painting(0.5, 10_000)
  let frames = 1
  while (paintInk(frame, 'pen', { list, held: none, fading: none })) frames++
  expect(frames).toBeGreaterThan(2)
  expect(frames).toBeLessThanOrEqual(MANY / 200 + 1)
})

test('what a hand carries is left out', () => {
  const list = board().slice(0, 3)
  const { frame, count } = painting(1, 600)
  paintInk(frame, 'pen', { list, held: new Set(list.map(({ id }) => id)), fading: none })
  expect(count()).toBe(0)
})
