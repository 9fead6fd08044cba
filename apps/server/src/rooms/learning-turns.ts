/** so long may learning go on before everything else has its turn */
const SLICE_MS = 4
const FEWEST = 100
const MOST = 2500

/** Learns so many structs more. */
export type Learn = (structs: number) => void

/** Gives all rooms of a process time to learn what is stored: one slice for one of them in a turn of the loop. */
export class LearningTurns {
  /** who is waited for, and who is not; in the order in which they asked */
  readonly #awaited = new Set<Learn>()
  readonly #others = new Set<Learn>()
  #turn: NodeJS.Immediate | null = null
  /** about what fits in a slice: as much as the machine has shown */
  #structs = 500

  /** Whoever wants more than one slice asks again. */
  ask(learn: Learn, isAwaited: boolean): void {
    if (isAwaited) {
      this.#others.delete(learn)
      this.#awaited.add(learn)
    } else if (!this.#awaited.has(learn)) this.#others.add(learn)
    this.#turn ??= setImmediate(() => this.#slice())
  }

  forget(learn: Learn): void {
    this.#awaited.delete(learn)
    this.#others.delete(learn)
  }

  #slice(): void {
    this.#turn = null
    const [learn] = this.#awaited.size > 0 ? this.#awaited : this.#others
    if (learn === undefined) return
    this.forget(learn)
    const began = performance.now()
    learn(this.#structs)
    this.#measure(performance.now() - began)
    if (this.#awaited.size + this.#others.size > 0) this.#turn ??= setImmediate(() => this.#slice())
  }

  /** One slow slice, a collection of garbage perhaps, says little; it is followed slowly upwards. */
  #measure(ms: number): void {
    const fits = (this.#structs * SLICE_MS) / Math.max(ms, 0.1)
    const next = Math.min(this.#structs * 1.5, Math.max(this.#structs / 2, fits))
    this.#structs = Math.round(Math.min(MOST, Math.max(FEWEST, next)))
  }
}
