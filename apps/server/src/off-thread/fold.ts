import { foldBoth } from '@second-story/sync'
import { pack } from './packing.ts'

/** A layer folded: its log as one update, and the same as it is served to our own client: V2, packed. */
export interface Folded {
  readonly snapshot: Uint8Array
  readonly packed: Uint8Array
  /** what is to be known of the snapshot before it is read */
  readonly digest: Uint8Array | null
}

/** By itself, so that the rooms need nothing of what else the second thread does. */
export function fold(updates: readonly Uint8Array[]): Folded {
  const { v1, v2, digest } = foldBoth(updates)
  return { snapshot: v1, packed: pack(v2), digest }
}
