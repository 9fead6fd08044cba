import { asGzip } from '../off-thread/packing.ts'

/** Snapshots kept for browsers that read gzip alone: those of boards that are open just now. */
const MOST_KEPT = 16
const MOST_BYTES = 16 * 1024 * 1024

/**
 * Layers as gzip, made when first asked for and kept while they stay as they are: a browser says that it reads Brotli over https
 * alone, and a whole team in one office may come over http.
 */
export class Gzipped {
  readonly #kept = new Map<string, { readonly bytes: Promise<Uint8Array>; readonly size: number }>()

  /** `state` names what is in `packed`: two that have the same are the same. */
  of(state: string, packed: Uint8Array): Promise<Uint8Array> {
    const known = this.#kept.get(state)
    if (known !== undefined) return known.bytes
    const bytes = asGzip(packed)
    this.#kept.set(state, { bytes, size: packed.length })
    bytes.catch(() => this.#kept.delete(state))
    this.#tidy()
    return bytes
  }

  /** The oldest go first; the last always stays. */
  #tidy(): void {
    let size = [...this.#kept.values()].reduce((sum, one) => sum + one.size, 0)
    for (const [state, one] of this.#kept) {
      if (this.#kept.size <= 1 || (this.#kept.size <= MOST_KEPT && size <= MOST_BYTES)) return
      this.#kept.delete(state)
      size -= one.size
    }
  }
}
