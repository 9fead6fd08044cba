import { ROOT_NAMES } from '@second-story/protocol'

/** How a room behaves; times in ms. */
export interface RoomOptions {
  /** presence lives on `common` alone */
  readonly presence: boolean
  /** other nodes serve the same layer and are told who is here */
  readonly nodes?: boolean
  readonly roots?: readonly string[]
  /** a client hears something at least this often; y-websocket gives up after 30 s of silence */
  readonly heartbeatMs?: number
  /** of so many structs the gate learns at once, before anybody is served; of more, while people are */
  readonly learnAtOnce?: number
  /** how long a room without connections is kept */
  readonly lingerMs?: number
  /** the log is folded when it has more rows than this and one for each half KB of the snapshot (folding costs its size) … */
  readonly compactRows?: number
  /** … or more bytes than both this and the snapshot */
  readonly compactBytes?: number
  /** … or, above `restRows` or `restBytes`, when nobody has written for so long, at most once in `quietEveryMs` */
  readonly quietMs?: number
  readonly quietEveryMs?: number
  /** before a room rests, its log is folded when it has more rows than this … */
  readonly restRows?: number
  /** … or more bytes than both this and a small part of the snapshot */
  readonly restBytes?: number
}

export function withDefaults(options: RoomOptions): Required<RoomOptions> {
  return {
    nodes: false,
    roots: ROOT_NAMES,
    heartbeatMs: 20_000,
    learnAtOnce: 2000,
    lingerMs: 15_000,
    compactRows: 1000,
    compactBytes: 256 * 1024,
    restRows: 50,
    restBytes: 32 * 1024,
    quietMs: 2_000,
    quietEveryMs: 30_000,
    ...options,
  }
}
