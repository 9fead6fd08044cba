import type { Field, Fields, Values } from '../fields.ts'
import { type Mark, marks } from './marks.ts'

/**
 * One item type: its fields, where its main words stand, its usual size on the map, and how it reads in one line.
 * Adding a type is one such file, listed in `catalogue.ts`.
 */
export interface ItemType<T extends string = string, F extends Fields = Fields> {
  readonly type: T
  /** what people call it */
  readonly noun: string
  /** the field with its main words: `name` (a plain label) or `text` (written together) */
  readonly words: 'name' | 'text'
  readonly fields: F
  /** canvas units when first placed */
  readonly size: { readonly w: number; readonly h: number }
  /** holds others on the map */
  readonly contains: boolean
  /** which of the two areas of the map it belongs to (FACE.md) */
  readonly area: 'system' | 'story' | 'any'
  describe(values: Values<F>): string
}

/** What every type has besides its own fields. */
export type Marked = { readonly marks: Field<readonly Mark[]> }

/** The type with the fields that all types have: anything on the board can carry stamps. */
export function defineItem<const T extends string, const F extends Fields>(
  type: ItemType<T, F>,
): ItemType<T, F & Marked> {
  return { ...type, fields: { ...type.fields, marks } } as unknown as ItemType<T, F & Marked>
}

/** The first line of some words, cut at `max`, or the fallback where there are none. */
export function firstLine(words: string, fallback: string, max = 80): string {
  const line = words.trim().split('\n', 1)[0] ?? ''
  if (line === '') return fallback
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line
}
