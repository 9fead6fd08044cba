import { choice, text, value } from '../fields.ts'
import { provenance } from '../provenance.ts'
import { defineItem, firstLine } from './define.ts'

/**
 * The grounds a note can have; what they look like lies in the themes. Few, and told apart by eyes that see no red or no
 * green. They mean what the people at the board say that they mean.
 */
export const NOTE_COLOURS = ['yellow', 'blue', 'rose', 'violet', 'plain'] as const
export type NoteColour = (typeof NOTE_COLOURS)[number]

/** How large its words are written. */
export const NOTE_SIZES = ['small', 'middle', 'large'] as const
export type NoteSize = (typeof NOTE_SIZES)[number]

/** Canvas units of a note when it is first placed; it grows downwards with its words. */
export const NOTE_BOXES: Readonly<Record<NoteSize, { readonly w: number; readonly h: number }>> = {
  small: { w: 128, h: 64 },
  middle: { w: 168, h: 88 },
  large: { w: 256, h: 128 },
}

/** A sticky note. No author is stored (DESIGN section 3: nobody is measured). */
export const note = defineItem({
  type: 'note',
  noun: 'note',
  words: 'text',
  area: 'any',
  size: NOTE_BOXES.middle,
  contains: false,
  fields: {
    colour: choice(NOTE_COLOURS, 'yellow'),
    size: choice(NOTE_SIZES, 'middle'),
    text: text(),
    provenance: value(provenance, null),
  },
  describe: (n) => firstLine(n.text, 'a note'),
})
