import type { Box, Font, Mark } from '../drawing.ts'
import { baseline, round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { fitLine } from '../text/wrap.ts'
import type { ColourBy, LegendLine } from './colour-by.ts'
import { badge, badgeWidth } from './tint.ts'

const WORDS: Font = { family: 'sans', size: 12, weight: 500 }
const HEAD: Font = { family: 'sans', size: 12, weight: 600 }
const LINE = 24
const GAP = 18
/** a picture is at least so wide when it has a legend */
const LEAST = 320
const MOST_WORDS = 220

/** What colours stand for, as a heading says it. */
export const LEGEND_HEADS: Readonly<Record<ColourBy, string>> = {
  owner: 'Looked after by',
  criticality: 'What depends on it',
  touched: 'In the story',
}

/** The legend below a picture, as wide as it: what the colours and letters mean. */
export function legendMarks(
  by: ColourBy,
  legend: readonly LegendLine[],
  under: Box,
): { box: Box; marks: Mark[] } {
  const width = Math.max(under.w, LEAST)
  const top = under.y + under.h + 28
  const head = LEGEND_HEADS[by]
  const marks: Mark[] = [
    { mark: 'text', x: under.x, y: baseline(top, LINE, HEAD), text: head, font: HEAD, fill: 'ink-2' },
  ]
  let x = under.x + measure(head, HEAD) + GAP
  let y = top
  let right = x
  for (const { tint, words } of legend) {
    const said = fitLine(words, WORDS, MOST_WORDS)
    const w = badgeWidth(tint) + 6 + measure(said, WORDS)
    if (x + w > under.x + width && x > under.x) {
      x = under.x
      y += LINE
    }
    marks.push(...badge(tint, round(x), round(y + 4)))
    marks.push({
      mark: 'text',
      x: round(x + badgeWidth(tint) + 6),
      y: baseline(y, LINE, WORDS),
      text: said,
      font: WORDS,
      fill: 'ink',
    })
    right = Math.max(right, x + w)
    x += w + GAP
  }
  return { box: { x: under.x, y: top, w: right - under.x, h: y + LINE - top }, marks }
}
