import type { PlainItem } from '@second-story/board'
import { type SheetLook, sheet } from './sheet.ts'

const LOOK: SheetLook<PlainItem> = {
  font: { family: 'sans', size: 12, weight: 500 },
  lineHeight: 15.6,
  ink: 'ink',
  ground: { fill: 'sheet', stroke: 'line-strong' },
  radius: 10,
  heading: null,
  padX: 12,
  padY: 10,
  size: { w: 168, h: 56 },
  even: false,
  lines: 4,
}

/** A type this version does not know: kept, and shown as a plain card. */
export const plain = sheet<PlainItem>(
  () => LOOK,
  (item) => item.name || item.of,
)
