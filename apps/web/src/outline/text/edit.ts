import {
  type BoardSnapshot,
  type Item,
  type ItemId,
  type ItemTypeName,
  itemType,
  KIND_OF_PART,
  type Part,
} from '@second-story/board'
import { fitItem } from '@second-story/picture'
import type { MakeId } from '@second-story/std'
import { blankItem } from '../../map/actions/new-item.ts'
import type { WriteLayer } from '../../review/write-layer.ts'
import { nameOf } from '../item-words.ts'
import { PART_WORDS } from '../part-words.ts'
import type { Spot } from './outline.ts'

/** A change made in the outline: its commands (one step of undo), what it says aloud, and the line to go on from. */
export interface Edit {
  readonly commands: readonly Record<string, unknown>[]
  /** in words, for a screen reader; what undo calls it is told by the commands */
  readonly said: string
  readonly at: ItemId | null
}

/** What an edit needs to know. */
export interface EditContext {
  readonly board: BoardSnapshot
  readonly makeId: MakeId
  /** where new writing of a type goes (a quiet-writing round may ask for it) */
  readonly where: (type: ItemTypeName) => WriteLayer
}

/** The command that makes a thing with these words at a spot; `place` as it is stored, null for lists alone. */
export function addAt(
  { where }: EditContext,
  spot: Spot,
  id: string,
  words: string,
  place: Record<string, unknown> | null,
  fields: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const { layer, fields: round } = where(spot.type)
  const part = spot.part === null ? {} : { kind: KIND_OF_PART[spot.part] }
  return {
    do: 'add',
    id,
    type: spot.type,
    layer,
    fields: { ...round, ...part, ...fields, [itemType(spot.type).words]: words },
    place,
  }
}

/** How large a new thing with these words is drawn. */
export function sizeFor(
  board: BoardSnapshot,
  type: ItemTypeName,
  words: string,
  fields: Readonly<Record<string, unknown>> = {},
): { readonly w: number; readonly h: number } {
  const { size, contains, words: field } = itemType(type)
  if (contains) return size
  return fitItem(blankItem(type, { ...fields, [field]: words }, { x: 0, y: 0, ...size }), board)
}

/** “orders”, or the beginning of a longer text, in quotation marks. */
export function quoted(item: Item): string {
  return `“${nameOf(item)}”`
}

export function sayPlace(board: BoardSnapshot, boundary: ItemId | null): string {
  const holder = boundary === null ? undefined : board.items.get(boundary)
  return holder ? `in ${nameOf(holder)}` : 'outside any boundary'
}

export function sayPartOf(part: Part): string {
  return `under ${part === 'helped' ? 'What helped' : PART_WORDS[part]}`
}
