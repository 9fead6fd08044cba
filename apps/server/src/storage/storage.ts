import type { LayerStore } from './layers/layer-store.ts'
import type { Tables } from './tables.ts'

/** Everything that is kept, opened and up to date. */
export interface Storage {
  readonly tables: Tables
  readonly layers: LayerStore
  /** To be called when nothing uses it any more. */
  close(): Promise<void>
}

/** What storage says while it works; a part of `Log`. */
export interface StorageLog {
  error(fields: object, message: string): void
}
