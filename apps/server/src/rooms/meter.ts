/** What the rooms are asked when somebody looks. */
export interface RoomsNow {
  readonly rooms: number
  readonly connections: number
  /** edits that were taken and are not on disk */
  readonly pending: number
  /** bytes that wait for the slowest reader */
  readonly longestBacklog: number
}

/** Where the rooms say how they fare: numbers alone, never who, which board, or what. */
export interface Meter {
  /** asked at every look */
  watch(now: () => RoomsNow): void
  received(bytes: number): void
  /** one message to so many clients */
  sent(clients: number, bytes: number): void
  /** presence left out for a slow reader */
  leftOut(): void
  /** one tick of all rooms that had something to tell or store */
  ticked(ms: number): void
  /** one transaction, on disk */
  stored(ms: number, rows: number, bytes: number): void
  storeFailed(): void
  folded(ms: number): void
  refused(reason: string): void
  quarantined(): void
  closed(code: number): void
}

export const silentMeter: Meter = {
  watch() {},
  received() {},
  sent() {},
  leftOut() {},
  ticked() {},
  stored() {},
  storeFailed() {},
  folded() {},
  refused() {},
  quarantined() {},
  closed() {},
}
