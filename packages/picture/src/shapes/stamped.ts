import { type BoardSnapshot, dotsOn, type Item, type Mark as ItemMark, marksOf } from '@second-story/board'
import type { Drawing, Mark } from '../drawing.ts'
import { baseline, round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { roundedRect } from './paths.ts'
import { stamps, type Tag } from './tags.ts'

export const MARK_TAGS: Readonly<Record<ItemMark, Tag>> = {
  surprise: { icon: 'sparkle', words: 'surprise' },
  luck: { icon: 'clover', words: 'luck' },
  'went-well': { icon: 'check', words: 'went well' },
  'still-there': { icon: 'repeat', words: 'still there' },
  'normal-work': { icon: 'footprints', words: 'normal work' },
}

/** What hangs over the corners of anything, whatever its type: its stamps, and the dots of a vote that is over. */
export function stamped(drawing: Drawing, item: Item, board: BoardSnapshot): Drawing {
  const tags = stampsOf(item)
  const dots = dotsOn(board.conduct, item.id)
  if (tags.length === 0 && dots === 0) return drawing
  return {
    ...drawing,
    marks: [...drawing.marks, ...stamps(tags, drawing.w), ...dotRow(dots, drawing.h)],
  }
}

/** Its own marks, after what its type says by itself: a lock on what is off limits; a `risk` is still there. */
function stampsOf(item: Item): Tag[] {
  const marks = [...marksOf(item)]
  if (item.type === 'factor' && item.kind === 'risk' && !marks.includes('still-there'))
    marks.push('still-there')
  const tags = marks.map((mark) => MARK_TAGS[mark])
  return item.type === 'component' && item.offLimits ? [{ icon: 'lock', words: 'off limits' }, ...tags] : tags
}

const NUMBER = { family: 'sans', size: 10.5, weight: 600 } as const
const HEIGHT = 17
const DOT = 6
const GAP = 3
/** More are said by the number alone: a long row would shout. */
const MOST_DRAWN = 5

/** A row of dots and their number over the bottom left corner. */
function dotRow(count: number, h: number): Mark[] {
  if (count === 0) return []
  const drawn = Math.min(count, MOST_DRAWN)
  const words = String(count)
  const row = drawn * (DOT + GAP)
  // beside the corner itself, where a hand takes hold of it
  const [x, y] = [8, h - 9]
  const width = 6 + row + 2 + measure(words, NUMBER) + 6
  const circle = (at: number): string => {
    const [left, middle, r] = [round(x + 6 + at * (DOT + GAP)), round(y + HEIGHT / 2), DOT / 2]
    return `M${left} ${middle}A${r} ${r} 0 0 1 ${left + DOT} ${middle}A${r} ${r} 0 0 1 ${left} ${middle}Z`
  }
  return [
    {
      mark: 'path',
      d: roundedRect(x, y, width, HEIGHT, HEIGHT / 2),
      fill: 'sheet',
      stroke: 'line-strong',
      width: 1,
    },
    { mark: 'path', d: Array.from({ length: drawn }, (_, at) => circle(at)).join(''), fill: 'ink' },
    {
      mark: 'text',
      x: round(x + 6 + row + 2),
      y: baseline(y, HEIGHT, NUMBER),
      text: words,
      font: NUMBER,
      fill: 'ink',
    },
  ]
}
