import { z } from 'zod'
import { ROLES } from '../wire/roles.ts'
import { person } from './account.ts'

export const role = z.enum(ROLES)
export const boardKind = z.enum(['chaos-day', 'incident-review', 'team-of-teams', 'blank'])

/** Characters of a board's title. */
export const TITLE_LIMIT = 200
const title = z
  .string()
  .trim()
  .min(1, 'needs a word or two')
  .max(TITLE_LIMIT, `is longer than ${TITLE_LIMIT} characters`)
const zone = z.string().min(1).max(64)

export const createBoardBody = z.object({
  kind: boardKind,
  title,
  /** default: the personal team */
  team: z.string().max(64).optional(),
  /** begin with the system of another board that the caller may read */
  from: z.string().max(64).optional(),
  /** with `from`: its system (unless told), all that is shared on it, or nothing of what lies on it; in all cases its instructions */
  take: z.enum(['system', 'all', 'nothing']).optional(),
  /** begin with a template: `from` it, all of it */
  template: z.string().max(64).optional(),
  /** the new board is a template of its team */
  asTemplate: z.boolean().optional(),
  /** IANA zone in which times are shown */
  zone: zone.optional(),
})
export type CreateBoardBody = z.infer<typeof createBoardBody>

export const patchBoardBody = z.object({
  title: title.optional(),
  /** facilitator, deputy, owner only */
  zone: zone.optional(),
  parkedInRecord: z.boolean().optional(),
  /** who may only look may comment all the same */
  observersComment: z.boolean().optional(),
  /** browsers keep no copy of it; facilitator, deputy, owner only */
  sensitive: z.boolean().optional(),
  /** what whoever facilitates is told, by step; empty words take a step's away; facilitator, deputy, owner only */
  instructions: z.record(z.string().max(20), z.string().max(2_000)).optional(),
})

export const board = z.object({
  id: z.string(),
  title: z.string(),
  kind: boardKind,
  stage: z.string().nullable(),
  team: z.object({ id: z.string(), title: z.string() }),
  /** the caller's */
  role,
  createdAt: z.number(),
  updatedAt: z.number(),
  /** ms since 1970; null while it is there */
  deletedAt: z.number().nullable(),
  /** browsers keep no copy of it */
  sensitive: z.boolean(),
  /** boards of its team begin with what is on it */
  template: z.boolean(),
})
export type Board = z.infer<typeof board>

/** A board as a card in the list. */
export const boardCard = board.extend({
  counts: z.object({ components: z.number().int(), factors: z.number().int(), events: z.number().int() }),
  /** who has it open now */
  here: z.array(person),
  /** comments that speak to the caller and that they have not seen */
  mentions: z.number().int(),
  /** a small SVG of the map */
  picture: z.string(),
})
export type BoardCard = z.infer<typeof boardCard>

export const boardAnswer = board
export const boardsAnswer = z.object({
  boards: z.array(boardCard),
  /** can be brought back for 30 days; only those that the caller owns */
  deleted: z.array(board),
})

export const boardMember = person.extend({
  role,
  /** has the board open now */
  here: z.boolean(),
  /** in by being in the team, not by name */
  byTeam: z.boolean(),
})
export type BoardMember = z.infer<typeof boardMember>
export const membersAnswer = z.object({ members: z.array(boardMember) })
export const roleBody = z.object({ role })
export const memberAnswer = boardMember
