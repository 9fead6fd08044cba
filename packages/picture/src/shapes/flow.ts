import type { Flow } from '@second-story/board'
import { type SheetLook, sheet } from './sheet.ts'

const LOOK: SheetLook<Flow> = {
  font: { family: 'sans', size: 12, weight: 500 },
  lineHeight: 15.6,
  ink: 'ink',
  ground: { fill: 'chrome', stroke: 'line-strong' },
  radius: 10,
  heading: {
    icon: 'footprints',
    paint: 'ink-2',
    words: ({ steps }) => (steps.length === 1 ? 'Flow, one step' : `Flow, ${steps.length} steps`),
  },
  padX: 12,
  padY: 10,
  size: { w: 200, h: 56 },
  even: false,
  lines: 4,
}

/** A way through the sketch. It lives in lists; this is for a board on which somebody placed one all the same. */
export const flow = sheet<Flow>(
  () => LOOK,
  (item) => item.name,
)
