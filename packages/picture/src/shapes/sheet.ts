import type { Item } from '@second-story/board'
import type { Font, Mark } from '../drawing.ts'
import type { IconName } from '../icons/icons.ts'
import { baseline, round, textLines } from '../text/lines.ts'
import { wrap, wrapEvenly } from '../text/wrap.ts'
import type { Paint } from '../themes.ts'
import { roundedRect } from './paths.ts'
import type { Shape, Size } from './shape.ts'
import { onlyYou } from './tags.ts'

/** What a note, a question, an insight and the like have in common: a ground, maybe a heading, and words. */
export interface SheetLook<I> {
  readonly font: Font
  readonly lineHeight: number
  readonly ink: Paint
  readonly ground: {
    readonly fill?: Paint
    readonly stroke?: Paint
    readonly dash?: readonly number[]
  } | null
  readonly radius: number | readonly [number, number, number, number]
  readonly heading: { readonly icon: IconName; readonly paint: Paint; words(item: I): string } | null
  readonly padX: number
  readonly padY: number
  readonly size: Size
  /** lines of about the same length */
  readonly even: boolean
  /** it grows with its words up to so many lines; a larger one shows what fits on it */
  readonly lines: number
}

const HEADING: Font = { family: 'sans', size: 10.5, weight: 600 }
const HEADING_HEIGHT = 17

export function sheet<I extends Item>(
  lookOf: (item: I) => SheetLook<I>,
  textOf: (item: I) => string,
): Shape<I> {
  const linesAt = (item: I, w: number, most: number): string[] => {
    const look = lookOf(item)
    const width = Math.max(24, w - 2 * look.padX)
    return (look.even ? wrapEvenly : wrap)(textOf(item), look.font, width, most)
  }
  const head = (look: SheetLook<I>): number => (look.heading ? HEADING_HEIGHT : 0)
  const leastAt = (item: I, w: number): number => {
    const look = lookOf(item)
    return Math.ceil(2 * look.padY + head(look) + linesAt(item, w, look.lines).length * look.lineHeight)
  }
  return {
    fit: (item) => ({
      w: lookOf(item).size.w,
      h: Math.max(lookOf(item).size.h, leastAt(item, lookOf(item).size.w)),
    }),
    least: (item, w) => leastAt(item, w),
    draw(item, { w, h }) {
      const look = lookOf(item)
      const most = Math.max(look.lines, Math.floor((h - 2 * look.padY - head(look)) / look.lineHeight))
      const lines = linesAt(item, w, most)
      const top = look.padY + head(look)
      const body = roundedRect(0, 0, w, h, look.radius)
      const marks: Mark[] = []
      if (look.ground) marks.push({ mark: 'path', d: body, width: 1, ...look.ground })
      if (look.heading) {
        const { icon, paint } = look.heading
        marks.push(
          { mark: 'icon', name: icon, x: look.padX, y: look.padY, size: 12, stroke: paint },
          {
            mark: 'text',
            x: look.padX + 17,
            y: baseline(look.padY, 12, HEADING),
            text: look.heading.words(item),
            font: HEADING,
            fill: paint,
          },
        )
      }
      marks.push(...textLines(lines, { x: look.padX, top, lineHeight: look.lineHeight }, look.font, look.ink))
      if (item.layer === 'own') marks.push(...onlyYou(w, h))
      return {
        w,
        h,
        marks,
        words: {
          x: look.padX,
          y: top,
          w: Math.max(24, w - 2 * look.padX),
          h: round(lines.length * look.lineHeight),
          font: look.font,
          lineHeight: look.lineHeight,
          maxLines: most,
          align: 'start',
          fill: look.ink,
        },
        outline: body,
      }
    },
  }
}
