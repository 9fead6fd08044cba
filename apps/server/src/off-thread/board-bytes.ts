import { type BoardSnapshot, type LayerName, read } from '@second-story/board'
import { documentOf } from '@second-story/sync'

/** Layers on their way to another thread: under the domain's names, each as updates, oldest first. */
export type BoardBytes = readonly (readonly [LayerName, readonly Uint8Array[]])[]

export function boardOf(layers: BoardBytes): BoardSnapshot {
  return read(new Map(layers.map(([name, updates]) => [name, documentOf(updates)] as const)))
}
