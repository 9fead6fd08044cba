import { boxOfPoints, type Stroke, type StrokeId } from '@second-story/board'
import { expect, test } from 'vitest'
import { contains } from '../geometry/box.ts'
import { InkScene } from './ink-scene.ts'

function stroke(id: string, points: readonly number[], more: Partial<Stroke> = {}): Stroke {
  const usual = { layer: 'common', kind: 'pen', colour: 'ink', width: 'fine', pressures: null } as const
  return { id: id as StrokeId, ...usual, points, box: boxOfPoints(points), ...more }
}

function scene(...strokes: readonly Stroke[]): InkScene {
  const made = new InkScene()
  made.take(new Map(strokes.map((one) => [one.id, one])))
  return made
}

const bend = stroke('bend', [0, 0, 100, 0, 100, 100])
const dot = stroke('dot', [300, 300])
const marked = stroke('marked', [0, 50, 60, 50], { kind: 'highlighter' })

test('a line is found along all of it, a dot where it is, and nothing in the hollow of a bend', () => {
  const ink = scene(bend, dot, marked)
  expect(ink.at({ x: 50, y: 3 }, 4, 'pen')).toBe('bend')
  expect(ink.at({ x: 102, y: 70 }, 4, 'pen')).toBe('bend')
  expect(ink.at({ x: 50, y: 50 }, 4, 'pen')).toBeNull()
  expect(ink.at({ x: 302, y: 301 }, 4, 'pen')).toBe('dot')
  expect(ink.at({ x: 30, y: 50 }, 0, 'highlighter')).toBe('marked')
})

test('an eraser that moves fast takes what lies between two places where it was heard of', () => {
  const ink = scene(bend, dot, marked)
  expect(ink.crossed({ x: 50, y: -80 }, { x: 50, y: 80 }, 2)).toEqual(['bend', 'marked'])
  expect(ink.crossed({ x: 250, y: 300 }, { x: 400, y: 301 }, 2)).toEqual(['dot'])
  expect(ink.crossed({ x: 200, y: 0 }, { x: 200, y: 400 }, 2)).toEqual([])
})

test('a frame pulled open takes what has a point in it; what lies whole in a box goes along with it', () => {
  const ink = scene(bend, dot, marked)
  const area = { x: 90, y: 90, w: 300, h: 300 }
  expect(ink.touching(area, (point) => contains(area, point))).toEqual(['bend', 'dot'])
  expect(ink.inside({ x: -1, y: -1, w: 110, h: 110 })).toEqual(['bend', 'marked'])
  expect(ink.inside({ x: -1, y: 40, w: 110, h: 30 })).toEqual(['marked'])
})

test('the same strokes are not taken over twice', () => {
  const strokes = new Map([[bend.id, bend]])
  const ink = new InkScene()
  expect(ink.take(strokes)).toBe(true)
  expect(ink.take(strokes)).toBe(false)
})
