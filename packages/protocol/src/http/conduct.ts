import { z } from 'zod'

export const stageBody = z.object({ stage: z.string().max(40) })
export const stageAnswer = z.object({ stage: z.string() })

/** Minutes of a timer or of quiet writing. */
const minutes = z.number().positive().max(600)
const words = z.string().trim().max(200)

export const timerBody = z.object({ minutes, words: words.default('') })
export const timer = z.object({ startedAt: z.number(), endsAt: z.number(), words: z.string() })
export const timerAnswer = z.object({ timer })

export const roundBody = z.object({
  /** what people write */
  writes: z.enum(['factors', 'notes']),
  prompt: words.default(''),
  minutes,
  anonymous: z.boolean().default(true),
})
export const round = z.object({
  id: z.string(),
  writes: z.enum(['factors', 'notes']),
  prompt: z.string(),
  anonymous: z.boolean(),
  /** server time, ms since 1970 */
  startedAt: z.number(),
  endsAt: z.number(),
  state: z.enum(['writing', 'shown']),
})
export const roundAnswer = z.object({ round })
/** Either more minutes from now (or from the end, when that is later), or the end now. */
export const roundPatchBody = z.union([
  z.strictObject({ minutes }),
  z.strictObject({ stop: z.literal(true) }),
])

/** Shows what was written in a round: to everybody, at once. */
export const revealBody = z.object({ round: z.string().max(64) })
/** `shown` things came onto the board by this call; repeating it shows nothing twice. */
export const revealAnswer = z.object({ round, shown: z.number().int(), ids: z.array(z.string()) })
