import type { Fold, LayerStore, StoredLayer } from '../storage/layers/layer-store.ts'

/** One layer in the store, as a room that loaded it knows it: in one epoch. */
export class LayerOnDisk {
  readonly board: string
  readonly layer: string
  readonly #store: LayerStore
  #epoch = 0

  constructor(store: LayerStore, board: string, layer: string) {
    this.#store = store
    this.board = board
    this.layer = layer
  }

  /** The layer's epoch when it was loaded, or replaced by this room since. */
  get epoch(): number {
    return this.#epoch
  }

  async load(): Promise<StoredLayer> {
    const stored = await this.#store.load(this.board, this.layer)
    this.#epoch = stored.epoch
    return stored
  }

  /** What came after row `after`, with the snapshot when that holds some of it; null when the layer was replaced. */
  async readAfter(after: number): Promise<StoredLayer | null> {
    const stored = await this.#store.readAfter(this.board, this.layer, after)
    return stored.epoch === this.#epoch ? stored : null
  }

  /** False when another node was faster. */
  compact(fold: Omit<Fold, 'epoch'>): Promise<boolean> {
    return this.#store.compact(this.board, this.layer, { ...fold, epoch: this.#epoch })
  }

  /** False when the log went on meanwhile. */
  replace(fold: Omit<Fold, 'epoch'>): Promise<boolean> {
    return this.#store.replace(this.board, this.layer, { ...fold, epoch: this.#epoch }, () => {
      this.#epoch++
    })
  }

  lease(holder: string, now: number, forMs: number): Promise<number> {
    return this.#store.lease(this.board, this.layer, holder, now, forMs)
  }
}
