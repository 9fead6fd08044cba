import { type Box, overlaps, type Point } from '../geometry/box.ts'

/** Canvas units between notes that lie together. */
export const NOTE_GAP = 16

/**
 * How far a box goes so that it lies tidily beside one of these: to the right or left of it at the same height, or right
 * above or below it, a gap away. Null where none is within `reach`, or another thing lies there already.
 */
export function besideNote(box: Box, notes: readonly Box[], reach: number): Point | null {
  let best: Point | null = null
  let least = reach * reach * 2
  for (const note of notes) {
    const spots: readonly Point[] = [
      { x: note.x + note.w + NOTE_GAP, y: note.y },
      { x: note.x - box.w - NOTE_GAP, y: note.y },
      { x: note.x, y: note.y + note.h + NOTE_GAP },
      { x: note.x, y: note.y - box.h - NOTE_GAP },
    ]
    for (const spot of spots) {
      const [dx, dy] = [spot.x - box.x, spot.y - box.y]
      if (Math.abs(dx) > reach || Math.abs(dy) > reach) continue
      const far = dx * dx + dy * dy
      if (far >= least || notes.some((other) => overlaps({ ...box, ...spot }, other))) continue
      best = { x: dx, y: dy }
      least = far
    }
  }
  return best
}

/** Does it lie there a gap away, at the same height or in the same column? */
export function isBeside(box: Box, note: Box): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1
  const level = near(box.y, note.y)
  const column = near(box.x, note.x)
  return (
    (level && (near(box.x, note.x + note.w + NOTE_GAP) || near(box.x + box.w + NOTE_GAP, note.x))) ||
    (column && (near(box.y, note.y + note.h + NOTE_GAP) || near(box.y + box.h + NOTE_GAP, note.y)))
  )
}

/** The rows and columns of so many notes: about as wide as high, a row of four at most while they are few. */
export function columnsFor(count: number): number {
  return count <= 4 ? Math.max(1, count) : Math.max(3, Math.ceil(Math.sqrt(count)))
}

/**
 * Boxes side by side in rows, in the order in which they come, from one corner: columns as wide as the widest in them, rows
 * as high as the highest, so that nothing covers anything. Sizes stay.
 */
export function gridOf(
  sizes: readonly { readonly w: number; readonly h: number }[],
  corner: Point,
  columns = columnsFor(sizes.length),
): readonly Box[] {
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(0, ...sizes.filter((_, index) => index % columns === at).map(({ w }) => w)),
  )
  const out: Box[] = []
  let y = corner.y
  for (let row = 0; row * columns < sizes.length; row++) {
    const inRow = sizes.slice(row * columns, (row + 1) * columns)
    let x = corner.x
    for (const [at, { w, h }] of inRow.entries()) {
      out.push({ x, y, w, h })
      x += (widths[at] ?? w) + NOTE_GAP
    }
    y += Math.max(...inRow.map(({ h }) => h)) + NOTE_GAP
  }
  return out
}
