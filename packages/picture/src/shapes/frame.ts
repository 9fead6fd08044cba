import type { Frame } from '@second-story/board'
import type { Font, Mark } from '../drawing.ts'
import { baseline, round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { fitLine } from '../text/wrap.ts'
import { roundedRect } from './paths.ts'
import type { Shape } from './shape.ts'
import { onlyYou } from './tags.ts'

const LABEL: Font = { family: 'sans', size: 11, weight: 500 }
const TAB = 22

/** A thin line with a tab: part of the page, not of the system. */
export const frame: Shape<Frame> = {
  fit: () => ({ w: 560, h: 360 }),
  least: () => 48,
  draw(item, { w, h }) {
    const body = roundedRect(0, 0, w, h, 4)
    const label = fitLine(item.name, LABEL, Math.max(24, w - 40))
    const tab = round(Math.max(measure(label, LABEL) + 20, 48))
    const marks: Mark[] = [
      { mark: 'path', d: body, stroke: 'line-strong', width: 1 },
      {
        mark: 'path',
        d: `M0 4V${-TAB + 6}Q0 ${-TAB} 6 ${-TAB}H${round(tab - 6)}Q${tab} ${-TAB} ${tab} ${-TAB + 6}V0`,
        stroke: 'line-strong',
        width: 1,
      },
    ]
    if (label !== '') {
      marks.push({
        mark: 'text',
        x: 10,
        y: baseline(-TAB, TAB, LABEL),
        text: label,
        font: LABEL,
        fill: 'ink-2',
      })
    }
    if (item.layer === 'own') marks.push(...onlyYou(w, h))
    return {
      w,
      h,
      marks,
      words: {
        x: 10,
        y: -TAB,
        w: Math.max(24, w - 40),
        h: TAB,
        font: LABEL,
        lineHeight: TAB,
        maxLines: 1,
        align: 'start',
        fill: 'ink-2',
      },
      outline: `${roundedRect(0, -TAB, tab, TAB, 4)}${body}`,
    }
  },
}
