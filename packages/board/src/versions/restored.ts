import type * as Y from 'yjs'
import { z } from 'zod'
import { metaOf } from '../document/roots.ts'
import { isJson } from '../fields.ts'

const restored = z.object({
  /** when the board went back, server time, ms since 1970 */
  at: z.number(),
  /** to how it was then */
  to: z.number(),
})

/** That the board went back to an earlier state; not who sent it there. */
export type Restored = z.infer<typeof restored>

/** The last time the board went back, if it ever did; `conduct` is that layer's document. Total. */
export function readRestored(conduct: Y.Doc): Restored | null {
  const raw = metaOf(conduct).get('restored')
  const parsed = restored.safeParse(isJson(raw) ? raw : undefined)
  return parsed.success ? parsed.data : null
}

/** Tells everybody who has the board open (the server's hand only). */
export function writeRestored(conduct: Y.Doc, value: Restored): void {
  metaOf(conduct).set('restored', value)
}
