import type { Reach } from '@second-story/protocol'
import type { LayerKey, LayerStore, StoredLayer } from '../storage/layers/layer-store.ts'

/** A layer as V2, packed. */
export interface PackedLayer {
  readonly bytes: Uint8Array
  /** which layer of which board it is */
  readonly name: string
  /** how far in the log it reaches; null where that cannot be said */
  readonly reach: Reach | null
}

export function nameOf({ board, layer }: LayerKey): string {
  return `${board} ${layer}`
}

/** A layer as the last fold packed it; null where it was never folded. */
export async function packedOnDisk(store: LayerStore, key: LayerKey): Promise<PackedLayer | null> {
  const packed = await store.packed(key.board, key.layer)
  if (packed === null) return null
  // should the layer have been replaced in between: what it holds is true of the later epoch as well
  const [head] = await store.heads([key])
  return { name: nameOf(key), bytes: packed.bytes, reach: { epoch: head?.epoch ?? 0, n: packed.through } }
}

/**
 * A layer as it lies on disk, without asking a room: where one node alone writes, each row was judged before it was stored, and fits
 * on those before it. Null where one of them was damaged: what builds on it is for the room to find.
 */
export function plainRows({ snapshot, rows, head, through }: StoredLayer): readonly Uint8Array[] | null {
  if (rows.length !== head - through) return null
  const updates = rows.map(({ bytes }) => bytes)
  return snapshot === null ? updates : [snapshot, ...updates]
}
