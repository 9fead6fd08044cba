import { z } from 'zod'
import { type Field, value } from '../fields.ts'

/** Small corner stamps that anything on the board may carry; none of them says what a thing is, nor how much it weighs. */
export const MARKS = ['surprise', 'luck', 'went-well', 'still-there', 'normal-work'] as const
export type Mark = (typeof MARKS)[number]

const NONE: readonly Mark[] = []

/** The field that every type has; `defineItem` adds it. */
export const marks: Field<readonly Mark[]> = value(z.array(z.enum(MARKS)).max(MARKS.length).readonly(), NONE)

/** What `marks` becomes when one is put on or taken off; in the order of `MARKS`, so that the same stamps look the same. */
export function withMark(held: readonly Mark[], mark: Mark, on: boolean): readonly Mark[] {
  return MARKS.filter((one) => (one === mark ? on : held.includes(one)))
}

/** The stamps of anything; a type that this version does not know shows none. */
export function marksOf(item: object): readonly Mark[] {
  return 'marks' in item ? ((item as { readonly marks: readonly Mark[] }).marks ?? NONE) : NONE
}
