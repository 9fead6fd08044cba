import { expect, test } from 'vitest'
import type { Mark } from '../drawing.ts'
import { THEMES } from '../themes.ts'
import { type PaintContext, Painter } from './paint-drawing.ts'

/** Writes down what is painted. */
function recorder(): { context: PaintContext<string>; said: string[]; depth: () => number } {
  const said: string[] = []
  let depth = 0
  const context: PaintContext<string> = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    lineCap: 'butt',
    lineJoin: 'miter',
    globalAlpha: 1,
    font: '',
    textAlign: 'start',
    save: () => {
      depth += 1
    },
    restore: () => {
      depth -= 1
    },
    translate: (x, y) => said.push(`to ${x} ${y}`),
    rotate: () => undefined,
    scale: (x) => said.push(`by ${x.toFixed(3)}`),
    setLineDash: (dash) => said.push(`dash ${dash.join(' ')}`),
    fill: (path) => said.push(`fill ${path} ${context.fillStyle} ${context.globalAlpha}`),
    stroke: (path) => said.push(`stroke ${path} ${context.strokeStyle} ${context.lineWidth}`),
    fillText: (text, x, y) => said.push(`text ${text} ${x} ${y} ${context.fillStyle} ${context.font}`),
    strokeText: (text) => said.push(`halo ${text} ${context.strokeStyle} ${context.lineWidth}`),
  }
  return { context, said, depth: () => depth }
}

const MARKS: Mark[] = [
  { mark: 'path', d: 'M0 0H9', fill: 'sheet', stroke: 'line', width: 2, dash: [5, 4], opacity: 0.5 },
  { mark: 'icon', name: 'check', x: 1, y: 2, size: 12, stroke: 'ink', turn: { degrees: 2, x: 0, y: 0 } },
  {
    mark: 'text',
    x: 3,
    y: 4,
    text: 'hid',
    font: { family: 'serif', size: 12, weight: 500, italic: true },
    fill: 'ink-2',
    halo: 'paper',
  },
]

test('marks are painted in order, with their colours, and leave the context as it was', () => {
  const { context, said, depth } = recorder()
  new Painter<string>((d) => `[${d}]`).paint(context, { marks: MARKS }, THEMES.light)
  expect(said).toEqual([
    'fill [M0 0H9] #FFFFFF 0.5',
    'dash 5 4',
    'stroke [M0 0H9] #E6E2D8 2',
    'dash ',
    'to 0 0',
    'to 0 0',
    'to 1 2',
    'by 0.500',
    'stroke [M20 6 9 17l-5-5] #22252A 1.75',
    // the serif in the letters meant for 18 units
    'to 3 4',
    'by 0.667',
    'halo hid #FAF9F6 7.5',
    'text hid 0 0 #4C5058 italic 500 18px Newsreader, Georgia, serif',
  ])
  expect(depth()).toBe(0)
  expect(context.globalAlpha).toBe(1)
})

test('a path is made once for a mark, an icon once for all', () => {
  let made = 0
  const painter = new Painter<string>(() => {
    made += 1
    return 'a path'
  })
  const { context } = recorder()
  for (let i = 0; i < 3; i += 1) painter.paint(context, { marks: MARKS }, THEMES.dark)
  expect(made).toBe(2)
})
