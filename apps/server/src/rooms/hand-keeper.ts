import type { Clock } from '@second-story/std'
import type { Hand } from './hand.ts'

/** How long a leased client is held, and a document kept after its last use. */
const LEASE_MS = 10 * 60_000
const KEPT_MS = 30_000

/** What a keeper needs of its room. */
export interface HandSource {
  /** resolves when the layer is in memory */
  load(): Promise<void>
  /** a document with everything that was taken */
  build(): Hand
  /** a client that nobody else writes under until `now + forMs` */
  lease(now: number, forMs: number): Promise<number>
}

/**
 * Keeps the server's own hand on one layer (SPEC.md rule 14): the document is built when first needed and kept until quiet, and
 * what is written is written under a client that is held.
 */
export class HandKeeper {
  readonly #source: HandSource
  readonly #clock: Clock
  #hand: Hand | null = null
  #held: { readonly client: number; readonly until: number } | null = null
  #leasing: Promise<void> | null = null
  #usedAt = 0

  constructor(source: HandSource, clock: Clock) {
    this.#source = source
    this.#clock = clock
  }

  /** The hand, to look; not to be written with. */
  async look(): Promise<Hand> {
    await this.#source.load()
    this.#usedAt = this.#clock.now()
    if (this.#hand !== null) return this.#hand
    this.#hand = this.#source.build()
    this.#takeClient()
    return this.#hand
  }

  /** The hand, to write. */
  async write(): Promise<Hand> {
    if (this.#held === null || this.#held.until - this.#clock.now() < LEASE_MS / 2) {
      this.#leasing ??= this.#lease().finally(() => {
        this.#leasing = null
      })
      await this.#leasing
    }
    return this.look()
  }

  async #lease(): Promise<void> {
    const now = this.#clock.now()
    this.#held = { client: await this.#source.lease(now, LEASE_MS), until: now + LEASE_MS }
    this.#takeClient()
  }

  /** After building: Yjs gives a document a new client when it hears its own from elsewhere. */
  #takeClient(): void {
    if (this.#hand !== null && this.#held !== null) this.#hand.doc.clientID = this.#held.client
  }

  /** True while `hand` is the one in use: another call may have let it go meanwhile. */
  isCurrent(hand: Hand): boolean {
    return this.#hand === hand
  }

  /** Takes what others wrote, once it is on disk. */
  apply(update: Uint8Array): void {
    if (this.#hand?.apply(update) === false) this.drop()
  }

  drop(): void {
    this.#hand?.destroy()
    this.#hand = null
  }

  /** Lets go of a document that nobody has used for a while; true when there is none. */
  rest(): boolean {
    if (this.#clock.now() - this.#usedAt >= KEPT_MS) this.drop()
    return this.#hand === null
  }
}
