import { LIMITS } from './limits.ts'
import type { Role } from './roles.ts'

/** A point of the board, in board units. */
export interface PresencePoint {
  readonly x: number
  readonly y: number
}

/** Where a text cursor stands: two Yjs relative positions as JSON, as editor bindings write them. */
export interface PresenceCaret {
  readonly anchor: unknown
  readonly head: unknown
}

/**
 * What a client may say about itself; anything else is dropped by the server. Ids are of items in `common` only:
 * a client never names here what lies in a private layer.
 */
export interface Presence {
  readonly cursor?: PresencePoint | PresenceCaret | null
  /** items, and relations, that are selected */
  readonly selection?: readonly string[]
  /** the visible part of the board: its middle, and the zoom */
  readonly viewport?: {
    readonly x: number
    readonly y: number
    readonly zoom: number
    readonly w?: number
    readonly h?: number
  } | null
  /** a drag while it lasts: absolute positions by item id */
  readonly drag?: Readonly<
    Record<string, { readonly x: number; readonly y: number; readonly w?: number; readonly h?: number }>
  > | null
  /** the item being written in */
  readonly typing?: string | null
  /** the account being followed */
  readonly follows?: string | null
  /** the event being walked; from a facilitator, deputy or owner only */
  readonly walking?: string | null
}

/** Who it is: the server's word, taken from the session. */
export interface PresenceUser {
  readonly account: string
  readonly name: string
  /** 1 to 6 */
  readonly colour: number
  readonly role: Role
  readonly kind: 'member' | 'guest'
}

/** One awareness state as every client receives it. */
export interface PresenceState extends Presence {
  readonly user: PresenceUser
}

type Fields = Record<string, unknown>
type Writable<T> = { -readonly [K in keyof T]: T[K] }

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 64

function size(value: Fields): { w?: number; h?: number } {
  return { ...(isNumber(value.w) ? { w: value.w } : {}), ...(isNumber(value.h) ? { h: value.h } : {}) }
}

function readCursor(value: unknown): PresencePoint | PresenceCaret | null {
  if (!isFields(value)) return null
  if (isNumber(value.x) && isNumber(value.y)) return { x: value.x, y: value.y }
  if ('anchor' in value && 'head' in value) return { anchor: value.anchor, head: value.head }
  return null
}

function readViewport(value: unknown): Presence['viewport'] {
  if (!isFields(value) || !isNumber(value.x) || !isNumber(value.y) || !isNumber(value.zoom)) return null
  return { x: value.x, y: value.y, zoom: value.zoom, ...size(value) }
}

function readDrag(value: unknown): Presence['drag'] {
  if (!isFields(value)) return null
  const moves: Record<string, { x: number; y: number; w?: number; h?: number }> = {}
  for (const [id, place] of Object.entries(value).slice(0, LIMITS.presenceItems)) {
    if (isId(id) && isFields(place) && isNumber(place.x) && isNumber(place.y)) {
      moves[id] = { x: place.x, y: place.y, ...size(place) }
    }
  }
  return moves
}

/** The part of any value that is presence: unknown fields dropped, wrong ones null. Total. */
export function readPresence(value: unknown): Presence {
  if (!isFields(value)) return {}
  const out: Writable<Presence> = {}
  if ('cursor' in value) out.cursor = readCursor(value.cursor)
  if (Array.isArray(value.selection))
    out.selection = value.selection.filter(isId).slice(0, LIMITS.presenceItems)
  if ('viewport' in value) out.viewport = readViewport(value.viewport) ?? null
  if ('drag' in value) out.drag = readDrag(value.drag) ?? null
  if ('typing' in value) out.typing = isId(value.typing) ? value.typing : null
  if ('follows' in value) out.follows = isId(value.follows) ? value.follows : null
  if ('walking' in value) out.walking = isId(value.walking) ? value.walking : null
  return out
}
