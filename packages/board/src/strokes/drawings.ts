import type { LayerName } from '../layers.ts'
import type { Stroke, StrokeId } from './stroke.ts'

/** Strokes that lie so close together that people see one drawing. */
export interface InkDrawing {
  readonly strokes: readonly StrokeId[]
  readonly layer: LayerName
  readonly box: Stroke['box']
}

/** Canvas units: strokes nearer than this belong together. */
const NEAR = 32

/**
 * What was drawn, as few things as people would count: strokes whose boxes nearly touch, of one layer. In reading order, top to
 * bottom; the same strokes give the same drawings, whatever order they came in.
 */
export function drawingsOf(strokes: ReadonlyMap<StrokeId, Stroke>): readonly InkDrawing[] {
  const ordered = [...strokes.values()].sort((a, b) => a.box.x - b.box.x || (a.id < b.id ? -1 : 1))
  const groups = new Groups(ordered.length)
  // a line sweeps from left to right; those that it still crosses, or has hardly left, may touch the next one
  let open: number[] = []
  for (const [index, { box, layer }] of ordered.entries()) {
    open = open.filter((other) => rightOf(ordered[other]) + NEAR >= box.x)
    for (const other of open) {
      const one = ordered[other]
      if (one && one.layer === layer && isLevel(one.box, box)) groups.join(other, index)
    }
    open.push(index)
  }
  const members = new Map<number, Stroke[]>()
  for (const [index, stroke] of ordered.entries()) {
    const root = groups.rootOf(index)
    const list = members.get(root)
    if (list) list.push(stroke)
    else members.set(root, [stroke])
  }
  return [...members.values()].map(asDrawing).sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
}

function rightOf(stroke: Stroke | undefined): number {
  return stroke ? stroke.box.x + stroke.box.w : Number.NEGATIVE_INFINITY
}

function isLevel(a: Stroke['box'], b: Stroke['box']): boolean {
  return a.y - NEAR <= b.y + b.h && b.y - NEAR <= a.y + a.h
}

function asDrawing(all: readonly Stroke[]): InkDrawing {
  const x = Math.min(...all.map(({ box }) => box.x))
  const y = Math.min(...all.map(({ box }) => box.y))
  return {
    strokes: all.map(({ id }) => id).sort(),
    layer: all[0]?.layer ?? 'common',
    box: {
      x,
      y,
      w: Math.max(...all.map(({ box }) => box.x + box.w)) - x,
      h: Math.max(...all.map(({ box }) => box.y + box.h)) - y,
    },
  }
}

/** Which of many belong together, as it becomes known. */
class Groups {
  readonly #parent: number[]

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, index) => index)
  }

  rootOf(index: number): number {
    let at = index
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      const higher = this.#parent[up] ?? up
      this.#parent[at] = higher
      at = higher
    }
    return at
  }

  join(a: number, b: number): void {
    this.#parent[this.rootOf(b)] = this.rootOf(a)
  }
}
