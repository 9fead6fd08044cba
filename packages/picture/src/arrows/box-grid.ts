import type { Box } from '../drawing.ts'
import type { Point } from './point.ts'

const CELL = 240
/** Cards heaped on one spot (a paste gone wrong, ill will) are not all worth going round: so many of a cell are looked at. */
const MOST_IN_CELL = 60

/** Boxes in square cells, so that asking what a line crosses does not look at the whole board. */
export class BoxGrid<K> {
  readonly #cells = new Map<number, { readonly key: K; readonly box: Box }[]>()

  add(key: K, box: Box): void {
    for (const cell of cells(box)) {
      const list = this.#cells.get(cell)
      if (list === undefined) this.#cells.set(cell, [{ key, box }])
      else if (list.length < MOST_IN_CELL) list.push({ key, box })
    }
  }

  /** The keys of the boxes that a line of right-angled pieces runs through, edges excepted. */
  crossed(corners: readonly Point[], except: readonly K[]): Set<K> {
    const out = new Set<K>()
    corners.forEach((b, at) => {
      const a = corners[at - 1]
      if (!a) return
      const piece = {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        w: Math.abs(b.x - a.x),
        h: Math.abs(b.y - a.y),
      }
      for (const cell of cells(piece)) {
        for (const { key, box } of this.#cells.get(cell) ?? []) {
          if (meets(piece, box) && !except.includes(key)) out.add(key)
        }
      }
    })
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

function* cells(box: Box): Generator<number> {
  const left = Math.floor(box.x / CELL)
  const right = Math.floor((box.x + box.w) / CELL)
  const top = Math.floor(box.y / CELL)
  const bottom = Math.floor((box.y + box.h) / CELL)
  let remaining = MOST_CELLS
  for (let x = left; x <= right; x += 1) {
    for (let y = top; y <= bottom; y += 1) {
      if (remaining === 0) return
      remaining -= 1
      yield x * 2_000_003 + y
    }
  }
}
