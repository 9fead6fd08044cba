import { z } from 'zod'
import { LIMITS } from './limits.ts'

export const SOURCE_KINDS = [
  'chat',
  'log',
  'alert',
  'metric',
  'deploy',
  'ticket',
  'status-page',
  'document',
  'memory',
] as const

/** A link people may follow: http, https or mailto, nothing that runs. */
export const link = z
  .string()
  .max(LIMITS.url)
  .regex(/^(https?:\/\/|mailto:)[^\s<>"]+$/i, 'a link starts with http://, https:// or mailto:')

/** Where something is known from (S003: "every event … should link to some sort of primary source"); memory is one. */
export const source = z.object({
  kind: z.enum(SOURCE_KINDS),
  title: z.string().max(LIMITS.label),
  url: link.optional(),
  excerpt: z.string().max(2_000).optional(),
})
export type Source = z.infer<typeof source>
