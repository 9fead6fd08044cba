import type { ImageItem } from '@second-story/board'
import type { Box, Font, Mark, Words } from '../drawing.ts'
import { baseline, round } from '../text/lines.ts'
import { wrap } from '../text/wrap.ts'
import { roundedRect } from './paths.ts'
import type { Shape } from './shape.ts'
import { onlyYou } from './tags.ts'

const WORDS: Font = { family: 'sans', size: 12, weight: 400 }
const LINE = 16
const MOST_LINES = 3
const PAD = 12
const ICON = 20
/** The longer side of a picture that nobody has sized. */
const USUAL_SIDE = 320

/** A picture as it was brought, whole: a box of another shape shows it with room beside it. */
export const image: Shape<ImageItem> = {
  fit({ naturalWidth, naturalHeight }) {
    if (naturalWidth === 0 || naturalHeight === 0) return { w: USUAL_SIDE, h: 240 }
    const scale = Math.min(1, USUAL_SIDE / Math.max(naturalWidth, naturalHeight))
    return {
      w: Math.max(24, Math.round(naturalWidth * scale)),
      h: Math.max(16, Math.round(naturalHeight * scale)),
    }
  },
  least: () => 16,
  draw(item, { w, h }) {
    const inner = innerBox(item, w, h)
    const outline = roundedRect(inner.x, inner.y, inner.w, inner.h, 2)
    const marks: Mark[] = [
      { mark: 'image', picture: item.picture, ...inner, instead: placeholder(item, inner) },
      { mark: 'path', d: outline, stroke: 'line', width: 1 },
    ]
    if (item.layer === 'own') marks.push(...onlyYou(w, h))
    // said in the list, and to who cannot see it; on the map only while it is written
    const words: Words = {
      x: 0,
      y: h + 6,
      w: Math.max(120, w),
      h: LINE,
      font: WORDS,
      lineHeight: LINE,
      maxLines: MOST_LINES,
      align: 'start',
      fill: 'ink-2',
    }
    return { w, h, marks, words, outline: roundedRect(0, 0, w, h, 2) }
  },
}

/** Where the picture lies in its box: as large as fits, in the middle. */
function innerBox({ naturalWidth, naturalHeight }: ImageItem, w: number, h: number): Box {
  if (naturalWidth === 0 || naturalHeight === 0) return { x: 0, y: 0, w, h }
  const scale = Math.min(w / naturalWidth, h / naturalHeight)
  const [width, height] = [naturalWidth * scale, naturalHeight * scale]
  // a place is stored in whole units: a hair's breadth is no other shape
  if (w - width < 1 && h - height < 1) return { x: 0, y: 0, w, h }
  return { x: round((w - width) / 2), y: round((h - height) / 2), w: round(width), h: round(height) }
}

/** What stands there while the picture is on its way, or where it is gone: what it shows, in words. */
function placeholder(item: ImageItem, { x, y, w, h }: Box): Mark[] {
  const ground: Mark = { mark: 'path', d: roundedRect(x, y, w, h, 2), fill: 'well' }
  if (w < 56 || h < 40) return [ground]
  const lines = wrap(item.name.trim() || 'A picture', WORDS, Math.max(24, w - 2 * PAD), MOST_LINES)
  const fitting = lines.slice(0, Math.max(0, Math.floor((h - ICON - 3 * PAD) / LINE)))
  const height = ICON + (fitting.length === 0 ? 0 : PAD / 2 + fitting.length * LINE)
  const top = y + (h - height) / 2
  return [
    ground,
    {
      mark: 'icon',
      name: 'image',
      x: round(x + w / 2 - ICON / 2),
      y: round(top),
      size: ICON,
      stroke: 'ink-3',
    },
    ...fitting.map(
      (text, at): Mark => ({
        mark: 'text',
        x: round(x + w / 2),
        y: baseline(top + ICON + PAD / 2 + at * LINE, LINE, WORDS),
        text,
        font: WORDS,
        fill: 'ink-3',
        anchor: 'middle',
      }),
    ),
  ]
}
