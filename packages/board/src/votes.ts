import { z } from 'zod'
import type { ItemId } from './ids.ts'
import type { LayerName } from './layers.ts'
import { LIMITS } from './limits.ts'

/** Things that one vote can be about when they are named one by one, and dots that a person can be given. */
export const VOTE_LIMITS = { things: 500, dots: 10, kept: 50 } as const

/** What can be voted on: everything of some types, what comes meanwhile too; or just these. */
const scope = z.union([
  z.strictObject({ types: z.array(z.string().max(40)).min(1).max(20).readonly() }),
  z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(VOTE_LIMITS.things).readonly() }),
])
export type VoteScope = z.infer<typeof scope>

/** A vote as it stands in `conduct`. While it is open nothing in it says how it goes. */
export const vote = z.object({
  id: z.string().max(64),
  title: z.string().max(LIMITS.label),
  /** dots that each person may give */
  dots: z.number().int().min(1).max(VOTE_LIMITS.dots),
  on: scope,
  state: z.enum(['open', 'closed']),
  /** server time, ms since 1970 */
  startedAt: z.number(),
  closedAt: z.number().nullable(),
  /** once closed: dots by id; what got none is left out */
  totals: z.record(z.string().max(64), z.number().int().positive()),
  /** its dots stand on the things; somebody who facilitates can take them off again */
  shown: z.boolean(),
})
export type Vote = z.infer<typeof vote>

/** Where votes stand: `conduct`, oldest first. */
interface Voted {
  readonly votes: readonly Vote[]
}

/** A vote as outside data holds it; null for anything else. */
export function readVote(raw: unknown): Vote | null {
  const parsed = vote.safeParse(raw)
  return parsed.success ? parsed.data : null
}

/** What holds the votes of a board. */
interface Voted {
  readonly votes: readonly Vote[]
}

/** The vote in which everybody may give dots now. */
export function openVote({ votes }: Voted): Vote | null {
  return votes.findLast((one) => one.state === 'open') ?? null
}

/** The vote whose dots stand on the things: the last one that was closed; none while people vote, so that no old dots lead them. */
export function shownVote(conduct: Voted): Vote | null {
  return openVote(conduct) ? null : (conduct.votes.findLast((one) => one.shown) ?? null)
}

/** How many dots stand on a thing. Nothing is ever put in order by them. */
export function dotsOn(conduct: Voted, id: ItemId): number {
  return conduct.votes.length === 0 ? 0 : (totalsOf(conduct).get(id) ?? 0)
}

const known = new WeakMap<object, ReadonlyMap<string, number>>()

// asked for each thing of a board, once a drawing
function totalsOf(conduct: Voted): ReadonlyMap<string, number> {
  const before = known.get(conduct.votes)
  if (before) return before
  const totals = new Map(Object.entries(shownVote(conduct)?.totals ?? {}))
  known.set(conduct.votes, totals)
  return totals
}

/** Can this be voted on in that vote? What only some can see never can. */
export function isVotedOn({ on }: Pick<Vote, 'on'>, { id, type, layer, deleted }: Votable): boolean {
  if (layer !== 'common' || deleted !== null) return false
  return 'types' in on ? on.types.includes(type) : on.ids.includes(id)
}

interface Votable {
  readonly id: string
  readonly type: string
  readonly layer: LayerName
  readonly deleted: number | null
}
