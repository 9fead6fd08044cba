/** Promises for numbers that something reaches, each at least once, in order. */
export class Milestones {
  #reached = 0
  #broken: Error | null = null
  #waiting: {
    readonly number: number
    readonly resolve: () => void
    readonly reject: (error: Error) => void
  }[] = []

  /** Resolves when `number` is reached; rejects when that will not be. */
  at(number: number): Promise<void> {
    if (number <= this.#reached) return Promise.resolve()
    if (this.#broken !== null) return Promise.reject(this.#broken)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ number, resolve, reject })
    })
  }

  reach(number: number): void {
    this.#reached = number
    for (const { resolve } of this.#waiting.filter((wait) => wait.number <= number)) resolve()
    this.#waiting = this.#waiting.filter((wait) => wait.number > number)
  }

  /** Nothing more will be reached. */
  break(error: Error): void {
    this.#broken = error
    for (const { reject } of this.#waiting) reject(error)
    this.#waiting = []
  }
}
