import { z } from 'zod'
import { isWireId } from '../wire/layer.ts'

/** Characters of a comment, and people one may speak to. */
export const COMMENT_LIMITS = { text: 4_000, mentions: 50 } as const

const id = z.string().refine(isWireId, 'is not an id')
const coordinate = z.number().min(-1_000_000).max(1_000_000)
const text = z
  .string()
  .trim()
  .min(1, 'needs a word or two')
  .max(COMMENT_LIMITS.text, `is longer than ${COMMENT_LIMITS.text} characters`)
const mentions = z.array(z.string().max(64)).max(COMMENT_LIMITS.mentions).default([])

/** What a new thread is about: a thing that everybody sees, or a place on the map. */
const on = z.union([
  z.strictObject({ item: id }),
  z.strictObject({ place: z.object({ x: coordinate, y: coordinate }) }),
])

/** `id` is made by whoever writes: the same one again is the same comment. Author and time are the server's word. */
export const commentBody = z.union([
  z.strictObject({ id, text, mentions, on }),
  z.strictObject({ id, text, mentions, thread: id }),
])
export type CommentBody = z.input<typeof commentBody>

export const commentPatchBody = z.union([
  z.strictObject({ text, mentions }),
  z.strictObject({ resolved: z.boolean() }),
])
export type CommentPatchBody = z.input<typeof commentPatchBody>

export const comment = z.object({
  id: z.string(),
  /** the id of the thread's first comment */
  thread: z.string(),
  /** of the first comment: what the thread is about, as it was last known */
  on: z
    .object({
      item: z.string().nullable(),
      name: z.string(),
      place: z.object({ x: z.number(), y: z.number() }).nullable(),
    })
    .nullable(),
  /** account id; '' for somebody of whom a file told the name alone */
  author: z.string(),
  by: z.string(),
  text: z.string(),
  /** account ids */
  mentions: z.array(z.string()),
  at: z.number(),
  edited: z.number().nullable(),
  resolved: z.object({ by: z.string(), at: z.number() }).nullable(),
  removed: z.enum(['author', 'host']).nullable(),
})
export const commentAnswer = comment
export const commentsAnswer = z.object({
  /** oldest first */
  comments: z.array(comment),
  /** ids of those that speak to the caller and that they have not seen */
  mentions: z.array(z.string()),
})
export type CommentsAnswer = z.infer<typeof commentsAnswer>
