import type { ComponentKind } from '@second-story/board'
import { round as r } from '../text/lines.ts'
import { roundedRect } from './paths.ts'

/** The silhouette of one kind, and where its words may stand in it. */
export interface Outline {
  readonly body: string
  /** lines drawn over the body */
  readonly details: readonly { readonly d: string; readonly opacity?: number; readonly width?: number }[]
  readonly left: number
  readonly right: number
  /** how far the words stand below the middle */
  readonly lower: number
}

const PLAIN = { details: [], left: 12, right: 10, lower: 0 } as const

/** FACE.md, "What a shape says": each kind has its own outline; the icon says the rest. */
export function outlineOf(kind: ComponentKind, w: number, h: number): Outline {
  switch (kind) {
    case 'datastore':
    case 'cache':
      return cylinder(w, h)
    case 'queue':
      return queue(w, h)
    case 'gateway':
      return gateway(w, h)
    case 'job':
      return {
        ...PLAIN,
        body: roundedRect(0, 0, w, h, 3),
        details: [{ d: `M5 -4H${r(w + 1)}Q${r(w + 4)} -4 ${r(w + 4)} -1V${r(h - 5)}`, opacity: 0.55 }],
      }
    case 'client':
      return {
        ...PLAIN,
        body: roundedRect(0, 0, w, h, 8),
        details: [{ d: `M0 13H${r(w)}` }, { d: 'M9 6.6h.01M16 6.6h.01M23 6.6h.01', width: 2.4 }],
        lower: 6,
      }
    case 'role':
      return { ...PLAIN, body: roundedRect(0, 0, w, h, h / 2), left: 18, right: 16 }
    case 'external':
      return { ...PLAIN, body: cloudCorner(w, h) }
    case 'service':
    case 'function':
    case 'observability':
    case 'unknown':
      return { ...PLAIN, body: roundedRect(0, 0, w, h, 10) }
  }
}

function cylinder(w: number, h: number): Outline {
  // control points a third further out than the curve reaches
  const top = -7 / 3
  const bottom = h + 7 / 3
  return {
    ...PLAIN,
    body: `M0 7C0 ${r(top)} ${r(w)} ${r(top)} ${r(w)} 7V${r(h - 7)}C${r(w)} ${r(bottom)} 0 ${r(bottom)} 0 ${r(h - 7)}Z`,
    details: [{ d: `M0 7C0 16.31 ${r(w)} 16.31 ${r(w)} 7` }],
    lower: 4.5,
  }
}

function queue(w: number, h: number): Outline {
  const bar = (x: number, share: number): string => `M${r(w - x)} ${r(h * share)}V${r(h * (1 - share))}`
  return {
    ...PLAIN,
    body: roundedRect(0, 0, w, h, h / 2),
    details: [{ d: bar(29, 0.16) + bar(22, 0.24) + bar(15, 0.34) }],
    left: 18,
    right: 34,
  }
}

function gateway(w: number, h: number): Outline {
  const notch = Math.min(11, w / 6)
  const tip = Math.min(14, w / 6)
  return {
    ...PLAIN,
    body:
      `M3 0H${r(w - tip)}L${r(w)} ${r(h / 2)}L${r(w - tip)} ${r(h)}H3Q0 ${r(h)} 1.5 ${r(h - 3)}` +
      `L${r(notch)} ${r(h / 2)}L1.5 3Q0 0 3 0Z`,
    left: 22,
    right: 16,
  }
}

function cloudCorner(w: number, h: number): string {
  if (w < 84 || h < 40) return roundedRect(0, 0, w, h, 10)
  return (
    `M10 4H${r(w - 60)}A14 14 0 0 1 ${r(w - 37)} -3A17 17 0 0 1 ${r(w - 5)} 7A12 12 0 0 1 ${r(w)} 26` +
    `V${r(h - 10)}Q${r(w)} ${r(h)} ${r(w - 10)} ${r(h)}H10Q0 ${r(h)} 0 ${r(h - 10)}V14Q0 4 10 4Z`
  )
}
