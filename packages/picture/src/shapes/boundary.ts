import type { Boundary } from '@second-story/board'
import type { Font, Mark } from '../drawing.ts'
import { baseline, round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { fitLine } from '../text/wrap.ts'
import { roundedRect } from './paths.ts'
import type { Shape } from './shape.ts'
import { onlyYou } from './tags.ts'

const LABEL: Font = { family: 'sans', size: 11, weight: 600 }
const LABEL_HEIGHT = 18

/** A tinted region; its label sits on the edge. */
export const boundary: Shape<Boundary> = {
  fit: () => ({ w: 400, h: 280 }),
  least: () => 48,
  draw(item, { w, h }) {
    const body = roundedRect(0, 0, w, h, 16)
    const label = fitLine(item.name, LABEL, Math.max(24, w - 46))
    const width = round(measure(label, LABEL) + 14)
    const marks: Mark[] = [
      { mark: 'path', d: body, fill: `bound-${item.tint}`, stroke: `bound-${item.tint}-line`, width: 1 },
    ]
    if (label !== '') {
      marks.push(
        { mark: 'path', d: roundedRect(16, -9, width, LABEL_HEIGHT, 5), fill: 'paper' },
        {
          mark: 'text',
          x: 23,
          y: baseline(-9, LABEL_HEIGHT, LABEL),
          text: label,
          font: LABEL,
          fill: 'ink-2',
        },
      )
    }
    if (item.layer === 'own') marks.push(...onlyYou(w, h))
    return {
      w,
      h,
      marks,
      words: {
        x: 23,
        y: -9,
        w: Math.max(24, w - 46),
        h: LABEL_HEIGHT,
        font: LABEL,
        lineHeight: LABEL_HEIGHT,
        maxLines: 1,
        align: 'start',
        fill: 'ink-2',
      },
      outline: body,
    }
  },
}
