import { encodeReached, type Reach } from '@second-story/protocol'
import type { Audience } from './audience.ts'
import type { Connection } from './connection.ts'
import type { Stored } from './events.ts'
import type { LayerState } from './layer-state.ts'

/**
 * Tells our own clients how far in the log they have come, and knows what to make of it when they come back (SPEC.md rule 1).
 * Whoever has been told up to a row needs no deletion from before it again.
 */
export class Reaching {
  readonly #layer: LayerState
  readonly #audience: Audience
  #epoch = 0
  /** false when rows are missing in the log: nobody can be said to have heard of them, should they turn up again */
  #isWhole = true

  constructor(layer: LayerState, audience: Audience) {
    this.#layer = layer
    this.#audience = audience
  }

  /** The layer is here, or more of its log: what is stored after row `head`, or after the snapshot where that reaches further. */
  follow(stored: Stored, head: number): void {
    this.enter(stored.epoch)
    const from = Math.max(head, stored.snapshot === null ? 0 : (stored.through ?? 0))
    const found = stored.rows.filter(({ n }) => n > from).length
    if (found < stored.head - from) this.#isWhole = false
  }

  /** The epoch of what is stored from now on; what was told holds in it as well. */
  enter(epoch: number | undefined): void {
    this.#epoch = epoch ?? this.#epoch
  }

  get #canTell(): boolean {
    return this.#isWhole && !this.#layer.isDamaged
  }

  /** The row after which a connection needs to hear of deletions; null: it needs all there are. */
  since({ since }: Connection): number | null {
    if (since === null || since.epoch !== this.#epoch || !this.#canTell) return null
    return since.n >= this.#layer.through && since.n <= this.#layer.head ? since.n : null
  }

  /** Says it to those who have come further since they were told last; everything up to there was sent to them before. */
  tell(connections: readonly Connection[], now: number): void {
    if (!this.#canTell) return
    const reach: Reach = { epoch: this.#epoch, n: this.#layer.head }
    const behind = connections.filter(
      ({ isOurs, isAnswered, reached }) =>
        isOurs && isAnswered && (reached?.n !== reach.n || reached.epoch !== reach.epoch),
    )
    for (const connection of behind) connection.reached = reach
    this.#audience.send(behind, encodeReached(reach), 'edits', now)
  }
}
