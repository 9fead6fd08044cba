import * as Y from 'yjs'
import { z } from 'zod'
import { SCHEMA_VERSION } from './document/schema-version.ts'
import { isJson } from './fields.ts'
import { LIMITS } from './limits.ts'
import { type Vote, vote } from './votes.ts'

export const BOARD_KINDS = ['chaos-day', 'incident-review', 'team-of-teams', 'blank'] as const
export type BoardKind = (typeof BOARD_KINDS)[number]

export const CHAOS_DAY_STAGES = [
  'plan',
  'sketch',
  'brainstorm',
  'prepare',
  'brief',
  'run',
  'close',
  'retro',
  'share',
] as const
export const REVIEW_STAGES = ['prepare', 'meeting', 'soak', 'planning', 'record', 'archive'] as const
export const STAGES = [...new Set([...CHAOS_DAY_STAGES, ...REVIEW_STAGES])] as const
export type Stage = (typeof CHAOS_DAY_STAGES)[number] | (typeof REVIEW_STAGES)[number]

/** The fine stages a kind of board goes through; blank and team-of-teams boards have none. */
export function stagesOf(kind: BoardKind): readonly Stage[] {
  switch (kind) {
    case 'chaos-day':
      return CHAOS_DAY_STAGES
    case 'incident-review':
      return REVIEW_STAGES
    case 'team-of-teams':
    case 'blank':
      return []
  }
}

/** The four chapters on the screen; in a review the second one is called Meet. */
export const CHAPTERS = ['prepare', 'run', 'learn', 'share'] as const
export type Chapter = (typeof CHAPTERS)[number]

export function chapterOf(stage: Stage): Chapter {
  switch (stage) {
    case 'plan':
    case 'sketch':
    case 'brainstorm':
    case 'prepare':
    case 'brief':
      return 'prepare'
    case 'run':
    case 'close':
    case 'meeting':
      return 'run'
    case 'retro':
    case 'soak':
    case 'planning':
      return 'learn'
    case 'share':
    case 'record':
    case 'archive':
      return 'share'
  }
}

const round = z.object({
  id: z.string().max(64),
  /** what people write in it */
  writes: z.enum(['factors', 'notes']),
  prompt: z.string().max(LIMITS.label),
  anonymous: z.boolean(),
  /** server time, ms since 1970 */
  startedAt: z.number(),
  endsAt: z.number(),
  state: z.enum(['writing', 'shown']),
})
/** A round of quiet writing: everybody writes alone, then all is shown at once. */
export type Round = z.infer<typeof round>

const timer = z.object({ startedAt: z.number(), endsAt: z.number(), words: z.string().max(LIMITS.label) })
/** A plain countdown that the facilitator started; server time, ms since 1970. */
export type Timer = z.infer<typeof timer>

/** Where instructions stand: at one stage, or at every one. */
export const INSTRUCTION_STEPS = ['always', ...STAGES] as const
export type InstructionStep = (typeof INSTRUCTION_STEPS)[number]
export type Instructions = Readonly<Partial<Record<InstructionStep, string>>>

/** What the server alone writes: how the gathering is conducted. */
export interface Conduct {
  readonly title: string
  readonly kind: BoardKind
  readonly stage: Stage | null
  readonly timer: Timer | null
  /** oldest first; the last one is the one in hand */
  readonly rounds: readonly Round[]
  /** dot votes, oldest first */
  readonly votes: readonly Vote[]
  /** parked ideas go into the record only when the facilitator says so */
  readonly parkedInRecord: boolean
  /** who may only look may comment all the same */
  readonly observersComment: boolean
  /** what a team tells whoever facilitates, step by step; `always` at every step */
  readonly instructions: Instructions
  /** no browser keeps a copy of it: open pages let go of theirs when they hear of it */
  readonly sensitive: boolean
  /** IANA zone in which times are shown */
  readonly zone: string
  readonly schema: number
}

export const CONDUCT_UNKNOWN: Conduct = {
  title: '',
  kind: 'blank',
  stage: null,
  timer: null,
  rounds: [],
  votes: [],
  parkedInRecord: false,
  observersComment: false,
  instructions: {},
  sensitive: false,
  zone: 'UTC',
  schema: SCHEMA_VERSION,
}

/** What of `Conduct` a writer may set; rounds, votes and timer as whole values. */
export type ConductChange = Partial<Omit<Conduct, 'schema'>>

const title = z.string().max(LIMITS.title)
const zone = z.string().min(1).max(64)
const isStage = (raw: unknown): raw is Stage => (STAGES as readonly unknown[]).includes(raw)

/** Reads `meta` of the conduct layer; total. */
export function readConduct(meta: Y.Map<unknown> | undefined): Conduct {
  if (!meta) return CONDUCT_UNKNOWN
  const or = <T>(schema: z.ZodType<T>, key: string, fallback: T): T => {
    const raw = meta.get(key)
    const parsed = schema.safeParse(isJson(raw) ? raw : undefined)
    return parsed.success ? parsed.data : fallback
  }
  const stage = meta.get('stage')
  return {
    title: or(title, 'title', ''),
    kind: or(z.enum(BOARD_KINDS), 'kind', 'blank'),
    stage: isStage(stage) ? stage : null,
    timer: or(timer.nullable(), 'timer', null),
    rounds: entriesOf(meta.get('rounds'), round),
    votes: entriesOf(meta.get('votes'), vote),
    parkedInRecord: meta.get('parkedInRecord') === true,
    observersComment: meta.get('observersComment') === true,
    instructions: instructionsOf(meta),
    sensitive: meta.get('sensitive') === true,
    zone: or(zone, 'zone', 'UTC'),
    schema: or(z.number().int().positive(), 'schema', SCHEMA_VERSION),
  }
}

/** Each step has a key of its own, so that there is no map that two nodes could make at once. */
const instructionKey = (step: string): string => `instructions.${step}`

function instructionsOf(meta: Y.Map<unknown>): Instructions {
  const found: Partial<Record<InstructionStep, string>> = {}
  for (const step of INSTRUCTION_STEPS) {
    const words: unknown = meta.get(instructionKey(step))
    if (typeof words === 'string' && words !== '') found[step] = words.slice(0, LIMITS.instructions)
  }
  return found
}

/** The entries of a map that are what they should be, oldest first. */
function entriesOf<T extends { readonly id: string; readonly startedAt: number }>(
  raw: unknown,
  schema: z.ZodType<T>,
): readonly T[] {
  if (!(raw instanceof Y.Map)) return []
  const entries: T[] = []
  for (const entry of raw.values()) {
    const parsed = schema.safeParse(isJson(entry) ? entry : undefined)
    if (parsed.success) entries.push(parsed.data)
  }
  return entries.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
}

/**
 * Writes into `meta` of a conduct document (the server's hand only). Given `rounds` and `votes` are merged by id, given
 * `instructions` by step; empty words take a step's away.
 */
export function writeConduct(doc: Y.Doc, change: ConductChange): void {
  const meta = doc.getMap('meta')
  doc.transact(() => {
    if (!meta.has('schema')) meta.set('schema', SCHEMA_VERSION)
    for (const [key, next] of Object.entries(change)) {
      if (key === 'rounds' || key === 'votes' || key === 'instructions') continue
      if (next !== undefined) meta.set(key, next)
    }
    merge(meta, 'rounds', change.rounds)
    merge(meta, 'votes', change.votes)
    for (const [step, words] of Object.entries(change.instructions ?? {}))
      if (words.trim() === '') meta.delete(instructionKey(step))
      else meta.set(instructionKey(step), words)
  })
}

function merge(
  meta: Y.Map<unknown>,
  key: string,
  entries: readonly { readonly id: string }[] | undefined,
): void {
  if (!entries) return
  let held = meta.get(key)
  if (!(held instanceof Y.Map)) {
    held = new Y.Map()
    meta.set(key, held)
  }
  for (const one of entries) (held as Y.Map<unknown>).set(one.id, one)
}

/** Takes a vote away, with all that came of it (the server's hand only). */
export function dropVote(doc: Y.Doc, id: string): void {
  const votes = doc.getMap('meta').get('votes')
  if (votes instanceof Y.Map) votes.delete(id)
}
