import { type Box, encloses, grow, overlaps, type Point } from '../geometry/box.ts'
import { snap } from '../geometry/snap.ts'
import type { Scene } from '../scene/scene.ts'

const ROOM = 20

/** A free spot for a box of this size as near to `near` (its middle) as there is one; rings of steps outwards. */
export function openSpot(scene: Scene, near: Point, size: { readonly w: number; readonly h: number }): Box {
  const things = [...scene.items.values()].filter((one) => !one.container)
  const at = (x: number, y: number): Box => ({ x: snap(x), y: snap(y), ...size })
  const holders = [...scene.items.values()].filter((one) => one.container)
  // whole in a boundary or wholly outside, never across its edge
  const isFree = (box: Box): boolean =>
    !things.some((one) => overlaps(grow(one, ROOM), box)) &&
    !holders.some((one) => overlaps(grow(one, ROOM / 2), box) && !encloses(grow(one, -ROOM / 2), box))
  const start = at(near.x - size.w / 2, near.y - size.h / 2)
  for (let ring = 0; ring < 40; ring++) {
    for (const [dx, dy] of ringOf(ring)) {
      const box = at(start.x + dx * (size.w / 2 + ROOM), start.y + dy * (size.h + ROOM))
      if (isFree(box)) return box
    }
  }
  return start
}

/** Where the next of a row goes: to the right of the last, or below where something stands there. */
export function nextSpot(
  scene: Scene,
  last: Box,
  size: { readonly w: number; readonly h: number },
  gap = 72,
): Box {
  const things = [...scene.items.values()].filter((one) => !one.container)
  for (let row = 0; row < 40; row++) {
    const down = row === 0 ? 0 : row % 2 === 1 ? Math.ceil(row / 2) : -row / 2
    const box = {
      x: snap(last.x + last.w + gap),
      y: snap(last.y + last.h / 2 - size.h / 2 + down * (size.h + ROOM)),
      ...size,
    }
    if (!things.some((one) => overlaps(grow(one, ROOM / 2), box))) return box
  }
  return { x: snap(last.x), y: snap(last.y + last.h + gap), ...size }
}

/** Where the next of a column goes: right below the last, or to the right of what stands there. */
export function spotBelow(
  scene: Scene,
  last: Box,
  size: { readonly w: number; readonly h: number },
  gap: number,
): Box {
  const things = [...scene.items.values()].filter((one) => !one.container)
  const at = (column: number): Box => ({
    x: last.x + column * (size.w + gap),
    y: last.y + last.h + gap,
    ...size,
  })
  for (let column = 0; column < 40; column++)
    if (!things.some((one) => overlaps(grow(one, gap / 2), at(column)))) return at(column)
  return at(0)
}

/** The same for notes: at the same height, close to the last. */
export function spotBeside(
  scene: Scene,
  last: Box,
  size: { readonly w: number; readonly h: number },
  gap: number,
): Box {
  const things = [...scene.items.values()].filter((one) => !one.container)
  const at = (row: number): Box => ({ x: last.x + last.w + gap, y: last.y + row * (size.h + gap), ...size })
  for (let row = 0; row < 40; row++)
    if (!things.some((one) => overlaps(grow(one, gap / 2), at(row)))) return at(row)
  return at(0)
}

// the ring's cells, those to the right and below first
function ringOf(ring: number): [number, number][] {
  if (ring === 0) return [[0, 0]]
  const out: [number, number][] = []
  for (let dx = -ring; dx <= ring; dx++) {
    for (let dy = -ring; dy <= ring; dy++) {
      if (Math.max(Math.abs(dx), Math.abs(dy)) === ring) out.push([dx, dy])
    }
  }
  return out.sort(([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by) || bx + by - ax - ay)
}
