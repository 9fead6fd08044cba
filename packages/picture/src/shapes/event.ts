import { type BoardSnapshot, sayWhen, type TimelineEvent } from '@second-story/board'
import { indexOf } from '../board-index.ts'
import type { Font, Mark } from '../drawing.ts'
import type { IconName } from '../icons/icons.ts'
import { baseline, round, textLines } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { fitLine, wrap } from '../text/wrap.ts'
import { roundedRect } from './paths.ts'
import type { Shape } from './shape.ts'
import { onlyYou } from './tags.ts'

const TIME: Font = { family: 'sans', size: 11, weight: 600, tabular: true }
const QUOTED: Font = { family: 'serif', size: 12.5, weight: 500, italic: true }
const TEXT: Font = { family: 'sans', size: 12.5, weight: 600 }
const TIME_LINE = 13.5
const LINE = 15
const LEFT = 18
const RIGHT = 16
const MOST_LINES = 3
const CLOCK = 16
const SOURCE = 22

/** A pill: when, what, and a small mark for how we know. 23:27 looks like every other event. */
export const event: Shape<TimelineEvent> = {
  fit(item, board) {
    const { time, icon } = timeOf(item, board)
    const first = CLOCK + measure(time.words, time.font) + (icon ? SOURCE : 0)
    const words = measure(item.text.trim(), TEXT)
    const w = Math.min(Math.max(Math.ceil((LEFT + Math.max(first, words) + RIGHT + 2) / 8) * 8, 120), 224)
    return { w, h: Math.max(44, leastHeight(item, w)) }
  },
  least: leastHeight,
  draw(item, { w, h }, board) {
    const { time, icon } = timeOf(item, board)
    const width = Math.max(24, w - LEFT - RIGHT)
    const said = fitLine(time.words, time.font, width - CLOCK - (icon ? SOURCE : 0))
    const lines = wrap(item.text, TEXT, width, MOST_LINES)
    const top = (h - TIME_LINE - 2 - lines.length * LINE) / 2
    const middle = top + TIME_LINE / 2
    const body = roundedRect(0, 0, w, h, 22)
    const marks: Mark[] = [
      { mark: 'path', d: body, fill: 'event', stroke: 'event-line', width: 1 },
      { mark: 'icon', name: 'clock', x: LEFT, y: round(middle - 5.5), size: 11, stroke: 'ink-3' },
      {
        mark: 'text',
        x: LEFT + CLOCK,
        y: baseline(top, TIME_LINE, time.font),
        text: said,
        font: time.font,
        fill: 'ink-3',
      },
    ]
    if (icon) {
      const x = LEFT + CLOCK + measure(said, time.font) + (time.font === QUOTED ? 11 : 8)
      marks.push({ mark: 'icon', name: icon, x: round(x), y: round(middle - 5.5), size: 11, stroke: 'ink-3' })
    }
    const textTop = top + TIME_LINE + 2
    marks.push(...textLines(lines, { x: LEFT, top: textTop, lineHeight: LINE }, TEXT, 'ink'))
    if (item.layer === 'own') marks.push(...onlyYou(w, h))
    return {
      w,
      h,
      marks,
      words: {
        x: LEFT,
        y: round(textTop),
        w: width,
        h: lines.length * LINE,
        font: TEXT,
        lineHeight: LINE,
        maxLines: MOST_LINES,
        align: 'start',
        fill: 'ink',
      },
      outline: body,
    }
  },
}

function timeOf(item: TimelineEvent, board: BoardSnapshot) {
  const { words, quoted } = sayWhen(item.when, board.conduct.zone, indexOf(board).mainDay)
  return { time: { words, font: quoted ? QUOTED : TIME }, icon: sourceIcon(item) }
}

/** A link where something can be looked up, a speech mark where people said or remember it. */
function sourceIcon(item: TimelineEvent): IconName | null {
  if (item.sources.length === 0) return null
  return item.sources.some((one) => one.kind !== 'memory' && one.kind !== 'chat') ? 'link' : 'speech'
}

function leastHeight(item: TimelineEvent, w: number): number {
  const lines = wrap(item.text, TEXT, Math.max(24, w - LEFT - RIGHT), MOST_LINES)
  return Math.ceil(TIME_LINE + 2 + lines.length * LINE + 13)
}
