import { z } from 'zod'
import { account } from './account.ts'
import { role } from './boards.ts'

const uses = {
  /** default: a week */
  expiresInHours: z
    .number()
    .positive()
    .max(24 * 365)
    .optional(),
  maxUses: z.number().int().min(1).max(10_000).optional(),
}

/** Invites never give `owner`. */
export const inviteBody = z.object({ role, ...uses })
export const teamInviteBody = z.object(uses)

/** `token` and `url` are shown this once; afterwards only a hash is kept. */
export const inviteMade = z.object({
  id: z.string(),
  token: z.string(),
  url: z.string(),
  expiresAt: z.number(),
})

export const invite = z.object({
  id: z.string(),
  role: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  maxUses: z.number().int().nullable(),
  uses: z.number().int(),
})
export type Invite = z.infer<typeof invite>
export const invitesAnswer = z.object({ invites: z.array(invite) })

/** For the join page, before anybody has signed in. */
export const inviteInfo = z.object({
  board: z.object({ title: z.string() }).nullable(),
  team: z.object({ title: z.string() }).nullable(),
  role: z.string(),
})
export type InviteInfo = z.infer<typeof inviteInfo>

/** `name` is needed without a session: it makes a guest. */
export const acceptBody = z.object({ name: z.string().trim().min(1).max(80).optional() })
export const acceptAnswer = z.object({
  board: z.object({ id: z.string() }).nullable(),
  team: z.object({ id: z.string() }).nullable(),
  account,
})
