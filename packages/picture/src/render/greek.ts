import type { Mark } from '../drawing.ts'
import { roundedRect } from '../shapes/paths.ts'
import { round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'

/** Marks for a small picture or a far zoom: words become bars, icons go. */
export function greeked(marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark): Mark[] => {
    if (mark.mark === 'icon') return []
    if (mark.mark === 'path') return [mark]
    if (mark.mark === 'image')
      return [{ mark: 'path', d: roundedRect(mark.x, mark.y, mark.w, mark.h, 2), fill: 'well-strong' }]
    const width = measure(mark.text, mark.font)
    const height = mark.font.size * 0.42
    const left = mark.anchor === 'middle' ? width / 2 : mark.anchor === 'end' ? width : 0
    const d = roundedRect(
      round(mark.x - left),
      round(mark.y - height),
      round(width),
      round(height),
      height / 2,
    )
    const turn = mark.turn ? { turn: mark.turn } : {}
    return [{ mark: 'path', d, fill: mark.fill, opacity: 0.3, ...turn }]
  })
}
