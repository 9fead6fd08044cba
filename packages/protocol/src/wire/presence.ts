import { LIMITS } from './limits.ts'
import type { Role } from './roles.ts'

/** A point of the board, in board units. */
export interface PresencePoint {
  readonly x: number
  readonly y: number
}

/** A Yjs relative position as JSON. */
export interface PresencePosition {
  readonly type?: { readonly client: number; readonly clock: number } | null
  readonly tname?: string | null
  readonly item?: { readonly client: number; readonly clock: number } | null
  readonly assoc?: number
}

/** Where a text cursor stands, as editor bindings write it. */
export interface PresenceCaret {
  readonly anchor: PresencePosition
  readonly head: PresencePosition
}

/** One item while it is dragged: absolute, in board units. */
export interface PresenceMove {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w?: number
  readonly h?: number
}

/** Where somebody is on the board: which view, and what they stand on there. */
export interface PresenceWhere {
  /** a short word of the client's own: `map`, `timeline` … */
  readonly view: string
  /** an item of `common`, or a section of the record */
  readonly at?: string
}

/** "Come here, everyone": asked once, under a name of its own. */
export interface PresenceAsk extends PresenceWhere {
  readonly id: string
  /** the part of the board to look at */
  readonly look?: NonNullable<Presence['viewport']>
}

export const PRESENCE_INKS = ['pen', 'highlighter', 'laser'] as const

/** A line while it is drawn on the common board, thinned to what the eye needs; or where a laser points. Never stored. */
export interface PresenceInk {
  readonly kind: (typeof PRESENCE_INKS)[number]
  /** names of a colour and a width; a reader that does not know one takes its usual */
  readonly colour: string
  readonly width: string
  /** x, y, x, y … in board units; of a laser the newest only */
  readonly points: readonly number[]
  /** how many points there have been, those that are not told any more included: tells what is new of a laser's trail */
  readonly count: number
}

/**
 * What a client may say about itself; anything else is dropped by the server. Ids are of items in `common` only:
 * a client never names here what lies in a private layer.
 */
export interface Presence {
  readonly cursor?: PresencePoint | PresenceCaret | null
  /** items, and relations, that are selected */
  readonly selection?: readonly string[]
  /** the visible part of the board */
  readonly viewport?: {
    readonly x: number
    readonly y: number
    readonly zoom: number
    readonly w?: number
    readonly h?: number
  } | null
  /** a drag while it lasts */
  readonly drag?: readonly PresenceMove[] | null
  /** the line being drawn, or the laser; a line that only its maker sees is never told */
  readonly ink?: PresenceInk | null
  /** the item being written in */
  readonly typing?: string | null
  /** the account being followed */
  readonly follows?: string | null
  /** the event being walked; from a facilitator, deputy or owner only */
  readonly walking?: string | null
  readonly where?: PresenceWhere | null
  /** everybody is asked to come here; from a facilitator, deputy or owner only */
  readonly asks?: PresenceAsk | null
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
  const anchor = readPosition(value.anchor)
  const head = readPosition(value.head)
  return anchor !== null && head !== null ? { anchor, head } : null
}

function readPosition(value: unknown): PresencePosition | null {
  if (!isFields(value)) return null
  const out: Writable<PresencePosition> = {}
  if ('type' in value) out.type = readYjsId(value.type)
  if ('item' in value) out.item = readYjsId(value.item)
  if ('tname' in value) out.tname = isId(value.tname) ? value.tname : null
  if (isNumber(value.assoc)) out.assoc = value.assoc
  return out
}

function readYjsId(value: unknown): { client: number; clock: number } | null {
  if (!isFields(value) || !isNumber(value.client) || !isNumber(value.clock)) return null
  return { client: value.client, clock: value.clock }
}

function readViewport(value: unknown): Presence['viewport'] {
  if (!isFields(value) || !isNumber(value.x) || !isNumber(value.y) || !isNumber(value.zoom)) return null
  return { x: value.x, y: value.y, zoom: value.zoom, ...size(value) }
}

function readDrag(value: unknown): PresenceMove[] | null {
  if (!Array.isArray(value)) return null
  return value.slice(0, LIMITS.presenceItems).flatMap((move: unknown) => {
    if (!isFields(move) || !isId(move.id) || !isNumber(move.x) || !isNumber(move.y)) return []
    return [{ id: move.id, x: move.x, y: move.y, ...size(move) }]
  })
}

/** A word for a view: letters and dashes, so that nothing else is smuggled through it. */
const VIEW_WORD = /^[a-z-]{1,20}$/

function readWhere(value: unknown): PresenceWhere | null {
  if (!isFields(value) || typeof value.view !== 'string' || !VIEW_WORD.test(value.view)) return null
  return { view: value.view, ...(isId(value.at) ? { at: value.at } : {}) }
}

function readAsk(value: unknown): PresenceAsk | null {
  const where = readWhere(value)
  if (where === null || !isFields(value) || !isId(value.id)) return null
  const look = readViewport(value.look)
  return { id: value.id, ...where, ...(look ? { look } : {}) }
}

function readInk(value: unknown): PresenceInk | null {
  if (!isFields(value) || !Array.isArray(value.points) || !isNumber(value.count)) return null
  const kind = PRESENCE_INKS.find((one) => one === value.kind)
  // the newest ones; and never half of one
  const points = value.points.slice(-2 * LIMITS.presencePoints).filter(isNumber)
  if (!kind || points.length < 2 || points.length % 2 !== 0) return null
  const { colour, width, count } = value
  return { kind, colour: nameOf(colour), width: nameOf(width), points, count }
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 16) : ''
}

/** The part of any value that is presence: unknown fields dropped, wrong ones null. Total. */
export function readPresence(value: unknown): Presence {
  if (!isFields(value)) return {}
  const out: Writable<Presence> = {}
  if ('cursor' in value) out.cursor = readCursor(value.cursor)
  if (Array.isArray(value.selection))
    out.selection = value.selection.filter(isId).slice(0, LIMITS.presenceItems)
  if ('viewport' in value) out.viewport = readViewport(value.viewport) ?? null
  if ('drag' in value) out.drag = readDrag(value.drag)
  if ('ink' in value) out.ink = readInk(value.ink)
  if ('typing' in value) out.typing = isId(value.typing) ? value.typing : null
  if ('follows' in value) out.follows = isId(value.follows) ? value.follows : null
  if ('walking' in value) out.walking = isId(value.walking) ? value.walking : null
  if ('where' in value) out.where = readWhere(value.where)
  if ('asks' in value) out.asks = readAsk(value.asks)
  return out
}
