import { type BoardSnapshot, type Item, type ItemId, partOf, type Relation } from '@second-story/board'
import type { Box, PathMark } from '../drawing.ts'
import { drawItem } from '../shapes/catalogue.ts'
import { PART_LOOKS } from '../shapes/factor.ts'
import { isGround } from '../stacking.ts'
import { measure } from '../text/measure.ts'
import type { Colour } from './svg-node.ts'

/** Above so many items a small picture is drawn as a sketch: nobody could see more of it. */
export const SKETCHED_FROM = 60
/** Above so many not even lines of words are told apart. */
const GREY_FROM = 1500
/** lines of words that are shown of one card */
const MOST_BARS = 2

type Style = Pick<PathMark, 'fill' | 'stroke' | 'width' | 'dash' | 'opacity'>

/**
 * A large board for a small picture: cards as boxes, words as lines, arrows straight, whole numbers, and one path for all that
 * look alike. Some 80 bytes an item, where the map itself takes a thousand.
 */
export function sketch(
  board: BoardSnapshot,
  items: readonly Item[],
  boxes: ReadonlyMap<ItemId, Box>,
  arrows: readonly Relation[],
  colour: Colour,
): string {
  const isGrey = items.length > GREY_FROM
  const grounds = new Pens()
  const lines = new Pens()
  const cards = new Pens()
  const words = new Pens()
  for (const { from, to } of isGrey ? [] : arrows) {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    if (a && b) lines.of({ stroke: 'arrow', width: 2 }).line(middle(a), middle(b))
  }
  for (const item of items) {
    const box = boxes.get(item.id)
    if (!box) continue
    const { marks } = drawItem(item, { board })
    const outline = marks.find((mark) => mark.mark === 'path')
    const pens = isGround(item) ? grounds : cards
    if (outline) pens.of(styleOf(item, outline)).box(box)
    const texts = isGrey ? [] : marks.filter((mark) => mark.mark === 'text').slice(0, MOST_BARS)
    for (const { x, y, text, font, anchor } of texts) {
      const width = measure(text, font)
      const left = box.x + x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
      const at = { x: left, y: box.y + y - font.size * 0.2 }
      words.of({ stroke: 'ink', width: 5, opacity: 0.25 }).line(at, { x: left + width, y: at.y })
    }
  }
  return [grounds, lines, cards, words].map((pens) => pens.write(colour)).join('')
}

function middle({ x, y, w, h }: Box): { x: number; y: number } {
  return { x: x + w / 2, y: y + h / 2 }
}

/** A factor's part is told by its colour alone here: it has no room for a band. */
function styleOf(item: Item, { fill, stroke, width, dash, opacity }: PathMark): Style {
  const drawn: Style = {
    ...(fill ? { fill } : {}),
    ...(stroke ? { stroke } : {}),
    ...(width === undefined ? {} : { width }),
    ...(dash ? { dash } : {}),
    ...(opacity === undefined ? {} : { opacity }),
  }
  return item.type === 'factor' ? { ...drawn, stroke: PART_LOOKS[partOf(item.kind)].paint, width: 4 } : drawn
}

/** One pen for each look, in the order in which they are first taken up. */
class Pens {
  readonly #pens = new Map<string, { readonly style: Style; readonly pen: Pen }>()

  of(style: Style): Pen {
    const key = JSON.stringify(style)
    const known = this.#pens.get(key)
    if (known) return known.pen
    const pen = new Pen()
    this.#pens.set(key, { style, pen })
    return pen
  }

  write(colour: Colour): string {
    return [...this.#pens.values()].map(({ style, pen }) => pen.write(style, colour)).join('')
  }
}

/** Writes a path in steps from where it stands: they are short where what is drawn lies near to what was drawn before. */
class Pen {
  #d = ''
  #x = 0
  #y = 0

  #move(x: number, y: number): void {
    this.#d += `m${x - this.#x}${signed(y - this.#y)}`
    this.#x = x
    this.#y = y
  }

  box({ x, y, w, h }: Box): void {
    this.#move(Math.round(x), Math.round(y))
    const wide = Math.round(w)
    this.#d += `h${wide}v${Math.round(h)}h${-wide}z`
  }

  line(from: { x: number; y: number }, to: { x: number; y: number }): void {
    this.#move(Math.round(from.x), Math.round(from.y))
    const [dx, dy] = [Math.round(to.x) - this.#x, Math.round(to.y) - this.#y]
    this.#d += dy === 0 ? `h${dx}` : `l${dx}${signed(dy)}`
    this.#x += dx
    this.#y += dy
  }

  write({ fill, stroke, width, dash, opacity }: Style, colour: Colour): string {
    return (
      `<path d="${this.#d}" fill="${fill ? colour(fill) : 'none'}"` +
      (stroke ? ` stroke="${colour(stroke)}" stroke-width="${width ?? 1}"` : '') +
      (dash ? ` stroke-dasharray="${dash.join(' ')}"` : '') +
      `${opacity === undefined ? '' : ` opacity="${opacity}"`}/>`
    )
  }
}

/** A minus parts two numbers by itself. */
function signed(value: number): string {
  return value < 0 ? String(value) : ` ${value}`
}
