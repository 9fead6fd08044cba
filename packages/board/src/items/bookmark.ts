import { z } from 'zod'
import { label, value } from '../fields.ts'
import { LIMITS } from '../limits.ts'
import { defineItem, firstLine } from './define.ts'

const far = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate)
const wide = z.number().positive().max(LIMITS.coordinate)

/** A part of the board to look at: its middle and size, absolute, in canvas units. */
export const lookAt = z.object({ x: far, y: far, w: wide, h: wide })
export type LookAt = z.output<typeof lookAt>

/** A part of the board with a name, to go back to. It has no shape and no place of its own: it lives in lists. */
export const bookmark = defineItem({
  type: 'bookmark',
  noun: 'named place',
  words: 'name',
  area: 'any',
  size: { w: 200, h: 56 },
  contains: false,
  fields: { name: label(), look: value<LookAt | null>(lookAt.nullable(), null) },
  describe: (b) => firstLine(b.name, 'a named place'),
})
