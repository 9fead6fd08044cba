import {
  ARROW_LOOKS,
  type BoardSnapshot,
  type Item,
  type ItemId,
  type Relation,
  type Stroke,
} from '@second-story/board'
import { escapeMarkup } from '@second-story/std'
import { AREA_TITLE_FONT, type Area, areasOf, areaTitles, around } from './areas.ts'
import { drawArrow } from './arrows/draw-arrow.ts'
import { arrowPorts } from './arrows/ports.ts'
import { type ColourBy, colourBy } from './colouring/colour-by.ts'
import { legendMarks } from './colouring/legend.ts'
import { commentMarks } from './comments/comment-marks.ts'
import type { Box, Mark } from './drawing.ts'
import { drawStroke, sketchStroke } from './ink/draw-stroke.ts'
import { inkBox, shownStrokes } from './ink/shown-strokes.ts'
import { partName, partOfBoard } from './part.ts'
import { greeked } from './render/greek.ts'
import { SKETCHED_FROM, sketch } from './render/sketch.ts'
import type { Colour, ImageAt } from './render/svg-node.ts'
import { svgString } from './render/svg-string.ts'
import { drawItem, itemBox } from './shapes/catalogue.ts'
import { isGround, stacked } from './stacking.ts'
import { baseline, round } from './text/lines.ts'
import { measure } from './text/measure.ts'
import { type Paint, THEMES, type ThemeName } from './themes.ts'

export interface PictureOptions {
  readonly area?: Area | 'all'
  /** only these things and what lies in them, as of a frame alone; ids that are not there count for nothing */
  readonly part?: readonly ItemId[] | undefined
  readonly theme?: ThemeName
  /** its own ground, so that it survives a page of another colour; true unless told */
  readonly background?: boolean
  /** "Our system", "How it came about"; true unless told */
  readonly titles?: boolean
  /** for a small preview: bars for words, no icons, no titles; a large board as a sketch of boxes and lines */
  readonly thumb?: boolean
  /** leaves items out, as a record does with events that people left out of it */
  readonly without?: (item: Item) => boolean
  /** leaves arrows out, by their kind */
  readonly withoutArrow?: (relation: Relation) => boolean
  /** components in the colours of their groups, with a legend below */
  readonly colour?: ColourBy | undefined
  /** start-up order and the like as well */
  readonly quiet?: boolean
  /** what people said beside the board: numbered pins, and a list below; false unless told */
  readonly comments?: boolean
  /** `@font-face` rules to carry inside (from this package's `./fonts`); without them the viewer's fonts serve */
  readonly fontFaces?: string
  /** the pictures on it: without it, or where it has none, stands what a picture shows, in words */
  readonly imageAt?: ImageAt
}

const MARGIN = 28
const NOTHING_DRAWN: Box = { x: 0, y: 0, w: 320, h: 100 }

/**
 * A board as SVG: what is common, nothing private. Equal boards give equal bytes, whatever order their items came
 * in. No script, no link, nothing fetched.
 */
export function boardPicture(board: BoardSnapshot, options: PictureOptions = {}): string {
  const { area = 'all', theme = 'light', background = true } = options
  const items = shownItems(board, options)
  const colours = THEMES[theme]
  const colour = (paint: Paint): string => colours[paint]
  const isSketch = options.thumb === true && items.length >= SKETCHED_FROM
  const { box, body } = isSketch
    ? sketchOf(board, items, options, colour)
    : bodyOf(sceneOf(board, items, options), options, colour)
  const ground = background
    ? `<rect x="${box.x}" y="${box.y}" width="${box.w}" height="${box.h}" fill="${colours.paper}"/>`
    : ''
  const title = escapeMarkup(pictureTitle(board, area, options.part))
  const style = options.fontFaces ? `<style>${options.fontFaces}</style>` : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${box.w}" height="${box.h}" ` +
    `viewBox="${box.x} ${box.y} ${box.w} ${box.h}" role="img"><title>${title}</title>${style}${ground}${body}</svg>`
  )
}

/** What a picture is painted from, lowest first, and the box that it covers: for renderers other than SVG. */
export interface Scene {
  readonly box: Box
  readonly layers: readonly Layer[]
}

/** The same as `boardPicture` paints. */
export function boardScene(board: BoardSnapshot, options: PictureOptions = {}): Scene {
  return sceneOf(board, shownItems(board, options), options)
}

function shownItems(board: BoardSnapshot, { area = 'all', part, without }: PictureOptions): Item[] {
  const chosen = part && partOfBoard(board, part)
  return placedItems(board, area).filter((item) => !without?.(item) && (!chosen || chosen.has(item.id)))
}

interface Body {
  readonly box: Box
  readonly body: string
}

function bodyOf({ box, layers }: Scene, { thumb, imageAt }: PictureOptions, colour: Colour): Body {
  const body = layers
    .map(({ x, y, marks }) => {
      const inside = svgString(thumb ? greeked(marks) : marks, colour, imageAt)
      return x === 0 && y === 0 ? inside : `<g transform="translate(${x} ${y})">${inside}</g>`
    })
    .join('')
  return { box, body }
}

function sketchOf(
  board: BoardSnapshot,
  items: readonly Item[],
  options: PictureOptions,
  colour: Colour,
): Body {
  const boxes = new Map<ItemId, Box>(items.map((item) => [item.id, itemBox(item, board)]))
  const arrows = [...board.relations.values()]
    .filter((relation) => isArrow(relation, options.quiet ?? false))
    .sort(byId)
  return {
    box: withMargin(around([...boxes.values()]) ?? NOTHING_DRAWN),
    body: sketch(board, items, boxes, arrows, colour),
  }
}

/** Marks, and where they are painted. */
export interface Layer {
  readonly x: number
  readonly y: number
  readonly marks: readonly Mark[]
}

/** Boundaries and frames lie lowest, then what was marked, then arrows, then cards with their stamps, then what was drawn by hand. */
function sceneOf(board: BoardSnapshot, items: readonly Item[], options: PictureOptions): Scene {
  const boxes = new Map<ItemId, Box>(items.map((item) => [item.id, itemBox(item, board)]))
  const covered: Box[] = items.map((item) => grown(boxes.get(item.id) ?? itemBox(item, board), item))
  const layerOf = (item: Item): Layer => {
    const { x, y } = boxes.get(item.id) ?? itemBox(item, board)
    return {
      x: round(x),
      y: round(y),
      marks: drawItem(item, { board, tint: colours?.tints.get(item.id) }).marks,
    }
  }
  const shown = (relation: Relation): boolean =>
    boxes.has(relation.from) &&
    boxes.has(relation.to) &&
    isArrow(relation, options.quiet ?? false) &&
    !options.withoutArrow?.(relation)
  const colours = options.colour && colourBy(board, options.colour)
  const ports = arrowPorts(board, { shown })
  const arrows = [...board.relations.values()]
    .filter(shown)
    .sort(byId)
    .flatMap((relation) => {
      const from = boxes.get(relation.from)
      const to = boxes.get(relation.to)
      if (!from || !to) return []
      const arrow = drawArrow(relation, from, to, { board, ports: ports.get(relation.id) })
      covered.push(arrow.box)
      return arrow
    })
  const isWhole = (options.area ?? 'all') === 'all' && !options.part
  const strokes = shownStrokes(board, isWhole ? 'all' : around(covered))
  covered.push(...strokes.map(inkBox))
  const inks = (kind: Stroke['kind']): Mark[] =>
    strokes
      .filter((stroke) => stroke.kind === kind)
      .map((stroke) => (options.thumb ? sketchStroke(stroke) : drawStroke(stroke)))
  const words = options.thumb ? [] : titlesOf(board, options, items.length + strokes.length === 0)
  for (const mark of words) {
    if (mark.mark !== 'text') continue
    covered.push({
      x: mark.x,
      y: mark.y - mark.font.size,
      w: measure(mark.text, mark.font),
      h: mark.font.size,
    })
  }
  const drawn = around(covered) ?? NOTHING_DRAWN
  const legend =
    options.colour && colours && colours.legend.length > 0 && !options.thumb
      ? legendMarks(options.colour, colours.legend, drawn)
      : null
  const below = legend ? (around([drawn, legend.box]) ?? drawn) : drawn
  const talk = options.comments && !options.thumb ? commentMarks(board, boxes, below, isWhole) : null
  const box = talk?.box ?? below
  const layers: Layer[] = [
    ...items.filter(isGround).map(layerOf),
    { x: 0, y: 0, marks: inks('highlighter') },
    // words over all lines, so that no other arrow strikes them through
    { x: 0, y: 0, marks: arrows.flatMap(({ lines }) => lines) },
    { x: 0, y: 0, marks: arrows.flatMap(({ words }) => words) },
    ...items.filter((item) => !isGround(item)).map(layerOf),
    { x: 0, y: 0, marks: inks('pen') },
    { x: 0, y: 0, marks: words },
    ...(legend ? [{ x: 0, y: 0, marks: legend.marks }] : []),
    ...(talk ? [{ x: 0, y: 0, marks: talk.marks }] : []),
  ]
  return { layers, box: withMargin(box) }
}

function withMargin(box: Box): Box {
  const x = Math.floor(box.x - MARGIN)
  const y = Math.floor(box.y - MARGIN)
  return { x, y, w: Math.ceil(box.x + box.w + MARGIN) - x, h: Math.ceil(box.y + box.h + MARGIN) - y }
}

function isArrow(relation: Relation, quiet: boolean): boolean {
  const look = ARROW_LOOKS[relation.kind]
  return !look.chip && (quiet || !look.quiet) && relation.layer === 'common'
}

function placedItems(board: BoardSnapshot, area: Area | 'all'): Item[] {
  const out: Item[] = []
  for (const [id, its] of areasOf(board)) {
    const item = board.items.get(id)
    if (item && (area === 'all' || its === area)) out.push(item)
  }
  return stacked(out)
}

/** Room for what hangs over the edges: stamps, labels, tabs. */
function grown(box: Box, item: Item): Box {
  const above = item.type === 'frame' ? 22 : 12
  return { x: box.x, y: box.y - above, w: box.w + 7, h: box.h + above + (item.layer === 'own' ? 8 : 0) }
}

function titlesOf(board: BoardSnapshot, options: PictureOptions, empty: boolean): Mark[] {
  if (empty) {
    const font = { family: 'serif', size: 16, weight: 400, italic: true } as const
    return [
      {
        mark: 'text',
        x: 0,
        y: baseline(0, 44, font),
        text: 'Nothing drawn yet, and that is fine.',
        font,
        fill: 'ink-3',
      },
    ]
  }
  if (options.titles === false || options.part) return []
  return areaTitles(board, options.area ?? 'all').map(({ x, y, text }) => ({
    mark: 'text',
    x,
    y,
    text,
    font: AREA_TITLE_FONT,
    fill: 'ink',
  }))
}

function pictureTitle(board: BoardSnapshot, area: Area | 'all', part?: readonly ItemId[]): string {
  const title = board.conduct.title || 'A board'
  if (part) return `${title}: ${partName(board, part)}`
  if (area === 'all') return title
  return area === 'system' ? `${title}: our system` : `${title}: how it came about`
}

function byId(a: Relation, b: Relation): number {
  return compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
