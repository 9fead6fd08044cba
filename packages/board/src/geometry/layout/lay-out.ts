import { clearOf } from './clear.ts'
import { level } from './level.ts'
import { lifted, type Within } from './lifted.ts'
import { type Box, type Line, onGrid, PAD, STEP, type Thing, type Way } from './things.ts'

/** The least a holder is made. */
const LEAST = { w: 160, h: 96 } as const

/**
 * Lays a board out in ranks along one way, holders from the inside out: what lies in one stays together in it. Gives the
 * absolute boxes of all that stands elsewhere or is of another size than before. The same things and lines, in the same
 * order, give the same boxes; laid out again nothing moves, unless what stays stood in the way.
 */
export function layOut(
  things: readonly Thing[],
  lines: readonly Line[],
  way: Way = 'right',
): ReadonlyMap<string, Box> {
  const run = new Run(things, lines, way)
  run.place(null, run.arrange(null))
  return run.changed()
}

/** What lies right in a holder, as laid out: free things from the holder's inner corner, or absolute where it is fixed. */
interface Arranged {
  readonly boxes: ReadonlyMap<string, Box>
  /** of the holder's content, its room left out; null where it holds nothing */
  readonly size: { readonly w: number; readonly h: number } | null
  /** something in it does not move, so its corner cannot either */
  readonly fixed: boolean
}

class Run {
  readonly #things: ReadonlyMap<string, Thing>
  readonly #children = new Map<string | null, Thing[]>()
  readonly #lifted: ReadonlyMap<string | null, Within>
  readonly #way: Way
  readonly #arranged = new Map<string, Arranged>()
  readonly #out = new Map<string, Box>()

  constructor(things: readonly Thing[], lines: readonly Line[], way: Way) {
    this.#things = new Map(things.map((thing) => [thing.id, thing]))
    this.#way = way
    this.#lifted = lifted(this.#things, lines)
    for (const thing of things) {
      const within = thing.within !== null && this.#things.get(thing.within)?.holds ? thing.within : null
      const list = this.#children.get(within)
      if (list) list.push(thing)
      else this.#children.set(within, [thing])
    }
  }

  /** From the inside out. */
  arrange(within: string | null): Arranged {
    const children = this.#children.get(within) ?? []
    for (const child of children)
      if (child.holds && child.hold !== 'pinned') this.#arranged.set(child.id, this.arrange(child.id))
    const free = children.filter((child) => this.#isFree(child))
    const still = children.filter((child) => !this.#isFree(child))
    const boxes = this.#inRanks(within, free)
    const fixed = still.length > 0
    const holder = within === null ? null : this.#things.get(within)
    if (!fixed && within !== null)
      return { boxes, size: sizeOf(boxes.values()), fixed: holder?.hold !== 'free' }
    const corner = holder ? { x: onGrid(holder.x + PAD), y: onGrid(holder.y + PAD) } : cornerOf(free)
    const absolute = free.map((child) => {
      const box = boxes.get(child.id) ?? child
      return { ...box, x: box.x + corner.x, y: box.y + corner.y, id: child.id }
    })
    const kept = still.map((child) => ({ id: child.id, ...this.#stillBox(child) }))
    const cleared = clearOf(absolute, kept, this.#way === 'down')
    const placed = new Map(
      [...cleared, ...kept].map(({ id, x, y, w, h }): [string, Box] => [id, { x, y, w, h }]),
    )
    const inner = holder && {
      w: Math.max(0, ...[...placed.values()].map((box) => box.x + box.w)) - holder.x - PAD,
      h: Math.max(0, ...[...placed.values()].map((box) => box.y + box.h)) - holder.y - PAD,
    }
    return { boxes: placed, size: inner ?? null, fixed: true }
  }

  /** From the outside in: absolute places of all that lies in a holder. */
  place(within: string | null, arranged: Arranged): void {
    const holder = within === null ? null : (this.#out.get(within) ?? this.#things.get(within))
    const isAbsolute =
      within === null || (this.#children.get(within) ?? []).some((child) => !this.#isFree(child))
    const dx = isAbsolute || !holder ? 0 : holder.x + PAD
    const dy = isAbsolute || !holder ? 0 : holder.y + PAD
    for (const child of this.#children.get(within) ?? []) {
      const box = arranged.boxes.get(child.id)
      if (!box) continue
      this.#out.set(child.id, { ...box, x: box.x + dx, y: box.y + dy })
      const inner = this.#arranged.get(child.id)
      if (inner) this.place(child.id, inner)
    }
  }

  changed(): ReadonlyMap<string, Box> {
    const out = new Map<string, Box>()
    for (const [id, box] of this.#out) {
      const was = this.#things.get(id)
      if (was && (was.x !== box.x || was.y !== box.y || was.w !== box.w || was.h !== box.h)) out.set(id, box)
    }
    return out
  }

  #inRanks(within: string | null, free: readonly Thing[]): ReadonlyMap<string, Box> {
    const index = new Map(free.map((child, i) => [child.id, i]))
    const own = this.#lifted.get(within)
    const edges = (own?.lines ?? []).flatMap(({ from, to, room }) => {
      const [a, b] = [index.get(from), index.get(to)]
      return a === undefined || b === undefined ? [] : [{ from: a, to: b, room }]
    })
    const indices = (ids: Iterable<string> = []): number[] => [...ids].flatMap((id) => index.get(id) ?? [])
    const boxes = level(
      { size: free.length, edges },
      free.map((child) => this.#sizeOf(child)),
      this.#way,
      { entered: indices(own?.entered), left: indices(own?.left) },
    )
    return new Map(
      free.flatMap((child, i) => {
        const box = boxes[i]
        return box ? [[child.id, box] as const] : []
      }),
    )
  }

  /** It goes anywhere; a holder does so only while nothing in it keeps its place. */
  #isFree(thing: Thing): boolean {
    return thing.hold === 'free' && !this.#arranged.get(thing.id)?.fixed
  }

  #sizeOf(thing: Thing): { readonly w: number; readonly h: number } {
    const inner = this.#arranged.get(thing.id)?.size
    return inner ? round(inner) : { w: thing.w, h: thing.h }
  }

  /** A thing that keeps its corner: as large as before, or as what lies in it asks for. */
  #stillBox(thing: Thing): Box {
    const { x, y, w, h } = thing
    const inner = thing.hold === 'pinned' ? null : this.#arranged.get(thing.id)?.size
    if (!inner) return { x, y, w, h }
    const asks = round(inner)
    if (thing.hold === 'stays') return { x, y, w: Math.max(w, asks.w), h: Math.max(h, asks.h) }
    return { x, y, ...asks }
  }
}

function round(inner: { readonly w: number; readonly h: number }): {
  readonly w: number
  readonly h: number
} {
  return { w: Math.max(LEAST.w, onGrid(inner.w + 2 * PAD)), h: Math.max(LEAST.h, onGrid(inner.h + 2 * PAD)) }
}

function sizeOf(boxes: Iterable<Box>): Arranged['size'] {
  let size: { w: number; h: number } | null = null
  for (const box of boxes) {
    size ??= { w: 0, h: 0 }
    size.w = Math.max(size.w, box.x + box.w)
    size.h = Math.max(size.h, box.y + box.h)
  }
  return size
}

/** Where the open ground begins: the left top corner of all that moves. */
function cornerOf(free: readonly Thing[]): { readonly x: number; readonly y: number } {
  if (free.length === 0) return { x: 0, y: 0 }
  const x = Math.min(...free.map((one) => one.x))
  const y = Math.min(...free.map((one) => one.y))
  return { x: Math.round(x / STEP) * STEP, y: Math.round(y / STEP) * STEP }
}
