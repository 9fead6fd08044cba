import type { IconMark, Mark, PathMark, TextMark, Turn } from '../drawing.ts'
import type { IconName } from '../icons/icons.ts'
import { baseline, round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { fitLine } from '../text/wrap.ts'
import { roundedRect } from './paths.ts'

const STAMP = { family: 'sans', size: 10.5, weight: 600 } as const
const CHIP = { family: 'sans', size: 10.5, weight: 500 } as const

export interface Tag {
  readonly icon: IconName
  readonly words: string
}

const STAMP_HEIGHT = 19
const stampWidth = (tag: Tag): number => 5 + 11 + 3 + measure(tag.words, STAMP) + 6

/** Stamps hang over the top right corner, the first one outermost, never over text. */
export function stamps(tags: readonly Tag[], w: number): Mark[] {
  const marks: Mark[] = []
  let right = w + 7
  tags.forEach((tag, row) => {
    const width = stampWidth(tag)
    const x = right - width
    marks.push(...stamp(tag, x, -12, row % 2 === 0 ? 1.5 : -1))
    right = x - 4
  })
  return marks
}

/** One stamp, its top left corner at x, y. */
export function stamp(tag: Tag, x: number, y: number, degrees: number): Mark[] {
  const width = stampWidth(tag)
  const turn: { turn?: Turn } =
    degrees === 0 ? {} : { turn: { degrees, x: round(x + width / 2), y: round(y + STAMP_HEIGHT / 2) } }
  const ground: PathMark = {
    mark: 'path',
    d: roundedRect(x, y, width, STAMP_HEIGHT, 5),
    fill: 'sheet',
    stroke: 'line-strong',
    width: 1,
    ...turn,
  }
  const icon: IconMark = {
    mark: 'icon',
    name: tag.icon,
    x: round(x + 5),
    y: y + 4,
    size: 11,
    stroke: 'ink',
    ...turn,
  }
  const words: TextMark = {
    mark: 'text',
    x: round(x + 19),
    y: baseline(y, STAMP_HEIGHT, STAMP),
    text: tag.words,
    font: STAMP,
    fill: 'ink',
    ...turn,
  }
  return [ground, icon, words]
}

/** "only you": dashed, over the bottom right corner. */
export function onlyYou(w: number, h: number): Mark[] {
  const tag: Tag = { icon: 'eye', words: 'only you' }
  const width = stampWidth(tag)
  const x = w - width + 5
  const [ground, ...rest] = stamp(tag, x, h - 11, 0)
  return ground?.mark === 'path' ? [{ ...ground, dash: [3, 2.5] }, ...rest] : []
}

const CHIP_HEIGHT = 16
const CHIP_GAP = 3
const ROW_GAP = 4
const MOST_ROWS = 2

export interface Chips {
  readonly h: number
  marks(x: number, y: number): Mark[]
}

/** Small chips in at most two rows; what does not fit is said as "+2". */
export function chips(tags: readonly Tag[], width: number): Chips {
  const rows: { tag: Tag | null; words: string; w: number }[][] = []
  let row: (typeof rows)[number] = []
  let used = 0
  tags.forEach((tag, at) => {
    const words = fitLine(tag.words, CHIP, width - 22)
    const w = 4 + 10 + 3 + measure(words, CHIP) + 5
    const last = rows.length === MOST_ROWS - 1 && at < tags.length - 1
    if (row.length > 0 && used + w + (last ? 28 : 0) > width) {
      rows.push(row)
      row = []
      used = 0
    }
    row.push({ tag, words, w })
    used += w + CHIP_GAP
  })
  if (row.length > 0) rows.push(row)
  const shown = rows.slice(0, MOST_ROWS)
  const left = tags.length - shown.reduce((sum, one) => sum + one.length, 0)
  const more = `+${left}`
  if (left > 0) shown.at(-1)?.push({ tag: null, words: more, w: measure(more, CHIP) + 9 })
  return {
    h: shown.length === 0 ? 0 : shown.length * (CHIP_HEIGHT + ROW_GAP) - ROW_GAP,
    marks: (x, y) =>
      shown.flatMap((one, at) => {
        let left = x
        return one.flatMap((entry) => {
          const marks = chip(entry.tag, entry.words, entry.w, left, y + at * (CHIP_HEIGHT + ROW_GAP))
          left += entry.w + CHIP_GAP
          return marks
        })
      }),
  }
}

function chip(tag: Tag | null, words: string, w: number, x: number, y: number): Mark[] {
  const ground: Mark = { mark: 'path', d: roundedRect(x, y, w, CHIP_HEIGHT, 4), fill: 'well' }
  const text: Mark = {
    mark: 'text',
    x: round(x + (tag ? 17 : 4)),
    y: baseline(y, CHIP_HEIGHT, CHIP),
    text: words,
    font: CHIP,
    fill: 'ink-2',
  }
  if (!tag) return [ground, text]
  return [
    ground,
    { mark: 'icon', name: tag.icon, x: round(x + 4), y: round(y + 3), size: 10, stroke: 'ink-2' },
    text,
  ]
}
