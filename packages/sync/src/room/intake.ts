import type { Audience } from './audience.ts'
import type { LayerState } from './layer-state.ts'
import type { Reception } from './reception.ts'
import type { ConnectionId } from './session.ts'
import { Waiting } from './waiting.ts'

/**
 * What connections send comes through here. It waits until the layer is loaded; and what is to be judged, with all that its
 * connection sends after it, until the gate has learned what is stored (SPEC.md rule 1).
 */
export class Intake {
  readonly #layer: LayerState
  readonly #audience: Audience
  readonly #reception: Reception
  readonly #waiting = new Waiting()
  /** so few structs are learned at once */
  readonly #atOnce: number
  #isLoaded = false

  constructor(layer: LayerState, audience: Audience, reception: Reception, atOnce: number) {
    this.#atOnce = atOnce
    this.#layer = layer
    this.#audience = audience
    this.#reception = reception
  }

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  /** The layer is here. */
  loaded(now: number): void {
    this.#isLoaded = true
    this.#takeWaiting(now)
    this.learnSome(now)
  }

  message(id: ConnectionId, bytes: Uint8Array, now: number): void {
    const connection = this.#audience.get(id)
    if (connection === undefined) return
    const isReady = this.#isLoaded && !this.#waiting.has(id)
    if (isReady && this.#reception.message(connection, bytes, now)) return
    const isFirst = this.#waiting.isEmpty
    if (!this.#waiting.add(id, bytes)) {
      this.#waiting.drop(id)
      this.#audience.refuse(connection, 'too much at once', now)
    } else if (isFirst) this.learnSome(now)
  }

  /** The connection is gone. */
  drop(id: ConnectionId): void {
    this.#waiting.drop(id)
  }

  #takeWaiting(now: number): void {
    for (const { connection, bytes } of this.#waiting.takeAll()) this.message(connection, bytes, now)
  }

  // Learning

  /** There may be more to learn: a little is learned at once, for more the host is asked for time. */
  learnSome(now: number): void {
    if (!this.#isLoaded || this.#layer.isLearned) return
    if (this.#layer.unlearned <= this.#atOnce) this.learnAll(now)
    else this.#audience.push({ type: 'learn', isAwaited: !this.#waiting.isEmpty })
  }

  /** There is time to learn so many structs. */
  learn(structs: number, now: number): void {
    if (!this.#isLoaded || this.#layer.isLearned) return
    const problem = this.#layer.learn(structs)
    if (problem !== null) this.#audience.push({ type: 'report', what: 'quarantined', reason: problem })
    if (this.#layer.isLearned) this.#takeWaiting(now)
    else this.learnSome(now)
  }

  /** For what cannot wait. */
  learnAll(now: number): void {
    this.learn(Number.POSITIVE_INFINITY, now)
  }
}
