import type { TextItem } from '@second-story/board'
import type { Font } from '../drawing.ts'
import { type SheetLook, sheet } from './sheet.ts'

const FONTS: Readonly<Record<TextItem['size'], { readonly font: Font; readonly lineHeight: number }>> = {
  small: { font: { family: 'sans', size: 12, weight: 400 }, lineHeight: 16 },
  body: { font: { family: 'sans', size: 14, weight: 400 }, lineHeight: 20 },
  title: { font: { family: 'serif', size: 22, weight: 500, italic: true }, lineHeight: 27 },
}

const look = (item: TextItem): SheetLook<TextItem> => ({
  ...FONTS[item.size],
  ink: item.size === 'small' ? 'ink-2' : 'ink',
  ground: null,
  radius: 2,
  heading: null,
  padX: 2,
  padY: 2,
  size: { w: 240, h: 24 },
  even: false,
  lines: 20,
})

/** Words straight on the page. */
export const text = sheet<TextItem>(look, (item) => item.text)
