const BUCKETS_PER_MS = 10
const LONGEST_MS = 20_000

/** Times as counts in buckets of 0.1 ms up to 20 s: millions of them cost nothing to keep. */
export class Latencies {
  readonly #buckets = new Uint32Array(LONGEST_MS * BUCKETS_PER_MS + 1)
  #count = 0

  get count(): number {
    return this.#count
  }

  add(ms: number): void {
    const bucket = Math.max(0, Math.min(LONGEST_MS * BUCKETS_PER_MS, Math.floor(ms * BUCKETS_PER_MS)))
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1
    this.#count++
  }

  /** The time in ms under which `share` (0 to 1) of them lie; NaN when there are none. */
  percentile(share: number): number {
    if (this.#count === 0) return Number.NaN
    let left = share * this.#count
    for (const [bucket, n] of this.#buckets.entries()) {
      left -= n
      if (left <= 0 && n > 0) return (bucket + 1) / BUCKETS_PER_MS
    }
    return LONGEST_MS
  }
}
