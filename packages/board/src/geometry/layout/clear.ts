import { type Box, onGrid } from './things.ts'

/** Room kept to what does not move. */
const CLEAR = 32

/**
 * Boxes that keep clear of some that do not move: in reading order, each goes on across the way until it lies free, of
 * those before it too. Without any in the way all stay as they are.
 */
export function clearOf<T extends Box>(boxes: readonly T[], still: readonly Box[], down: boolean): T[] {
  if (!boxes.some((box) => still.some((other) => meets(box, other, CLEAR)))) return [...boxes]
  const order = boxes.map((_, i) => i).sort((a, b) => before(boxes[a], boxes[b], down))
  const placed: { readonly box: Box; readonly room: number }[] = still.map((box) => ({ box, room: CLEAR }))
  const out = [...boxes]
  for (const i of order) {
    let box = boxes[i] as T
    for (let hit = blocker(box, placed); hit; hit = blocker(box, placed)) {
      box = down
        ? { ...box, x: onGrid(hit.box.x + hit.box.w + CLEAR) }
        : { ...box, y: onGrid(hit.box.y + hit.box.h + CLEAR) }
    }
    out[i] = box
    placed.push({ box, room: 24 })
  }
  return out
}

function blocker(box: Box, placed: readonly { readonly box: Box; readonly room: number }[]) {
  return placed.find((one) => meets(box, one.box, one.room))
}

function before(a: Box | undefined, b: Box | undefined, down: boolean): number {
  if (!a || !b) return 0
  return down ? a.x - b.x || a.y - b.y : a.y - b.y || a.x - b.x
}

function meets(a: Box, b: Box, room: number): boolean {
  return a.x < b.x + b.w + room && b.x < a.x + a.w + room && a.y < b.y + b.h + room && b.y < a.y + a.h + room
}
