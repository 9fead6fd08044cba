import { around, type Box } from './box.ts'

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

/** The boxes with one of their lines in a row; the order stays. */
export function align<T extends Box>(boxes: readonly T[], how: Alignment): T[] {
  const all = around(boxes)
  if (!all) return []
  return boxes.map((box) => aligned(box, all, how))
}

function aligned<T extends Box>(box: T, all: Box, how: Alignment): T {
  switch (how) {
    case 'left':
      return { ...box, x: all.x }
    case 'centre':
      return { ...box, x: all.x + all.w / 2 - box.w / 2 }
    case 'right':
      return { ...box, x: all.x + all.w - box.w }
    case 'top':
      return { ...box, y: all.y }
    case 'middle':
      return { ...box, y: all.y + all.h / 2 - box.h / 2 }
    case 'bottom':
      return { ...box, y: all.y + all.h - box.h }
  }
}

/** Equal gaps between the first and the last; fewer than three stay as they are. */
export function distribute<T extends Box>(boxes: readonly T[], axis: 'x' | 'y'): T[] {
  if (boxes.length < 3) return [...boxes]
  const size = axis === 'x' ? 'w' : 'h'
  const sorted = [...boxes].sort((a, b) => a[axis] - b[axis])
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) return [...boxes]
  const room = last[axis] + last[size] - first[axis]
  const filled = sorted.reduce((sum, box) => sum + box[size], 0)
  const gap = (room - filled) / (sorted.length - 1)
  const places = new Map<T, number>()
  let at = first[axis]
  for (const box of sorted) {
    places.set(box, at)
    at += box[size] + gap
  }
  return boxes.map((box) => ({ ...box, [axis]: places.get(box) ?? box[axis] }))
}
