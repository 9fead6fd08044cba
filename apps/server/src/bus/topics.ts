type Listener = (bytes: Uint8Array) => void

/** What topics need of a connection. Both may reject while it is gone: they are asked again when it is back. */
export interface Wire {
  subscribe(topic: string, hear: Listener): Promise<unknown>
  unsubscribe(topic: string): Promise<unknown>
}

/** Who listens to what, over a connection that comes and goes: each topic is subscribed once, however many listen. */
export class Topics {
  readonly #wire: Wire
  readonly #listeners = new Map<string, Set<Listener>>()
  /** those that this connection has been asked for */
  readonly #asked = new Set<string>()
  readonly #busy = new Set<string>()
  #isConnected = false

  constructor(wire: Wire) {
    this.#wire = wire
  }

  add(topic: string, listener: Listener): () => void {
    const mine: Listener = (bytes) => listener(bytes)
    this.#listeners.set(topic, (this.#listeners.get(topic) ?? new Set()).add(mine))
    void this.#agree(topic)
    return () => {
      const left = this.#listeners.get(topic)
      left?.delete(mine)
      if (left?.size === 0) this.#listeners.delete(topic)
      void this.#agree(topic)
    }
  }

  /** Asks a new connection for everything; resolves when it has been heard. */
  async connected(): Promise<void> {
    this.#isConnected = true
    const topics = new Set([...this.#listeners.keys(), ...this.#asked])
    await Promise.all([...topics].map((topic) => this.#agree(topic)))
  }

  disconnected(): void {
    this.#isConnected = false
  }

  /** Makes the connection hear the topic, or not, as it is wanted: one thing at a time, and then it is looked at again. */
  async #agree(topic: string): Promise<void> {
    if (this.#busy.has(topic)) return
    this.#busy.add(topic)
    while (this.#isConnected && this.#listeners.has(topic) !== this.#asked.has(topic)) {
      if (!(await this.#ask(topic))) break
    }
    this.#busy.delete(topic)
  }

  /** False when the connection went: what it was asked for is not so, and is asked for again when it is back. */
  async #ask(topic: string): Promise<boolean> {
    const isAsked = this.#asked.has(topic)
    try {
      if (isAsked) await this.#wire.unsubscribe(topic)
      else await this.#wire.subscribe(topic, (bytes) => this.#hear(topic, bytes))
    } catch {
      return false
    }
    if (isAsked) this.#asked.delete(topic)
    else this.#asked.add(topic)
    return true
  }

  #hear(topic: string, bytes: Uint8Array): void {
    for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener(bytes)
  }
}
