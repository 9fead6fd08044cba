import { z } from 'zod'

/** Characters of a version's name. */
export const VERSION_TITLE_LIMIT = 120
const title = z
  .string()
  .trim()
  .min(1, 'needs a word or two')
  .max(VERSION_TITLE_LIMIT, `is longer than ${VERSION_TITLE_LIMIT} characters`)

/** What a board looked like at a time: what was shared, never whose it was. */
export const version = z.object({
  id: z.string(),
  /** ms since 1970 */
  at: z.number(),
  /** `auto`: thinned out with age · `named`: kept · `before-restore`: kept when the board went back to an earlier one */
  kind: z.enum(['auto', 'named', 'before-restore']),
  title: z.string().nullable(),
  counts: z.object({
    components: z.number().int(),
    factors: z.number().int(),
    events: z.number().int(),
    arrows: z.number().int(),
  }),
  /** what changed since the version before: "3 factors added" */
  changes: z.array(z.string()),
})
export type Version = z.infer<typeof version>

/** Newest first. */
export const versionsAnswer = z.object({ versions: z.array(version) })
export const versionBody = z.object({ title })
/** null takes the name off: the version is then thinned out as the others are */
export const versionPatchBody = z.object({ title: title.nullable() })
/** `before`: how the board was just before; null when it looked like this already */
export const restoreAnswer = z.object({ before: version.nullable() })

const step = z.object({
  at: z.number(),
  /** what came or changed, as a Yjs V2 update, gzipped, in base64 */
  put: z.string(),
  /** `items/<id>` and the like, of what went */
  gone: z.array(z.string()),
  /** the board went back then, to how it was at this time */
  restoredTo: z.number().nullable(),
})
export type HistoryStep = z.infer<typeof step>

/** A board through time, oldest first; the first step is the whole board. */
export const historyAnswer = z.object({ steps: z.array(step) })
