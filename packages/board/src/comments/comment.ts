import type * as Y from 'yjs'
import { z } from 'zod'
import { itemsOf } from '../document/roots.ts'
import { isJson } from '../fields.ts'
import { type ItemId, isId } from '../ids.ts'
import { LIMITS } from '../limits.ts'

const id = z.string().refine(isId)
const time = z.number().int().nonnegative()
const coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate)
const point = z.object({ x: coordinate, y: coordinate })

const pinned = z.object({
  /** null: it is about a place on the map */
  item: (id as unknown as z.ZodType<ItemId>).nullable(),
  /** what the item was called when somebody last wrote; '' for a place */
  name: z.string().max(LIMITS.label),
  /** where it was then, in canvas units; null for what lives only in lists */
  place: point.nullable(),
})
/** What a thread is about, with what is left to say of it once its item is gone for good. */
export type Pinned = z.infer<typeof pinned>

const comment = z.object({
  type: z.literal('comment'),
  /** the id of the thread's first comment: its own, where it begins one */
  thread: id,
  /** of the first comment; null for an answer */
  on: pinned.nullable(),
  /** account id; '' for somebody of whom a file told the name alone */
  author: z.string().max(64),
  /** the author's name when they wrote */
  by: z.string().max(LIMITS.label),
  text: z.string().max(LIMITS.comment),
  /** account ids of people of this board */
  mentions: z.array(z.string().max(64)).max(LIMITS.mentions),
  at: time,
  /** when its author last changed the words; null: never */
  edited: time.nullable(),
  /** of the first comment: who closed the thread, and when */
  resolved: z.object({ by: z.string().max(LIMITS.label), at: time }).nullable(),
  /** who took the words away; what is left says that something was here */
  removed: z.enum(['author', 'host']).nullable(),
})
/** One comment as it is stored, under its id among the items of `conduct`: a plain value, written whole by the server's hand. */
export type StoredComment = z.infer<typeof comment>

export interface Comment extends Omit<StoredComment, 'type'> {
  readonly id: string
}

/** Reads what lies under an id; null for anything that is no comment. */
export function readComment(key: string, raw: unknown): Comment | null {
  if (!isId(key) || !isJson(raw)) return null
  const parsed = comment.safeParse(raw)
  if (!parsed.success) return null
  const { type: _, ...rest } = parsed.data
  return Object.freeze({ ...rest, id: key })
}

/** The comment under this id in a conduct document. */
export function commentIn(conduct: Y.Doc, key: string): Comment | null {
  return readComment(key, itemsOf(conduct).get(key))
}

export function putComment(conduct: Y.Doc, { id: key, ...rest }: Comment): void {
  itemsOf(conduct).set(key, { type: 'comment', ...rest } satisfies StoredComment)
}
