import type { Learn, LearningTurns } from './learning-turns.ts'

/** how long people who have just come are served before anything is learned that nobody waits for */
const PATIENCE_MS = 1000

/** Gives one room time to learn what is stored (SPEC.md rule 1), when it asks for it. */
export class Learner {
  readonly #turns: LearningTurns
  readonly #learn: Learn
  #timer: NodeJS.Timeout | null = null
  #isLearning = false

  constructor(turns: LearningTurns, learn: Learn) {
    this.#turns = turns
    this.#learn = (structs) => {
      this.#isLearning = true
      learn(structs)
      this.#isLearning = false
    }
  }

  /** The room has more to learn; `isAwaited`: somebody waits for it. What was begun goes on. */
  ask(isAwaited: boolean): void {
    if (isAwaited || this.#isLearning) this.#ask(isAwaited)
    else this.#timer ??= setTimeout(() => this.#ask(false), PATIENCE_MS).unref()
  }

  #ask(isAwaited: boolean): void {
    this.#forgetTimer()
    this.#turns.ask(this.#learn, isAwaited)
  }

  #forgetTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** The room is forgotten, or ended. */
  stop(): void {
    this.#forgetTimer()
    this.#turns.forget(this.#learn)
  }
}
