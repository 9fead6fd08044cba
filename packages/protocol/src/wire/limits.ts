/**
 * Bounds of what travels and is taken. They lie above any import or a month offline; a command checks them before it writes,
 * so that no honest person ever meets one on the wire.
 */
export const LIMITS = {
  /** one WebSocket message, both ways */
  frameBytes: 16 * 1024 * 1024,
  /** structs in one update; a board of 10,000 items has about 150,000 */
  structsPerUpdate: 400_000,
  /** ranges of deletions in one update */
  deleteRangesPerUpdate: 400_000,
  /** clients named by one update or state vector; every page load makes one */
  clientsPerUpdate: 100_000,
  /** bytes of a state vector */
  stateVectorBytes: 1024 * 1024,
  /** highest clock (Yjs counts one for every letter ever typed by one client) */
  clock: 2 ** 40,
  /** nesting of plain values inside an item */
  valueDepth: 64,
  /** shared types inside one another; Yjs deletes them by recursion, and a few thousand overflow every reader's stack */
  typeDepth: 256,
  /** one awareness message from a client; stock clients echo what they hear about others */
  awarenessBytes: 1024 * 1024,
  /** one client's presence as JSON */
  presenceBytes: 64 * 1024,
  /** items named in a selection or moved in a drag preview */
  presenceItems: 500,
  /** points of a line that is being drawn, or of a laser's trail */
  presencePoints: 128,
  /** messages and bytes held for a connection while its room loads */
  waitingMessages: 1000,
  waitingBytes: 32 * 1024 * 1024,
  /** sockets of one account on one board: a tab has up to four */
  connectionsPerMember: 1000,
  connectionsPerBoard: 10_000,
} as const
