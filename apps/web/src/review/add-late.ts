import { type BoardSnapshot, itemType } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { openPlace } from '../outline/make-item.ts'
import type { Written } from './written.ts'

/**
 * The commands that add late words to the board: a copy by value under a new id in open space, joined to what the own
 * one was joined to, and the own one goes, as Show all would have done it.
 */
export function addLateCommands(board: BoardSnapshot, item: Written, makeId: MakeId): readonly object[] {
  const id = makeId()
  const values = item as unknown as Readonly<Record<string, unknown>>
  const fields: Record<string, unknown> = { round: item.round }
  for (const key of Object.keys(itemType(item.type).fields)) fields[key] = values[key]
  const lines = [...board.relations.values()].flatMap(({ from, to, kind, label }) => {
    const other = from === item.id ? to : to === item.id ? from : null
    if (other === null || board.items.get(other)?.layer !== 'common') return []
    const ends = from === item.id ? { from: id, to } : { from, to: id }
    return [{ do: 'connect', id: makeId(), ...ends, kind, label }]
  })
  return [
    { do: 'add', id, type: item.type, fields, place: openPlace(board, item.type) },
    ...lines,
    { do: 'remove', ids: [item.id] },
  ]
}
