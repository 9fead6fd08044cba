import { z } from 'zod'

/** What the first page needs to know before anybody has signed in. */
export const serverAnswer = z.object({
  /** who may make an account: everybody, or only who was invited */
  signUp: z.enum(['open', 'invited']),
  samples: z.boolean(),
  /** nobody has an account yet: the first one owns the server */
  empty: z.boolean(),
})
export type ServerAnswer = z.infer<typeof serverAnswer>

/** Server time, ms since 1970; browsers measure their offset with it. */
export const timeAnswer = z.object({ now: z.number() })
