import { bookmark } from './bookmark.ts'
import { boundary } from './boundary.ts'
import { component } from './component.ts'
import type { ItemType } from './define.ts'
import { event } from './event.ts'
import { factor } from './factor.ts'
import { flow } from './flow.ts'
import { frame } from './frame.ts'
import { idea } from './idea.ts'
import { image } from './image.ts'
import { insight } from './insight.ts'
import { note } from './note.ts'
import { question } from './question.ts'
import { text } from './text.ts'

/** Every item type there is. */
export const ITEM_TYPES = {
  component,
  boundary,
  note,
  text,
  frame,
  event,
  factor,
  insight,
  question,
  idea,
  flow,
  image,
  bookmark,
} as const
export type ItemTypes = typeof ITEM_TYPES
export type ItemTypeName = keyof ItemTypes

export function isItemTypeName(value: unknown): value is ItemTypeName {
  return typeof value === 'string' && Object.hasOwn(ITEM_TYPES, value)
}

/** The definition without its particular fields, for code that treats all types alike. */
export function itemType(name: ItemTypeName): ItemType {
  return ITEM_TYPES[name] as unknown as ItemType
}
