import { BESIDE, type Box, onGrid } from './things.ts'

interface Size {
  readonly w: number
  readonly h: number
}

/** A page is so much wider than high. */
const PAGE = 1.6

/** So many widths are tried. */
const TRIES = 12

interface Corner {
  readonly x: number
  readonly y: number
}

/**
 * Puts blocks on shelves, in the order given, `gap` apart, so that all together are about as wide and high as a page.
 * Gives their left top corners; the first is at 0, 0.
 */
export function pack(blocks: readonly Size[], gap: number): Corner[] {
  const area = blocks.reduce((sum, { w, h }) => sum + (w + gap) * (h + gap), 0)
  const least = Math.max(0, ...blocks.map(({ w }) => w))
  let best: Corner[] = []
  let smallest = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const width = Math.max(least, Math.sqrt(area * PAGE) * (0.8 + attempt * 0.12))
    const corners = shelves(blocks, gap, width)
    const { w, h } = extent(corners.map((corner, i) => ({ ...corner, ...sizeAt(blocks, i) })))
    const page = Math.max(w / PAGE, h)
    if (page >= smallest - 1) continue
    smallest = page
    best = corners
  }
  return best
}

function shelves(blocks: readonly Size[], gap: number, width: number): Corner[] {
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
    x: (i % each) * onGrid(widest),
    y: Math.floor(i / each) * onGrid(highest + BESIDE),
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
