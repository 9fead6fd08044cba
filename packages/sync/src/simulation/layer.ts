import type { Row } from '../room/events.ts'

/** A layer as it lies on the disk of the simulation; never changed, only replaced. */
export interface Layer {
  readonly snapshot: Uint8Array | null
  readonly digest: Uint8Array | null
  readonly rows: readonly Row[]
  readonly owners: ReadonlyMap<number, string>
  readonly head: number
  readonly through: number
  readonly epoch: number
  /** by client: who holds it for the server's own hand, and until when */
  readonly hands: ReadonlyMap<number, { readonly holder: string; readonly until: number }>
}

/** A layer in which nothing was written. */
export const EMPTY: Layer = {
  snapshot: null,
  digest: null,
  rows: [],
  owners: new Map(),
  head: 0,
  through: 0,
  epoch: 0,
  hands: new Map(),
}
