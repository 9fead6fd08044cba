import type { Idea } from '@second-story/board'
import { type SheetLook, sheet } from './sheet.ts'

const LOOK: SheetLook<Idea> = {
  font: { family: 'sans', size: 12, weight: 500 },
  lineHeight: 15.6,
  ink: 'ink',
  ground: { fill: 'chrome', stroke: 'line-strong', dash: [4, 3] },
  radius: 10,
  heading: { icon: 'parking', paint: 'ink-2', words: () => 'Parked' },
  padX: 12,
  padY: 10,
  size: { w: 168, h: 56 },
  even: false,
  lines: 4,
}

/** Parked for later. It lives in lists; this is for a board on which somebody placed one all the same. */
export const idea = sheet<Idea>(
  () => LOOK,
  (item) => item.text,
)
