import { z } from 'zod'
import { label, value } from '../fields.ts'
import { LIMITS } from '../limits.ts'
import { provenance } from '../provenance.ts'
import { defineItem, firstLine } from './define.ts'

/** Pixels of one side, as the picture was taken in; 0: nobody knows. */
const side = value(z.number().int().min(0).max(LIMITS.size), 0)

/**
 * A picture that somebody brought: a screenshot, a photo of a whiteboard. It lies beside the documents, never in them: here is only
 * what it is called there. `name` says what it shows, for who does not see it.
 */
export const image = defineItem({
  type: 'image',
  noun: 'picture',
  words: 'name',
  area: 'any',
  size: { w: 320, h: 240 },
  contains: false,
  fields: {
    name: label(500),
    /** id of the kept picture; '' while there is none */
    picture: label(64),
    naturalWidth: side,
    naturalHeight: side,
    provenance: value(provenance, null),
  },
  describe: (i) => firstLine(i.name, 'a picture'),
})
