import { firstLine, type Item } from '@second-story/board'
import { nameOf, wordsOf } from '../item-words.ts'
import { boundaryIdOf } from './boundaries.ts'
import { connectTyped } from './connect.ts'
import { drawLine } from './draw-line.ts'
import { type Edit, type EditContext, quoted } from './edit.ts'
import { readTyped } from './read-typed.ts'

/**
 * What Enter makes of a name written over another: the new name; and where an arrow was typed with it
 * (`orders > payment (http)`, or `> payment` alone), that arrow. Null where nothing changes; nobody loses a name.
 */
export function renameTyped(context: EditContext, item: Item, typed: string): Edit | null {
  const read = readTyped(typed, item.type)
  if (read.does === 'nothing') return null
  if (read.does === 'connect') return connectTyped(context, item, read.to)
  if (read.does === 'words') return rename(item, read.words)
  const [first = ''] = read.line.names
  const named = rename(item, first)
  // this very thing is meant, whatever else is called so
  const self = { name: first, id: item.id }
  const drawn = drawLine(context, read.line, boundaryIdOf(context.board, item), self)
  return {
    commands: [...drawn.commands, ...(named?.commands ?? [])],
    said: `${named ? `${named.said} ` : ''}${drawn.said}`,
    at: item.id,
  }
}

function rename(item: Item, words: string): Edit | null {
  const name = words.replace(/\s+/g, ' ').slice(0, 200)
  if (name === '' || name === wordsOf(item)) return null
  return {
    commands: [{ do: 'set', id: item.id, fields: { name } }],
    said: `Renamed ${nameOf(item)} to ${firstLine(name, 'nothing')}.`,
    at: item.id,
  }
}

/** Deletes a thing; what lay in a deleted boundary stays where it is. */
export function removeItem(item: Item): Edit {
  return { commands: [{ do: 'remove', ids: [item.id] }], said: `Deleted ${quoted(item)}.`, at: null }
}
