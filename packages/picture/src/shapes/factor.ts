import { type BoardSnapshot, type Factor, type Level, type Part, partOf } from '@second-story/board'
import { indexOf } from '../board-index.ts'
import type { Font, Mark } from '../drawing.ts'
import type { IconName } from '../icons/icons.ts'
import { textLines } from '../text/lines.ts'
import { wrapEvenly } from '../text/wrap.ts'
import type { Paint } from '../themes.ts'
import { COMPONENT_ICONS } from './component.ts'
import { roundedRect } from './paths.ts'
import type { Shape } from './shape.ts'
import { chips, onlyYou, type Tag } from './tags.ts'

const TEXT: Font = { family: 'sans', size: 12, weight: 500 }
const LINE = 15.6
const MOST_LINES = 4
const LEFT = 16
const TEXT_LEFT = 38
const RIGHT = 10
const PAD = 8

export const PART_LOOKS: Readonly<
  Record<Part, { readonly icon: IconName; readonly paint: Paint; readonly words: string }>
> = {
  'came-together': { icon: 'rings', paint: 'came', words: 'Came together' },
  harder: { icon: 'fog', paint: 'harder', words: 'Made it harder' },
  helped: { icon: 'life-ring', paint: 'helped', words: 'Helped' },
  background: { icon: 'hills', paint: 'background', words: 'Background' },
}

export const LEVEL_TAGS: Readonly<Record<Level, Tag>> = {
  external: { icon: 'globe', words: 'outside' },
  organisation: { icon: 'building', words: 'organisation' },
  'team-process': { icon: 'footprints', words: 'process' },
  'people-context': { icon: 'users', words: 'people' },
  tooling: { icon: 'wrench', words: 'tooling' },
  system: { icon: 'server', words: 'system' },
}

/** One shape for all four parts: same card, same band, same weight. */
export const factor: Shape<Factor> = {
  fit(item, board) {
    return { w: 168, h: Math.max(56, leastHeight(item, 168, board)) }
  },
  least: leastHeight,
  draw(item, { w, h }, board) {
    const part = partOf(item.kind)
    const look = PART_LOOKS[part]
    const lines = linesOf(item, w)
    const under = chips(tagsOf(item, board), w - LEFT - RIGHT)
    const marks: Mark[] = [
      ...(part === 'background' ? dashedCard(w, h) : solidCard(w, h, look.paint)),
      { mark: 'icon', name: look.icon, x: LEFT, y: PAD, size: 15, stroke: look.paint },
      ...textLines(lines, { x: TEXT_LEFT, top: PAD, lineHeight: LINE }, TEXT, 'ink'),
      ...under.marks(LEFT, PAD + lines.length * LINE + 6),
      ...(item.layer === 'own' ? onlyYou(w, h) : []),
    ]
    return {
      w,
      h,
      marks,
      words: {
        x: TEXT_LEFT,
        y: PAD,
        w: Math.max(24, w - TEXT_LEFT - RIGHT),
        h: lines.length * LINE,
        font: TEXT,
        lineHeight: LINE,
        maxLines: MOST_LINES,
        align: 'start',
        fill: 'ink',
      },
      outline: roundedRect(0, 0, w, h, 10),
    }
  },
}

function solidCard(w: number, h: number, paint: Paint): Mark[] {
  return [
    { mark: 'path', d: roundedRect(0, 0, w, h, 10), fill: 'sheet', stroke: 'line', width: 1.5 },
    { mark: 'path', d: `M6 0V${h}A6 10 0 0 1 0 ${h - 10}V10A6 10 0 0 1 6 0Z`, fill: paint },
  ]
}

function dashedCard(w: number, h: number): Mark[] {
  const line = { mark: 'path', stroke: 'line-strong', width: 1.4, dash: [4, 3] } as const
  return [
    { ...line, d: roundedRect(0, 0, w, h, 10) },
    { ...line, d: `M6 2V${h - 2}` },
  ]
}

function tagsOf(item: Factor, board: BoardSnapshot): Tag[] {
  const components = indexOf(board).about.get(item.id) ?? []
  // where its components already say where it belongs, the level would only be noise
  if (components.length === 0) return item.level ? [LEVEL_TAGS[item.level]] : []
  return components.map((one) => ({ icon: COMPONENT_ICONS[one.kind], words: one.name || 'a component' }))
}

function linesOf(item: Factor, w: number): string[] {
  return wrapEvenly(item.text, TEXT, Math.max(24, w - TEXT_LEFT - RIGHT), MOST_LINES)
}

function leastHeight(item: Factor, w: number, board: BoardSnapshot): number {
  const under = chips(tagsOf(item, board), w - LEFT - RIGHT).h
  return Math.ceil(2 * PAD + linesOf(item, w).length * LINE + (under === 0 ? 0 : 6 + under))
}
