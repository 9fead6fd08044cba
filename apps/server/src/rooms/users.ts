/** Calls that are in the middle of something with a room: while there are any, it is kept. */
export class Users {
  readonly #working = new Set<Promise<unknown>>()

  get areNone(): boolean {
    return this.#working.size === 0
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    const working = work()
    const user = working.catch(() => undefined)
    this.#working.add(user)
    try {
      return await working
    } finally {
      this.#working.delete(user)
    }
  }

  /** Resolves when those that are there now have ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#working)
  }
}
