import { z } from 'zod'

const itemId = z.string().min(1).max(64)

/** What is voted on: everything of some types, what comes meanwhile too; or just these things. */
const voteScope = z.union([
  z.strictObject({ types: z.array(z.string().max(40)).min(1).max(20) }),
  z.strictObject({ ids: z.array(itemId).min(1).max(500) }),
])

export const voteBody = z.object({
  title: z.string().trim().min(1).max(200),
  /** that each person may give */
  dots: z.number().int().min(1).max(10),
  on: voteScope,
})

/** Nothing in it says how it goes before it is closed; nothing ever says who gave what. */
export const vote = z.object({
  id: z.string(),
  title: z.string(),
  dots: z.number().int(),
  on: voteScope,
  state: z.enum(['open', 'closed']),
  /** server time, ms since 1970 */
  startedAt: z.number(),
  closedAt: z.number().nullable(),
  /** dots by id, once it is closed */
  totals: z.record(z.string(), z.number().int()),
  /** its dots stand on the things */
  shown: z.boolean(),
})
export const voteAnswer = z.object({ vote })

/** Ends it and counts; or takes its dots off the things, or puts them there again. */
export const votePatchBody = z.union([
  z.strictObject({ close: z.literal(true) }),
  z.strictObject({ shown: z.boolean() }),
])

/** So many of my dots lie on this thing from now on; 0 takes them all back. */
export const dotsBody = z.object({ item: itemId, dots: z.number().int().min(0).max(10) })
/** My own dots, and how many I have left. */
export const dotsAnswer = z.object({ left: z.number().int(), dots: z.record(z.string(), z.number().int()) })
export type DotsAnswer = z.infer<typeof dotsAnswer>
