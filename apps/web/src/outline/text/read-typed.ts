import type { BoardSnapshot, Item } from '@second-story/board'
import { isConnectable } from '../../items/connect-choices.ts'
import { parseLine, type TypedLine } from '../../map/type-line/parse-line.ts'
import { findItems } from '../find-items.ts'
import { wordsOf } from '../item-words.ts'

/** Words typed on a line of the outline, as they are understood. */
export type Typed =
  | { readonly does: 'nothing' }
  /** words of one thing */
  | { readonly does: 'words'; readonly words: string }
  /** `orders > payment (http)`: components and arrows between them */
  | { readonly does: 'draw'; readonly line: TypedLine }
  /** `> payment (http)`: from the line above, or from the line it is typed on */
  | { readonly does: 'connect'; readonly to: TypedEnd }

/** The other end of an arrow that begins at a line. */
export interface TypedEnd {
  readonly names: readonly string[]
  readonly label: string
  /** `<`: the arrow comes from the other */
  readonly back: boolean
  /** `~>`: asynchronous */
  readonly later: boolean
}

const BEGINS = /^(<|~+>|\.{2,}>|-{1,2}>|=>|→|>)\s*(.*)$/s
const LABEL = /^(.*?)\s*\(([^()]*)\)\s*$/s
/** An arrow inside a line that draws. A lone `>` needs room round it, so that names may hold one. */
const DRAWS = /\S\s*(?:~+>|\.{2,}>|-{1,2}>|=>|→|\s>)\s*\S/

/** Reads a line typed for something of this type. Only a system is drawn by arrows between names. */
export function readTyped(typed: string, type: Item['type']): Typed {
  const text = typed.trim()
  if (text === '') return { does: 'nothing' }
  const begins = BEGINS.exec(text)
  if (begins) {
    const end = endOf(begins[2] ?? '', begins[1] ?? '>', type === 'component')
    return end.names.length === 0 ? { does: 'nothing' } : { does: 'connect', to: end }
  }
  if (type === 'component' && DRAWS.test(text)) {
    const line = parseLine(text)
    if (line.arrows.length > 0) return { does: 'draw', line }
  }
  return { does: 'words', words: text }
}

function endOf(rest: string, sign: string, several: boolean): TypedEnd {
  const found = LABEL.exec(rest)
  const words = (found ? (found[1] ?? '') : rest).trim()
  // sentences have commas, names of components are said one after the other
  const names = (several ? words.split(',') : [words]).map((one) => one.trim().replace(/\s+/g, ' '))
  return {
    names: names.filter((name) => name !== ''),
    label: (found?.[2] ?? '').trim().slice(0, 200),
    back: sign === '<',
    later: sign.startsWith('~') || sign.startsWith('.'),
  }
}

/**
 * What a name typed behind an arrow means: a thing that is called just that, of the same kind as `owner` first; for
 * what is told in sentences also the first that has these words. Undefined where there is none yet.
 */
export function endNamed(board: BoardSnapshot, owner: Item, name: string): Item | undefined {
  const wanted = plain(name)
  const called = [...board.items.values()].filter(
    (item) => item.id !== owner.id && isConnectable(item) && plain(wordsOf(item)) === wanted,
  )
  const same = called.find((item) => item.type === owner.type) ?? called[0]
  if (same || owner.type === 'component') return same?.type === 'component' || !same ? same : undefined
  return findItems(board, name).find((item) => item.id !== owner.id && isConnectable(item))
}

function plain(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLocaleLowerCase()
}
