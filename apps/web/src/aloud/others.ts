import { type BoardSnapshot, firstLine, type Item, type ItemId, type RelationId } from '@second-story/board'
import { nameOf, nounOf, wordsField, wordsOf } from '../outline/item-words.ts'
import { boundaryIdOf } from '../outline/text/boundaries.ts'
import { sayRelation } from './say-relation.ts'

/** What others have touched since it was last told. */
export interface Touched {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
}

/**
 * What others did, in one line for a screen reader, without who: one thing in its own words, several as numbers.
 * '' where nothing can be told (things were only moved about where they lie).
 */
export function sayOthers(before: BoardSnapshot, now: BoardSnapshot, touched: Touched): string {
  const said = {
    added: [] as string[],
    deleted: [] as string[],
    changed: [] as string[],
    moved: [] as string[],
    drawn: [] as string[],
  }
  for (const id of touched.items) {
    const [was, is] = [before.items.get(id), now.items.get(id)]
    if (is && !was) said.added.push(`Added: ${nameOf(is)}, ${nounOf(is)}.`)
    else if (was && !is) said.deleted.push(`Deleted: ${nameOf(was)}.`)
    else if (was && is && wordsOf(was) !== wordsOf(is))
      said.changed.push(
        wordsField(is) === 'name'
          ? `${nameOf(was)} was renamed to ${nameOf(is)}.`
          : `Now a ${nounOf(is)} says: ${firstLine(wordsOf(is), 'nothing')}.`,
      )
    else if (was && is && boundaryIdOf(before, was) !== boundaryIdOf(now, is))
      said.moved.push(sayMoved(now, is))
  }
  for (const id of touched.relations) {
    const [was, is] = [before.relations.get(id), now.relations.get(id)]
    if (is && !was) said.drawn.push(`Drawn: ${sayRelation(now, is)}.`)
    // an arrow that went with its end was told with it
    else if (was && !is && now.items.has(was.from) && now.items.has(was.to))
      said.deleted.push(`Deleted: ${sayRelation(before, was)}.`)
  }
  const all = [...said.added, ...said.changed, ...said.moved, ...said.drawn, ...said.deleted]
  if (all.length <= 1) return all[0] ?? ''
  const counts = [
    [said.added.length, 'added'],
    [said.changed.length, 'reworded'],
    [said.moved.length, 'put elsewhere'],
    [said.drawn.length, said.drawn.length === 1 ? 'arrow drawn' : 'arrows drawn'],
    [said.deleted.length, 'deleted'],
  ] as const
  return `Others: ${counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ')}.`
}

/** Another boundary is another heading of the outline. */
function sayMoved(now: BoardSnapshot, item: Item): string {
  const id = boundaryIdOf(now, item)
  const holder = id === null ? undefined : now.items.get(id)
  return holder
    ? `${nameOf(item)} is now in ${nameOf(holder)}.`
    : `${nameOf(item)} is now outside any boundary.`
}
