import {
  aboutInWords,
  type BoardSnapshot,
  type ItemId,
  type NumberedThread,
  numberedThreads,
} from '@second-story/board'
import { around } from '../areas.ts'
import type { Box, Font, Mark } from '../drawing.ts'
import { baseline, round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { wrap } from '../text/wrap.ts'

const HEAD: Font = { family: 'serif', size: 17, weight: 500 }
const NUMBER: Font = { family: 'sans', size: 11, weight: 600, tabular: true }
const ABOUT: Font = { family: 'sans', size: 11, weight: 500 }
const WORDS: Font = { family: 'sans', size: 12.5, weight: 400 }
const LINE = 18
const PIN = 22
/** between the numbers of the list and its words */
const INDENT = 32
const NARROW = 320
const WIDE = 760
/** lines of one comment: as long as one may be */
const MOST_LINES = 200

type Standing = NumberedThread & { readonly at: { readonly x: number; readonly y: number } | null }

export interface CommentMarks {
  readonly marks: readonly Mark[]
  readonly box: Box
}

/**
 * Numbered pins where threads stand, and below all that is drawn the list of what they say. `boxes`: what is shown; a thread on
 * something that is not shown is left out, one on a place or on what is gone stands where it stood while it lies in `drawn`, or
 * anywhere where `isWhole`. Null where there is none.
 */
export function commentMarks(
  board: BoardSnapshot,
  boxes: ReadonlyMap<ItemId, Box>,
  drawn: Box,
  isWhole: boolean,
): CommentMarks | null {
  const shown = numberedThreads(board).flatMap((one): Standing[] => {
    const { item, place } = one.about
    if (item !== null) {
      const box = boxes.get(item.id)
      return box ? [{ ...one, at: { x: box.x + box.w, y: box.y } }] : []
    }
    if (place === null) return isWhole ? [{ ...one, at: null }] : []
    return isWhole || holds(drawn, place) ? [{ ...one, at: place }] : []
  })
  if (shown.length === 0) return null
  const taken: { x: number; y: number }[] = []
  const pins = shown.flatMap(({ n, at }) => {
    if (!at) return []
    // threads on one thing stand beside each other
    let { x } = at
    while (taken.some((one) => Math.abs(one.x - x) < PIN && Math.abs(one.y - at.y) < PIN)) x += PIN + 4
    taken.push({ x, y: at.y })
    return [pin(n, x, at.y)]
  })
  const ground = around([drawn, ...pins.map(({ box }) => box)]) ?? drawn
  const list = listOf(shown, ground)
  return {
    marks: [...pins.flatMap(({ marks }) => marks), ...list.marks],
    box: around([ground, list.box]) ?? ground,
  }
}

function holds(box: Box, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.w && y <= box.y + box.h
}

/** Its lower left corner is the place. */
function pin(n: number, x: number, y: number): CommentMarks {
  const text = String(n)
  const w = Math.max(PIN, Math.ceil(measure(text, NUMBER)) + 12)
  const [left, top] = [round(x), round(y - PIN)]
  const r = PIN / 2
  const d =
    `M${left} ${top + PIN}V${top + r}a${r} ${r} 0 0 1 ${r} ${-r}h${w - PIN}` + `a${r} ${r} 0 0 1 0 ${PIN}Z`
  return {
    marks: [
      { mark: 'path', d, fill: 'sheet', stroke: 'ink-2', width: 1.4 },
      {
        mark: 'text',
        x: left + w / 2,
        y: baseline(top, PIN, NUMBER),
        text,
        font: NUMBER,
        fill: 'ink',
        anchor: 'middle',
      },
    ],
    box: { x: left, y: top, w, h: PIN },
  }
}

function listOf(threads: readonly NumberedThread[], under: Box): CommentMarks {
  const width = Math.min(WIDE, Math.max(NARROW, under.w))
  const x = round(under.x)
  const top = round(under.y + under.h + 32)
  const marks: Mark[] = [
    { mark: 'text', x, y: baseline(top, 24, HEAD), text: 'Comments', font: HEAD, fill: 'ink' },
  ]
  let y = top + 32
  const say = (text: string, font: Font, fill: 'ink' | 'ink-3', indent: number): void => {
    for (const one of wrap(text, font, width - indent, MOST_LINES)) {
      marks.push({ mark: 'text', x: x + indent, y: baseline(y, LINE, font), text: one, font, fill })
      y += LINE
    }
  }
  for (const { n, about, thread, words } of threads) {
    marks.push({ mark: 'text', x, y: baseline(y, LINE, NUMBER), text: String(n), font: NUMBER, fill: 'ink' })
    say(`${aboutInWords(about)}${thread.isResolved ? ' (resolved)' : ''}`, ABOUT, 'ink-3', INDENT)
    for (const [at, text] of words.entries()) say(text, WORDS, 'ink', at === 0 ? INDENT : INDENT + 14)
    y += 10
  }
  return { marks, box: { x, y: top, w: width, h: y - top } }
}
