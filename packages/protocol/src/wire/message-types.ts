/**
 * The first number of every message on `/sync/<room>`. 0 to 3 are y-websocket's, so that any stock client connects;
 * ours begin at 100 and go only to a connection that has sent a `mark`. These numbers never change: old tabs stay open for days.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** server -> client {n}: everything the connection sent before mark n is integrated and on disk */
  saved: 100,
  /** client -> server {n} */
  mark: 101,
  /** server -> client: cursors that moved, in short; above a handful of people */
  cursors: 102,
  /** server -> client {n, reason}: some of what was sent before mark n was not taken */
  refused: 103,
  /** server -> client {epoch, n}: everything up to row n of the layer's log has been sent to this connection, or it named it itself */
  reached: 104,
} as const

/** The second number of a sync message (y-protocols). */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** The second number of an auth message (y-protocols). */
export const AUTH = { permissionDenied: 0 } as const
