import type { Bookmark } from '@second-story/board'
import { type SheetLook, sheet } from './sheet.ts'

const LOOK: SheetLook<Bookmark> = {
  font: { family: 'sans', size: 12, weight: 500 },
  lineHeight: 15.6,
  ink: 'ink',
  ground: { fill: 'chrome', stroke: 'line-strong' },
  radius: 10,
  heading: null,
  padX: 12,
  padY: 10,
  size: { w: 200, h: 40 },
  even: false,
  lines: 2,
}

/** A named place. It lives in lists; this is for a board on which somebody placed one all the same. */
export const bookmark = sheet<Bookmark>(
  () => LOOK,
  (item) => item.name,
)
