import type { Item } from '@second-story/board'
import { type Paint, THEMES, type ThemeName } from '@second-story/picture'
import type { SceneItem } from '../scene/scene.ts'
import { onSheet, type Sheet } from './sheet.ts'

/** Every item as a bare box, in the tone of its kind: no words, no arrows, nothing that stands out. */
export function paintSheet(
  context: CanvasRenderingContext2D,
  items: Iterable<SceneItem>,
  sheet: Sheet,
  name: ThemeName,
): void {
  const theme = THEMES[name]
  for (const one of items) {
    const { x, y, w, h } = onSheet(sheet, one)
    const [wide, high] = [Math.max(1.5, w), Math.max(1.5, h)]
    if (one.container) {
      context.fillStyle = theme['bound-a']
      context.strokeStyle = theme['bound-a-line']
      context.lineWidth = 1
      if (one.item.type !== 'frame') context.fillRect(x, y, wide, high)
      context.strokeRect(x, y, wide, high)
      continue
    }
    context.fillStyle = theme[paintOf(one.item)]
    context.globalAlpha = one.item.type === 'text' ? 0.35 : 0.72
    context.fillRect(x, y, wide, high)
    context.globalAlpha = 1
  }
}

function paintOf(item: Item): Paint {
  switch (item.type) {
    case 'component':
      return 'comp-line'
    case 'note':
      return 'note-line'
    case 'event':
      return 'event-line'
    case 'question':
    case 'insight':
      return 'helped'
    case 'factor':
      return 'came'
    default:
      return 'thread'
  }
}
