import { BESIDE, type Box, onGrid } from './things.ts'

interface Size {
  readonly w: number
  readonly h: number
}

/** A page is so much wider than high. */
const PAGE = 1.6

/**
 * Puts blocks on shelves of about a page's width, in the order given, `gap` apart. Gives their left top corners; the first
 * is at 0, 0.
 */
export function pack(blocks: readonly Size[], gap: number): { readonly x: number; readonly y: number }[] {
  const area = blocks.reduce((sum, { w, h }) => sum + (w + gap) * (h + gap), 0)
  const width = Math.max(Math.sqrt(area * PAGE), ...blocks.map(({ w }) => w))
  let [x, y, high] = [0, 0, 0]
  return blocks.map(({ w, h }) => {
    if (x > 0 && x + w > width) {
      x = 0
      y = onGrid(y + high + gap)
      high = 0
    }
    const corner = { x, y }
    x = onGrid(x + w + gap)
    high = Math.max(high, h)
    return corner
  })
}

/** Things of about one size in rows, the wider ones deciding: a table without lines. */
export function inRows(sizes: readonly Size[], width: number): Box[] {
  const widest = Math.max(0, ...sizes.map(({ w }) => w)) + BESIDE
  const highest = Math.max(0, ...sizes.map(({ h }) => h))
  const isEven = sizes.every(({ w, h }) => widest < 2 * w + BESIDE && highest <= 2 * h)
  if (!isEven) return pack(sizes, BESIDE).map((corner, i) => ({ ...corner, ...sizeAt(sizes, i) }))
  const columns = Math.max(1, Math.floor((width + BESIDE) / widest))
  const each = Math.ceil(sizes.length / Math.ceil(sizes.length / columns))
  return sizes.map(({ w, h }, i) => ({
    x: onGrid((i % each) * widest),
    y: onGrid(Math.floor(i / each) * (highest + BESIDE)),
    w,
    h,
  }))
}

function sizeAt(sizes: readonly Size[], i: number): Size {
  return sizes[i] ?? { w: 0, h: 0 }
}

/** The size of all of them from 0, 0. */
export function extent(boxes: Iterable<Box>): Size {
  let [w, h] = [0, 0]
  for (const box of boxes) {
    w = Math.max(w, box.x + box.w)
    h = Math.max(h, box.y + box.h)
  }
  return { w, h }
}
