import type { Component, ComponentKind } from '@second-story/board'
import type { Drawing, Font, Mark } from '../drawing.ts'
import type { IconName } from '../icons/icons.ts'
import { round, textLines } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import { fitLine, wrap } from '../text/wrap.ts'
import { type Outline, outlineOf } from './component-outlines.ts'
import { hatch } from './hatch.ts'
import { roundedRect } from './paths.ts'
import type { Shape } from './shape.ts'
import { onlyYou } from './tags.ts'

const NAME: Font = { family: 'sans', size: 13, weight: 600 }
const TECHNOLOGY: Font = { family: 'sans', size: 11, weight: 400 }
const NAME_LINE = 15.6
const TECHNOLOGY_LINE = 13.75
const ICON = 17
const GAP = 8
const MOST_LINES = 2

export const COMPONENT_ICONS: Readonly<Record<ComponentKind, IconName>> = {
  service: 'box',
  datastore: 'database',
  cache: 'zap',
  queue: 'mail',
  gateway: 'router',
  job: 'clock',
  function: 'function',
  client: 'window',
  role: 'users',
  external: 'cloud',
  observability: 'eye',
  unknown: 'help',
}

/** White card, graphite outline, icon, name, a small line of technology. Dashed: not sure, or not ours. */
export const component: Shape<Component> = {
  fit(item) {
    const outline = outlineOf(item.kind, 144, 56)
    const words = Math.max(measure(nameOf(item), NAME), measure(item.technology, TECHNOLOGY))
    const w = Math.min(
      Math.max(Math.ceil((outline.left + ICON + GAP + words + outline.right + 4) / 8) * 8, 144),
      224,
    )
    return { w, h: Math.max(56, leastHeight(item, w)) }
  },
  least: (item, w) => leastHeight(item, w),
  draw(item, { w, h }): Drawing {
    const outline = outlineOf(item.kind, w, h)
    const { name, technology, height, width } = linesOf(item, w, outline)
    const x = outline.left + ICON + GAP
    const top = h / 2 + outline.lower - height / 2
    const marks: Mark[] = [
      {
        mark: 'path',
        d: outline.body,
        fill: 'comp-fill',
        stroke: 'comp-line',
        width: 1.4,
        ...(isDashed(item) ? { dash: [5, 4] } : {}),
      },
      ...outline.details.map(
        ({ d, opacity, width: thick }): Mark => ({
          mark: 'path',
          d,
          stroke: 'comp-line',
          width: thick ?? 1.4,
          cap: 'round',
          ...(opacity === undefined ? {} : { opacity }),
        }),
      ),
      ...(item.offLimits ? [hatch(w, h)] : []),
      {
        mark: 'icon',
        name: COMPONENT_ICONS[item.kind],
        x: outline.left,
        y: round(h / 2 + outline.lower - ICON / 2),
        size: ICON,
        stroke: 'ink-2',
      },
      ...textLines(name, { x, top, lineHeight: NAME_LINE }, NAME, 'ink'),
      ...textLines(
        technology === '' ? [] : [technology],
        { x, top: top + name.length * NAME_LINE + 1, lineHeight: TECHNOLOGY_LINE },
        TECHNOLOGY,
        'ink-3',
      ),
      ...(item.layer === 'own' ? onlyYou(w, h) : []),
    ]
    return {
      w,
      h,
      marks,
      words: {
        x,
        y: round(top),
        w: width,
        h: name.length * NAME_LINE,
        font: NAME,
        lineHeight: NAME_LINE,
        maxLines: MOST_LINES,
        align: 'start',
        fill: 'ink',
      },
      outline: item.kind === 'external' ? roundedRect(0, 0, w, h, 10) : outline.body,
    }
  },
}

function leastHeight(item: Component, w: number): number {
  const outline = outlineOf(item.kind, w, 56)
  return Math.ceil(linesOf(item, w, outline).height + 2 * outline.lower + 14)
}

export function isDashed(item: Component): boolean {
  return (
    item.kind === 'external' ||
    item.kind === 'unknown' ||
    item.control === 'not-ours' ||
    item.control === 'unsure'
  )
}

function nameOf(item: Component): string {
  const name = item.name.trim()
  return name === '' && item.kind === 'unknown' ? '?' : name
}

function linesOf(item: Component, w: number, outline: Outline) {
  const width = Math.max(24, w - outline.left - ICON - GAP - outline.right)
  const name = wrap(nameOf(item), NAME, width, MOST_LINES)
  const technology = fitLine(item.technology, TECHNOLOGY, width)
  const height = name.length * NAME_LINE + (technology === '' ? 0 : 1 + TECHNOLOGY_LINE)
  return { name, technology, height, width }
}
