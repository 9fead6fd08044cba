import { isItemTypeName, itemType } from '../items/catalogue.ts'
import { firstLine } from '../items/define.ts'
import { ARROW_LOOKS } from '../relations/kinds.ts'
import type { BoardSnapshot, Item, Relation } from '../snapshot.ts'

/**
 * What differs between two states of a board, in words, the weightiest first: "3 factors added", "“payment” renamed to
 * “payments”". Only names of components, boundaries and frames are told; what people wrote in sentences is counted, and
 * nobody is named.
 */
export function changesInWords(before: BoardSnapshot, after: BoardSnapshot): readonly string[] {
  return [
    ...itemChanges(before, after),
    ...relationChanges(before, after),
    ...strokeChanges(before, after),
    ...proseChanges(before, after),
  ]
}

function itemChanges(before: BoardSnapshot, after: BoardSnapshot): string[] {
  const added = new Tally()
  const removed = new Tally()
  const reworded = new Tally()
  const renamed: string[] = []
  const changed: Item[] = []
  let moved = 0
  for (const [id, item] of after.items) {
    const was = before.items.get(id)
    if (!was) added.count(item)
    else if (was !== item) {
      if (wordsOf(was) !== wordsOf(item)) {
        if (nameOf(item) !== null) renamed.push(renaming(was, item))
        else reworded.count(item)
      } else if (!same({ ...was, place: null }, { ...item, place: null })) changed.push(item)
      if (!same(was.place, item.place)) moved++
    }
  }
  for (const [id, item] of before.items) if (!after.items.has(id)) removed.count(item)
  return [
    ...added.words('added'),
    ...removed.words('deleted'),
    ...(renamed.length > 2 ? [`${renamed.length} things renamed`] : renamed),
    ...reworded.words('reworded'),
    ...changedWords(changed),
    ...(moved > 0 ? [`${things(moved)} moved`] : []),
  ]
}

function renaming(was: Item, item: Item): string {
  const [from, to] = [wordsOf(was), wordsOf(item)]
  if (from === '') return `a ${nounOf(item)} named ${quoted(to)}`
  return to === '' ? `${quoted(from)} lost its name` : `${quoted(from)} renamed to ${quoted(to)}`
}

function changedWords(changed: readonly Item[]): string[] {
  const [only] = changed
  if (!only) return []
  const name = changed.length === 1 ? nameOf(only) : null
  return [`${name ? quoted(name) : things(changed.length)} changed`]
}

function relationChanges(before: BoardSnapshot, after: BoardSnapshot): string[] {
  const drawn = { arrows: 0, links: 0 }
  const gone = { arrows: 0, links: 0 }
  let changed = 0
  for (const [id, relation] of after.relations) {
    const was = before.relations.get(id)
    if (!was) drawn[sortOf(relation)]++
    else if (was !== relation && !same(was, relation)) changed++
  }
  for (const [id, relation] of before.relations) if (!after.relations.has(id)) gone[sortOf(relation)]++
  const say = (n: number, one: string, verb: string): string[] =>
    n > 0 ? [`${n} ${one}${n === 1 ? '' : 's'} ${verb}`] : []
  return [
    ...say(drawn.arrows, 'arrow', 'drawn'),
    ...say(drawn.links, 'link', 'made'),
    ...say(gone.arrows, 'arrow', 'taken away'),
    ...say(gone.links, 'link', 'taken away'),
    ...say(changed, 'arrow', 'changed'),
  ]
}

function sortOf(relation: Relation): 'arrows' | 'links' {
  return ARROW_LOOKS[relation.kind].chip ? 'links' : 'arrows'
}

function strokeChanges({ strokes: before }: BoardSnapshot, { strokes: after }: BoardSnapshot): string[] {
  if (before === after) return []
  let [drawn, moved, erased] = [0, 0, 0]
  for (const [id, stroke] of after) {
    const was = before.get(id)
    if (!was) drawn++
    else if (was !== stroke && !same(was, stroke)) moved++
  }
  for (const id of before.keys()) if (!after.has(id)) erased++
  const say = (n: number, verb: string): string[] =>
    n > 0 ? [`${n} ${n === 1 ? 'line' : 'lines'} ${verb}`] : []
  return [...say(drawn, 'drawn'), ...say(moved, 'moved'), ...say(erased, 'erased')]
}

function proseChanges(before: BoardSnapshot, after: BoardSnapshot): string[] {
  const sections = [...new Set([...before.prose.keys(), ...after.prose.keys()])]
  const written = sections.filter(
    (one) => !same(before.prose.get(one) ?? [], after.prose.get(one) ?? []) && /^[a-z]+$/.test(one),
  )
  return written.map((section) => `the ${section} written`)
}

/** How many of each type: "3 factors", or the one by its name. */
class Tally {
  readonly #of = new Map<string, Item[]>()

  count(item: Item): void {
    const noun = nounOf(item)
    const held = this.#of.get(noun)
    if (held) held.push(item)
    else this.#of.set(noun, [item])
  }

  words(verb: string): string[] {
    return [...this.#of].map(([noun, items]) => {
      const [only] = items
      const name = items.length === 1 && only ? nameOf(only) : null
      if (name) return `${quoted(name)} ${verb}`
      return `${items.length} ${items.length === 1 ? noun : plural(noun)} ${verb}`
    })
  }
}

function nounOf(item: Item): string {
  return isItemTypeName(item.type) ? itemType(item.type).noun : 'card'
}

function plural(noun: string): string {
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

function wordsOf(item: Item): string {
  return 'name' in item ? item.name : item.text
}

/** The name of what is part of the system or the page; null for what people tell in sentences. */
function nameOf(item: Item): string | null {
  return item.type === 'component' || item.type === 'boundary' || item.type === 'frame' ? item.name : null
}

function quoted(name: string): string {
  return `“${firstLine(name, '', 40)}”`
}

function things(count: number): string {
  return count === 1 ? '1 thing' : `${count} things`
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
