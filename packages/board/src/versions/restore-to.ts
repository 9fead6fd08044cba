import * as Y from 'yjs'
import { apply } from '../commands/apply.ts'
import type { Command } from '../commands/command.ts'
import { checkValues, rewrite } from '../commands/field-values.ts'
import { deletedAt } from '../document/deleted.ts'
import { itemMap, itemsOf, placesOf, relationMap, relationsOf } from '../document/roots.ts'
import type { ItemId } from '../ids.ts'
import { isItemTypeName, itemType } from '../items/catalogue.ts'
import { LIMITS } from '../limits.ts'
import { absolutePlaces } from '../read/absolute-places.ts'
import { LayerReader } from '../read/layer-reader.ts'
import { wholeShape } from '../relations/shape.ts'
import type { Item, Place, Relation } from '../snapshot.ts'
import { restoreProse } from './restore-prose.ts'
import { restoreStrokes } from './restore-strokes.ts'
import { copyEntry } from './shared-entries.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * Turns what everybody sees on a board back into what a version shows, by ordinary changes on top of all that happened since:
 * what is not in it is marked deleted, what was deleted comes back, fields, texts, places, arrows and prose are set back.
 * Nothing leaves the document. What was shown from quiet writing since then stays: those words are not anybody's to take off.
 *
 * `doc`: `common`, inside the caller's transaction; `version`: a document made from `sharedCopy`. `now` in ms since 1970.
 */
export function restoreTo(doc: Y.Doc, version: Y.Doc, now: number): void {
  new Restoring(doc, version, now).run()
}

class Restoring {
  readonly #doc: Y.Doc
  readonly #version: Y.Doc
  readonly #now: number
  readonly #before: LayerReader
  readonly #wanted: LayerReader
  /** on the board and not in the version, and there to stay */
  readonly #staying = new Set<string>()

  constructor(doc: Y.Doc, version: Y.Doc, now: number) {
    this.#doc = doc
    this.#version = version
    this.#now = now
    this.#before = new LayerReader('common', doc)
    this.#wanted = new LayerReader('common', version)
    for (const [id, item] of this.#before.items)
      if (item.deleted === null && item.round !== null && !this.#wanted.items.has(id)) this.#staying.add(id)
  }

  run(): void {
    this.#bringBack()
    this.#setBack()
    this.#placeBack()
    this.#takeOff()
    this.#rejoin()
    restoreStrokes(this.#doc, this.#version)
    restoreProse(this.#doc, this.#version)
  }

  /** All of them, as far as the board's own rules let them. */
  #run(commands: readonly Command[]): void {
    const docs = new Map([['common' as const, this.#doc]])
    const options = { now: this.#now, origin: 'hand' }
    for (let at = 0; at < commands.length; at += LIMITS.batch) {
      const batch = commands.slice(at, at + LIMITS.batch)
      if (apply(docs, batch, options).ok) continue
      for (const command of batch) apply(docs, [command], options)
    }
  }

  #bringBack(): void {
    const deleted: string[] = []
    for (const id of this.#wanted.items.keys()) {
      const map = itemMap(this.#doc, id)
      if (!map) itemsOf(this.#doc).set(id, copyEntry('items', itemsOf(this.#version).get(id)))
      else if (deletedAt(map) !== null) deleted.push(id)
    }
    this.#run(chunks(deleted).map((ids) => ({ do: 'restore', ids })))
  }

  #setBack(): void {
    const commands: Command[] = []
    for (const [id, wanted] of this.#wanted.items) {
      const held = this.#before.items.get(id)
      if (!held || held.type !== wanted.type || wanted.type === 'plain') continue
      const fields = this.#fieldsToSet(id, held, wanted)
      if (Object.keys(fields).length > 0) commands.push({ do: 'set', id, fields })
      commands.push(...this.#entriesToPut(id, held, wanted))
    }
    this.#run(commands)
  }

  #fieldsToSet(id: string, held: Item, wanted: Item): Record<string, unknown> {
    if (!isItemTypeName(wanted.type)) return {}
    const [now, then] = [held as unknown as Values, wanted as unknown as Values]
    const fields: Record<string, unknown> = {}
    const definitions = itemType(wanted.type).fields
    for (const key of [...Object.keys(definitions), 'round', 'keptBack', 'group']) {
      const storage = definitions[key]?.storage ?? 'value'
      if (storage === 'bag' || same(now[key], then[key])) continue
      const value = then[key] ?? (key === 'group' ? null : then[key])
      if (checkValues(wanted.type, { [key]: value }) === null) fields[key] = value
      // several people wrote more at once than one may: no command takes that much
      else if (storage === 'text') this.#rewrite(id, key, value)
    }
    return fields
  }

  #rewrite(id: string, key: string, value: unknown): void {
    const text = itemMap(this.#doc, id)?.get(key)
    if (text instanceof Y.Text && typeof value === 'string') rewrite(text, value)
  }

  #entriesToPut(id: string, held: Item, wanted: Item): Command[] {
    if (!isItemTypeName(wanted.type) || held.type !== wanted.type) return []
    const commands: Command[] = []
    const fields = Object.entries(itemType(wanted.type).fields)
    for (const field of ['tags', ...fields.flatMap(([key, { storage }]) => (storage === 'bag' ? key : []))]) {
      const now = this.#bag(this.#doc, id, field)
      const then = this.#bag(this.#version, id, field)
      for (const entry of new Set([...now.keys(), ...then.keys()]))
        if (!same(now.get(entry), then.get(entry)))
          commands.push({ do: 'put', id, field, entry, value: then.get(entry) ?? null })
    }
    return commands
  }

  #bag(doc: Y.Doc, id: string, field: string): Map<string, unknown> {
    const bag = itemMap(doc, id)?.get(field)
    return new Map(bag instanceof Y.Map ? bag.entries() : [])
  }

  #placeBack(): void {
    const absolute = absolutePlaces(this.#wanted.places)
    const moved: { id: ItemId; place: Place | null }[] = []
    for (const [id, stored] of this.#wanted.places) {
      if (!itemMap(this.#doc, id)) continue
      const { parent } = stored
      const isKnown = parent !== id && parent && this.#wanted.places.has(parent) && itemMap(this.#doc, parent)
      // what it lay in is known to nobody any more: it goes where it was seen
      const place = parent === null || isKnown ? stored : { ...(absolute.get(id) ?? stored), parent: null }
      if (!same(this.#before.places.get(id), place)) moved.push({ id, place })
    }
    for (const id of this.#wanted.items.keys())
      if (placesOf(this.#doc).has(id) && !this.#wanted.places.has(id)) moved.push({ id, place: null })
    this.#run(chunks(moved).map((places) => ({ do: 'place', places })))
  }

  #takeOff(): void {
    const ids = [...this.#before.items.values()].flatMap(({ id, deleted }) => {
      return deleted === null && !this.#wanted.items.has(id) && !this.#staying.has(id) ? [id] : []
    })
    this.#run(chunks(ids).map((some) => ({ do: 'remove', ids: some })))
  }

  #rejoin(): void {
    const back: string[] = []
    const commands: Command[] = []
    for (const [id, wanted] of this.#wanted.relations) {
      const map = relationMap(this.#doc, id)
      if (!map) relationsOf(this.#doc).set(id, copyEntry('relations', relationsOf(this.#version).get(id)))
      else if (deletedAt(map) !== null) back.push(id)
      const held = this.#before.relations.get(id)
      const then = arrowOf(wanted)
      if (map && !same(held && arrowOf(held), then)) commands.push({ do: 'amend', id, ...then })
    }
    const gone = [...this.#before.relations.values()].flatMap(({ id, from, to, deleted }) => {
      const isSeen = this.#isThere(from) && this.#isThere(to)
      const stays = this.#staying.has(from) || this.#staying.has(to)
      return deleted === null && !this.#wanted.relations.has(id) && isSeen && !stays ? [id] : []
    })
    this.#run([
      ...chunks(back).map((ids): Command => ({ do: 'reconnect', ids })),
      ...commands,
      ...chunks(gone).map((ids): Command => ({ do: 'disconnect', ids })),
    ])
  }

  #isThere(id: ItemId): boolean {
    return this.#wanted.items.has(id) || this.#staying.has(id)
  }
}

function arrowOf(relation: Relation) {
  const { from, to, kind, label } = relation
  return { from, to, kind, label, ...wholeShape(relation) }
}

function chunks<T>(list: readonly T[]): T[][] {
  const out: T[][] = []
  for (let at = 0; at < list.length; at += LIMITS.batch) out.push(list.slice(at, at + LIMITS.batch))
  return out
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
