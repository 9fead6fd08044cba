import type { Insight } from '@second-story/board'
import { type SheetLook, sheet } from './sheet.ts'

const LOOK: SheetLook<Insight> = {
  font: { family: 'serif', size: 14.5, weight: 500 },
  lineHeight: 18.125,
  ink: 'ink',
  ground: { fill: 'hand-soft' },
  radius: 12,
  heading: { icon: 'sparkles', paint: 'hand', words: () => 'Insight' },
  padX: 12,
  padY: 10,
  size: { w: 168, h: 74 },
  even: true,
  lines: 4,
}

/** With a spark. */
export const insight = sheet<Insight>(
  () => LOOK,
  (item) => item.text,
)
