import type { Box } from '../drawing.ts'

const CELL = 240

/** Boxes in square cells, so that asking what a line crosses does not look at the whole board. */
export class BoxGrid<K> {
  readonly #cells = new Map<string, { readonly key: K; readonly box: Box }[]>()

  add(key: K, box: Box): void {
    for (const cell of cells(box)) {
      const list = this.#cells.get(cell)
      if (list) list.push({ key, box })
      else this.#cells.set(cell, [{ key, box }])
    }
  }

  /** The keys of the boxes that a line of right-angled pieces runs through, edges excepted. */
  crossed(points: readonly number[], except: readonly K[]): Set<K> {
    const out = new Set<K>()
    for (let at = 0; at + 3 < points.length; at += 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(at, at + 4)
      const piece = { x: Math.min(x1, x2), y: Math.min(y1, y2), w: Math.abs(x2 - x1), h: Math.abs(y2 - y1) }
      for (const cell of cells(piece)) {
        for (const { key, box } of this.#cells.get(cell) ?? []) {
          if (!except.includes(key) && meets(piece, box)) out.add(key)
        }
      }
    }
    return out
  }
}

function meets(piece: Box, box: Box): boolean {
  const clear = 3
  return (
    piece.x < box.x + box.w + clear &&
    piece.x + piece.w > box.x - clear &&
    piece.y < box.y + box.h + clear &&
    piece.y + piece.h > box.y - clear
  )
}

/** Longer lines than this are looked at coarsely: a wire across the whole board touches no more cells than this. */
const MOST_CELLS = 400

function* cells(box: Box): Generator<string> {
  const left = Math.floor(box.x / CELL)
  const right = Math.floor((box.x + box.w) / CELL)
  const top = Math.floor(box.y / CELL)
  const bottom = Math.floor((box.y + box.h) / CELL)
  let remaining = MOST_CELLS
  for (let x = left; x <= right; x += 1) {
    for (let y = top; y <= bottom; y += 1) {
      if (remaining === 0) return
      remaining -= 1
      yield `${x} ${y}`
    }
  }
}
