import type * as Y from 'yjs'
import type { ItemId, RelationId } from '../ids.ts'
import type { ProseBlock } from '../prose/blocks.ts'
import { assemble } from '../read/assemble.ts'
import { LayerReader } from '../read/layer-reader.ts'
import type { BoardSnapshot, Item, Place, Relation } from '../snapshot.ts'
import type { Stroke, StrokeId } from '../strokes/stroke.ts'
import { splitKey } from './shared-entries.ts'
import { documentOf, type Step } from './steps.ts'

interface State {
  readonly items: Map<ItemId, Item>
  readonly places: Map<ItemId, Place>
  readonly relations: Map<RelationId, Relation>
  readonly strokes: Map<StrokeId, Stroke>
  readonly prose: Map<string, readonly ProseBlock[]>
}

/** The whole state is kept at every so many frames, so that going back is quick. */
const KEPT_EVERY = 24

/** A board through time: any moment of it can be read, by the same total reading as the board itself. */
export class Film {
  readonly length: number
  readonly #steps: readonly Step[]
  readonly #conduct: Y.Doc | undefined
  readonly #kept = new Map<number, State>()
  #state: State = empty()
  #at = -1
  #board: BoardSnapshot | null = null

  /** `conduct`: the board's title, kind and zone, which are as they are now */
  constructor(steps: readonly Step[], conduct?: Y.Doc) {
    this.#steps = steps
    this.#conduct = conduct
    this.length = steps.length
  }

  /** The board after the step of this number, counted from 0. What did not change between two calls keeps its identity. */
  at(frame: number): BoardSnapshot {
    const wanted = Math.max(-1, Math.min(frame, this.#steps.length - 1))
    if (wanted < this.#at) this.#goBack(wanted)
    while (this.#at < wanted) this.#forward()
    const strokes = new Map(this.#state.strokes)
    const common = { layer: 'common' as const, doc: undefined, ...this.#state, strokes }
    const layers = this.#conduct ? [common, new LayerReader('conduct', this.#conduct)] : [common]
    this.#board = assemble(layers, this.#board)
    return this.#board
  }

  #goBack(wanted: number): void {
    const near = Math.floor((wanted + 1) / KEPT_EVERY) * KEPT_EVERY - 1
    const kept = this.#kept.get(near)
    this.#state = kept ? copyOf(kept) : empty()
    this.#at = kept ? near : -1
  }

  #forward(): void {
    this.#at++
    const step = this.#steps[this.#at]
    if (step) play(this.#state, step)
    if ((this.#at + 1) % KEPT_EVERY === 0 && !this.#kept.has(this.#at))
      this.#kept.set(this.#at, copyOf(this.#state))
  }
}

function play(state: State, step: Step): void {
  for (const key of step.gone) {
    const where = splitKey(key)
    if (where) state[where[0]].delete(where[1] as never)
  }
  const doc = documentOf(step.put)
  const reader = new LayerReader('common', doc)
  for (const [id, item] of reader.items) state.items.set(id, item)
  for (const [id, place] of reader.places) state.places.set(id, place)
  for (const [id, relation] of reader.relations) state.relations.set(id, relation)
  for (const [id, stroke] of reader.strokes) state.strokes.set(id, stroke)
  for (const [section, blocks] of reader.prose) state.prose.set(section, blocks)
  doc.destroy()
}

function empty(): State {
  return { items: new Map(), places: new Map(), relations: new Map(), strokes: new Map(), prose: new Map() }
}

function copyOf(state: State): State {
  return {
    items: new Map(state.items),
    places: new Map(state.places),
    relations: new Map(state.relations),
    strokes: new Map(state.strokes),
    prose: new Map(state.prose),
  }
}
