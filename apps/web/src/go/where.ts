import { type BoardSnapshot, isId, itemId } from '@second-story/board'
import type { View } from '../board/board-ui.ts'
import { nameOf } from '../outline/item-words.ts'
import type { Person } from '../presence/people.ts'
import { say } from './words.ts'

/** Views as presence calls them; a word that this version does not know is the map. */
const VIEWS: Readonly<Record<string, View>> = {
  map: 'map',
  outline: 'list',
  timeline: 'timeline',
  record: 'record',
}

export function viewOfWord(word: string): View {
  return Object.hasOwn(VIEWS, word) ? (VIEWS[word] ?? 'map') : 'map'
}

export function wordOfView(view: View): string {
  return view === 'list' ? 'outline' : view
}

/** The view that somebody has in front; the map where they do not say. */
export function viewOfPerson({ where }: Pick<Person, 'where'>): View {
  return where ? viewOfWord(where.view) : 'map'
}

/** “Ada is in the record.”, “Ada is at 14:05 pager fires.” */
export function sayWhere(board: BoardSnapshot, person: Pick<Person, 'name' | 'where'>): string {
  const { name, where } = person
  const item = where?.at && isId(where.at) ? board.items.get(itemId(where.at)) : undefined
  if (item) return say.personAt(name, nameOf(item))
  const view = viewOfPerson(person)
  if (view === 'map') return say.personIn(name, say.onMap)
  if (view === 'list') return say.personIn(name, say.inOutline)
  return say.personIn(name, view === 'timeline' ? say.inTimeline : say.inRecord)
}
