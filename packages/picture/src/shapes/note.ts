import type { Note } from '@second-story/board'
import { type SheetLook, sheet } from './sheet.ts'

const LOOK: SheetLook<Note> = {
  font: { family: 'sans', size: 12.5, weight: 500 },
  lineHeight: 17,
  ink: 'on-note',
  ground: { fill: 'note', stroke: 'note-line' },
  radius: 3,
  heading: null,
  padX: 12,
  padY: 10,
  size: { w: 168, h: 56 },
  even: false,
  lines: 20,
}

/** Pale yellow. No author. */
export const note = sheet<Note>(
  () => LOOK,
  (item) => item.text,
)
