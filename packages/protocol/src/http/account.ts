import { z } from 'zod'

/** Bounds of what people type about themselves. */
export const ACCOUNT_LIMITS = { name: 80, email: 254, passwordLeast: 8, password: 200 } as const

const name = z.string().trim().min(1, 'say a name').max(ACCOUNT_LIMITS.name, 'is longer than 80 characters')
const email = z
  .string()
  .trim()
  .max(ACCOUNT_LIMITS.email)
  .regex(/^[^\s@]+@[^\s@]+$/, 'is not an e-mail address')
const password = z
  .string()
  .min(ACCOUNT_LIMITS.passwordLeast, 'needs at least 8 characters')
  .max(ACCOUNT_LIMITS.password, 'is longer than 200 characters')

export const signUpBody = z.object({ name, email, password })
export type SignUpBody = z.infer<typeof signUpBody>

/** Signing in judges nothing but the pair, so that a wrong password and an unknown address look alike. */
export const signInBody = z.object({ email: z.string().max(1000), password: z.string().max(1000) })
export type SignInBody = z.infer<typeof signInBody>

export const renameBody = z.object({ name })
export const resetBody = z.object({ password })

/** How a person appears to others. */
export const person = z.object({
  id: z.string(),
  name: z.string(),
  /** 1 to 6: the account's own; among the people of a board the one that they show there now */
  colour: z.number().int().min(1).max(6),
  /** a guest came by invite link with a name only */
  kind: z.enum(['member', 'guest']),
})
export type Person = z.infer<typeof person>

/** The account that asks. */
export const account = person.extend({
  email: z.string().nullable(),
  /** the first account made on an empty server; hands out reset links */
  serverOwner: z.boolean(),
})
export type Account = z.infer<typeof account>

export const accountAnswer = z.object({ account })

/** Null: nobody is signed in. */
export const meAnswer = z.object({ account: account.nullable() })

/** `url` opens the page on which a new password is typed; good for one use and a day. */
export const resetAnswer = z.object({ url: z.string(), token: z.string(), expiresAt: z.number() })

/** One row of the list from which a server owner picks whom to hand a reset link. */
export const accountsAnswer = z.object({ accounts: z.array(account) })

export const tokenBody = z.object({
  name: z.string().trim().min(1).max(80),
  expiresInDays: z.number().int().min(1).max(3650).optional(),
})
const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
})
/** `token` is shown this once; afterwards only its hash is kept. */
export const tokenAnswer = tokenRow.extend({ token: z.string() })
export const tokensAnswer = z.object({ tokens: z.array(tokenRow) })
