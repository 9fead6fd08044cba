import * as Y from 'yjs'
import { deletedAt, markUndone } from '../document/deleted.ts'
import {
  itemMap,
  itemsOf,
  placesOf,
  proseOf,
  relationMap,
  relationsOf,
  strokesOf,
} from '../document/roots.ts'

type AnyType = Pick<Y.AbstractType<unknown>, '_map' | '_start'>

/** Letters typed within this time of each other are one step, in ms. */
const TYPING_PAUSE = 600

/**
 * Undo within one layer, on Y.UndoManager. A creation is never taken back by erasing it (words that others type
 * into it meanwhile would be lost): what lies under `kept` ids stays, and the history marks it deleted instead. In
 * prose, a paragraph or list that others have written in stays for as long as their words do.
 */
export class LayerUndo {
  readonly #doc: Y.Doc
  readonly #manager: Y.UndoManager
  #kept: ReadonlySet<string> = new Set()

  constructor(doc: Y.Doc, origins: Set<unknown>, added: () => void) {
    this.#doc = doc
    const roots = [itemsOf(doc), placesOf(doc), relationsOf(doc), strokesOf(doc), proseOf(doc)]
    this.#manager = new Y.UndoManager(roots as Y.Map<unknown>[], {
      trackedOrigins: origins,
      captureTimeout: TYPING_PAUSE,
      deleteFilter: (item) => !this.#isKept(item) && !holdsWords(item),
    })
    this.#manager.on('stack-item-added', (event: { type: 'undo' | 'redo'; origin: unknown }) => {
      if (event.type === 'undo' && event.origin !== this.#manager) added()
    })
  }

  /** What comes next is a step of its own. */
  pause(): void {
    this.#manager.stopCapturing()
  }

  /** Takes back the newest step in this layer; true when something changed. */
  undo(kept: ReadonlySet<string>): boolean {
    return this.#one(this.#manager.undoStack, this.#manager.redoStack, kept, () => this.#manager.undo())
  }

  redo(kept: ReadonlySet<string>): boolean {
    return this.#one(this.#manager.redoStack, this.#manager.undoStack, kept, () => this.#manager.redo())
  }

  /** The two newest steps become one. */
  joinNewest(): void {
    const { undoStack } = this.#manager
    const newest = undoStack.pop()
    const before = undoStack.at(-1)
    if (!newest || !before) throw new Error('there are no two steps to join')
    before.insertions = Y.mergeDeleteSets([before.insertions, newest.insertions])
    before.deletions = Y.mergeDeleteSets([before.deletions, newest.deletions])
  }

  clear(): void {
    this.#manager.clear()
  }

  close(): void {
    this.#manager.destroy()
  }

  /** Hides what this person made (`at` in ms), or shows it again (null); no step of its own. */
  markUndone(ids: Iterable<string>, at: number | null): void {
    const mark = (): void => {
      for (const id of ids) {
        const map = itemMap(this.#doc, id) ?? relationMap(this.#doc, id)
        if (map) markUndone(map, at)
      }
    }
    this.#doc.transact(mark, { source: 'undo' })
  }

  /** True when somebody else wrote inside the item or relation, or connected it. */
  touchedByOthers(id: string): boolean {
    const mine = this.#doc.clientID
    const inside = [itemsOf(this.#doc).get(id), relationsOf(this.#doc).get(id)]
    if (inside.some((map) => map instanceof Y.Map && someStruct(map as AnyType, (client) => client !== mine)))
      return true
    for (const relation of relationsOf(this.#doc).values()) {
      if (!(relation instanceof Y.Map) || (relation.get('from') !== id && relation.get('to') !== id)) continue
      if (deletedAt(relation) !== null) continue
      if (relation._item && relation._item.id.client !== mine) return true
    }
    return false
  }

  /** True when somebody else has moved the stroke since: it stays where they put it. */
  movedByOthers(stroke: string): boolean {
    const entry = (strokesOf(this.#doc) as unknown as AnyType)._map.get(stroke)
    return entry !== undefined && !entry.deleted && entry.id.client !== this.#doc.clientID
  }

  // Y.UndoManager goes on to the step below when the newest one changes nothing; we want just the newest one.
  #one(from: unknown[], to: unknown[], kept: ReadonlySet<string>, go: () => void): boolean {
    const below = from.splice(0, Math.max(0, from.length - 1))
    const before = to.length
    this.#kept = kept
    try {
      go()
    } finally {
      this.#kept = new Set()
      from.unshift(...below)
    }
    return to.length > before
  }

  #isKept(item: Y.Item): boolean {
    if (this.#kept.size === 0) return false
    const roots: unknown[] = [itemsOf(this.#doc), relationsOf(this.#doc), placesOf(this.#doc)]
    let at: Y.Item | null = item
    while (at) {
      const parent: unknown = at.parent
      if (roots.includes(parent)) return at.parentSub !== null && this.#kept.has(at.parentSub)
      at = parent instanceof Y.AbstractType ? parent._item : null
    }
    return false
  }
}

/** True for a text or element that still has something living in it. One's own words in it go before it does. */
function holdsWords({ content }: Y.Item): boolean {
  if (!(content instanceof Y.ContentType)) return false
  const type: AnyType = content.type
  for (let item = type._start; item; item = item.right) if (item.countable && !item.deleted) return true
  return false
}

/** True when some living or dead struct inside the map, texts included, satisfies `of`. */
function someStruct(type: AnyType, of: (client: number) => boolean): boolean {
  for (const entry of type._map.values()) {
    for (let item: Y.Item | null = entry; item; item = item.left) {
      if (of(item.id.client)) return true
      if (item.content instanceof Y.ContentType && someStruct(item.content.type as AnyType, of)) return true
    }
  }
  for (let item = type._start; item; item = item.right) if (of(item.id.client)) return true
  return false
}
