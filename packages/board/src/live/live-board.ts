import type * as Y from 'yjs'
import { itemsOf, metaOf, placesOf, proseOf, relationsOf, strokesOf } from '../document/roots.ts'
import type { ItemId, RelationId } from '../ids.ts'
import type { LayerName } from '../layers.ts'
import { assemble } from '../read/assemble.ts'
import { LayerReader } from '../read/layer-reader.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import type { StrokeId } from '../strokes/stroke.ts'

/** What differs between two snapshots; `all` when layers came or went. */
export interface BoardChange {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
  readonly strokes: ReadonlySet<StrokeId>
  readonly conduct: boolean
  readonly prose: boolean
}

/**
 * A board that follows its documents. A change in Yjs reads again only the items it names; everything else keeps
 * its identity. Subscribers hear once per `schedule` (a browser passes requestAnimationFrame, tests run at once).
 */
export class LiveBoard {
  readonly #readers = new Map<LayerName, { reader: LayerReader; stop: () => void }>()
  readonly #subscribers = new Set<(change: BoardChange) => void>()
  readonly #schedule: (work: () => void) => void
  #snapshot: BoardSnapshot
  #told: BoardSnapshot
  #stale = false
  #asked = false
  #proseChanged = false

  constructor(docs: ReadonlyMap<LayerName, Y.Doc>, schedule: (work: () => void) => void) {
    this.#schedule = schedule
    for (const [layer, doc] of docs) this.#follow(layer, doc)
    this.#snapshot = assemble(this.#list(), null)
    this.#told = this.#snapshot
  }

  /** The board now, every change included, also those not yet told to subscribers. */
  get snapshot(): BoardSnapshot {
    if (this.#stale) {
      this.#stale = false
      this.#snapshot = assemble(this.#list(), this.#snapshot)
    }
    return this.#snapshot
  }

  get docs(): ReadonlyMap<LayerName, Y.Doc> {
    return new Map([...this.#readers].map(([layer, { reader }]) => [layer, reader.doc]))
  }

  addLayer(layer: LayerName, doc: Y.Doc): void {
    this.#readers.get(layer)?.stop()
    this.#follow(layer, doc)
    this.#touch()
  }

  removeLayer(layer: LayerName): void {
    this.#readers.get(layer)?.stop()
    if (this.#readers.delete(layer)) this.#touch()
  }

  /** Returns its own undo. */
  subscribe(heard: (change: BoardChange) => void): () => void {
    this.#subscribers.add(heard)
    return () => this.#subscribers.delete(heard)
  }

  close(): void {
    for (const { stop } of this.#readers.values()) stop()
    this.#readers.clear()
    this.#subscribers.clear()
  }

  #list(): LayerReader[] {
    return [...this.#readers.values()].map(({ reader }) => reader)
  }

  #follow(layer: LayerName, doc: Y.Doc): void {
    const reader = new LayerReader(layer, doc)
    const followed: [Y.AbstractType<unknown>, (id: string) => void][] = [
      [placesOf(doc) as Y.AbstractType<unknown>, (id) => reader.readPlace(id)],
      [relationsOf(doc) as Y.AbstractType<unknown>, (id) => reader.readRelation(id)],
    ]
    const stops = followed.map(([root, read]) =>
      observe(root, (ids) => {
        for (const id of ids) read(id)
        this.#touch()
      }),
    )
    stops.push(
      observe(itemsOf(doc) as Y.AbstractType<unknown>, (ids) => {
        reader.readItems(ids)
        this.#touch()
      }),
    )
    stops.push(
      observe(strokesOf(doc) as Y.AbstractType<unknown>, (ids) => {
        reader.readStrokes(ids)
        this.#touch()
      }),
    )
    stops.push(observe(metaOf(doc) as Y.AbstractType<unknown>, () => this.#touch()))
    stops.push(
      observe(proseOf(doc) as Y.AbstractType<unknown>, (sections) => {
        reader.readProse(sections)
        this.#proseChanged = true
        this.#touch()
      }),
    )
    this.#readers.set(layer, {
      reader,
      stop: () => {
        for (const stop of stops) stop()
      },
    })
  }

  #touch(): void {
    this.#stale = true
    if (this.#asked) return
    this.#asked = true
    this.#schedule(() => this.#tell())
  }

  #tell(): void {
    this.#asked = false
    const before = this.#told
    const now = this.snapshot
    this.#told = now
    if (before === now) return
    const change: BoardChange = {
      items: differing(before.items, now.items),
      relations: differing(before.relations, now.relations),
      strokes: differing(before.strokes, now.strokes),
      conduct: before.conduct !== now.conduct,
      prose: this.#proseChanged,
    }
    this.#proseChanged = false
    for (const heard of [...this.#subscribers]) heard(change)
  }
}

/** Calls with the top-level keys that an event deep inside touched. */
function observe(root: Y.AbstractType<unknown>, changed: (ids: ReadonlySet<string>) => void): () => void {
  const heard = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const ids = new Set<string>()
    for (const event of events) {
      const [top] = event.path
      if (top !== undefined) ids.add(String(top))
      else for (const key of event.changes.keys.keys()) ids.add(key)
    }
    changed(ids)
  }
  root.observeDeep(heard as never)
  return () => root.unobserveDeep(heard as never)
}

function differing<K, V>(before: ReadonlyMap<K, V>, now: ReadonlyMap<K, V>): Set<K> {
  if (before === now) return new Set()
  const out = new Set<K>()
  for (const [key, value] of now) if (before.get(key) !== value) out.add(key)
  for (const key of before.keys()) if (!now.has(key)) out.add(key)
  return out
}
