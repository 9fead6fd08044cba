/** Ids are pairs of client and clock; -1 for "none". */
export const NONE = -1

/** One struct of an update, as far as the gate has to know it; its content stays as bytes. */
export interface Struct {
  readonly clock: number
  /** how many clocks it covers, at least 1 */
  readonly length: number
  readonly originClient: number
  readonly originClock: number
  readonly rightClient: number
  readonly rightClock: number
  readonly parentClient: number
  readonly parentClock: number
  /** name of the root it lies in, where the struct says so */
  readonly root: string | null
  /** the key it lies under, hashed; `NONE` where the struct names none */
  readonly key: number
  /** plain values that lie side by side; whoever deletes one of them cuts, and copies, all that follow */
  readonly isValues: boolean
  /** it makes a shared type, so that others may name it as their parent */
  readonly isType: boolean
  /** it holds nothing any more: garbage, or deleted content */
  readonly isDeleted: boolean
  /** nothing is left of it, not even where it lay */
  readonly isGarbage: boolean
  /** where it lies (`gate/lists.ts`); 0 until the gate has put it in order */
  list: number
  depth: number
  /** its place in the order that the gate found; 0 until then */
  rank: number
  /** where its bytes begin and end in the update */
  readonly from: number
  readonly to: number
}

/** The structs of one client, without gaps between them. */
export interface Section {
  readonly client: number
  readonly structs: readonly Struct[]
}

/** An update that is well formed; whether it may enter a room is for the gate to say. */
export interface Update {
  readonly bytes: Uint8Array
  readonly sections: readonly Section[]
  readonly deletes: readonly DeleteRange[]
  /** where in the bytes the deletions begin */
  readonly deletesAt: number
}

export interface DeleteRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}
