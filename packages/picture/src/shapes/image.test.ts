import { type ImageItem, ITEM_TYPES, type Item } from '@second-story/board'
import { expect, test } from 'vitest'
import type { ImageMark } from '../drawing.ts'
import { greeked } from '../render/greek.ts'
import { type PaintContext, Painter } from '../render/paint-drawing.ts'
import { svgString } from '../render/svg-string.ts'
import { THEMES } from '../themes.ts'
import { image } from './image.ts'

const common = {
  id: 'i'.repeat(21),
  layer: 'common',
  place: null,
  round: null,
  keptBack: false,
  revealed: null,
  tags: [],
  deleted: null,
} as unknown as Omit<Item, 'type'>

function pictureOf(values: Partial<ImageItem>): ImageItem {
  const fields = Object.fromEntries(
    Object.entries(ITEM_TYPES.image.fields).map(([key, field]) => [key, field.fallback]),
  )
  return { ...common, ...fields, type: 'image', picture: 'p1', ...values } as unknown as ImageItem
}

const nothing = {} as never
const colour = (paint: string): string => paint

test('a picture keeps its shape when it is first placed, and small ones keep their size', () => {
  expect(image.fit(pictureOf({ naturalWidth: 1600, naturalHeight: 800 }), nothing)).toEqual({
    w: 320,
    h: 160,
  })
  expect(image.fit(pictureOf({ naturalWidth: 100, naturalHeight: 60 }), nothing)).toEqual({ w: 100, h: 60 })
  expect(image.fit(pictureOf({}), nothing)).toEqual({ w: 320, h: 240 })
})

test('in a box of another shape it stands whole, in the middle', () => {
  const { marks } = image.draw(
    pictureOf({ naturalWidth: 200, naturalHeight: 100 }),
    { w: 200, h: 200 },
    nothing,
  )
  expect(marks[0]).toMatchObject({ mark: 'image', picture: 'p1', x: 0, y: 50, w: 200, h: 100 })
})

test('SVG has the picture where its bytes can be had, else what it shows, escaped', () => {
  const { marks } = image.draw(pictureOf({ name: 'Disk <graph>' }), { w: 320, h: 240 }, nothing)
  const with_ = svgString(marks, colour, ({ picture }) => `data:image/png;base64,${picture}`)
  expect(with_).toContain('<image x="0" y="0" width="320" height="240"')
  expect(with_).toContain('href="data:image/png;base64,p1"')
  expect(with_).not.toContain('Disk')
  const without = svgString(marks, colour)
  expect(without).not.toContain('<image')
  expect(without).toContain('Disk &lt;graph&gt;')
})

test('a small picture of a board has a plain field for it', () => {
  const { marks } = image.draw(pictureOf({ name: 'words' }), { w: 320, h: 240 }, nothing)
  const small = svgString(greeked(marks), colour, () => 'data:x')
  expect(small).not.toContain('<image')
  expect(small).toContain('well-strong')
})

test('a canvas draws the bitmap it is given, and says how many pixels it takes', () => {
  const drawn: unknown[] = []
  const context = {
    getTransform: () => ({ a: 2 }),
    drawImage: (...told: unknown[]) => drawn.push(told),
    fill: () => drawn.push('fill'),
    stroke: () => undefined,
    save: () => undefined,
    restore: () => undefined,
    setLineDash: () => undefined,
  } as unknown as PaintContext<string>
  const [mark] = image.draw(pictureOf({}), { w: 320, h: 240 }, nothing).marks as [ImageMark]
  const painter = new Painter<string>((d) => d)
  painter.paint(context, { marks: [mark] }, THEMES.light, (_, pixels) => `bitmap ${pixels}`)
  expect(drawn).toEqual([['bitmap 640', 0, 0, 320, 240]])
  drawn.length = 0
  painter.paint(
    context,
    { marks: [{ ...mark, instead: mark.instead.slice(0, 1) }] },
    THEMES.light,
    () => null,
  )
  expect(drawn).toEqual(['fill'])
})
