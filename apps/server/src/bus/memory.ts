import type { Bus } from './bus.ts'

/** What joins the buses of several nodes in one process, for tests. */
export class MemoryHub {
  readonly #buses = new Set<MemoryBus>()

  join(bus: MemoryBus): void {
    this.#buses.add(bus)
  }

  leave(bus: MemoryBus): void {
    this.#buses.delete(bus)
  }

  carry(from: MemoryBus, topic: string, bytes: Uint8Array): void {
    for (const bus of this.#buses) if (bus !== from) bus.hear(topic, bytes)
  }
}

/** A bus between nodes of one process; it can be cut, as a network would be. Messages arrive after the current turn. */
export class MemoryBus implements Bus {
  readonly #hub: MemoryHub
  readonly #topics = new Map<string, Set<(bytes: Uint8Array) => void>>()
  readonly #restored = new Set<() => void>()
  #isUp = true

  constructor(hub: MemoryHub) {
    this.#hub = hub
    hub.join(this)
  }

  get isUp(): boolean {
    return this.#isUp
  }

  publish(topic: string, bytes: Uint8Array): void {
    if (this.#isUp) this.#hub.carry(this, topic, bytes)
  }

  hear(topic: string, bytes: Uint8Array): void {
    queueMicrotask(() => {
      if (!this.#isUp) return
      for (const listener of [...(this.#topics.get(topic) ?? [])]) listener(bytes)
    })
  }

  subscribe(topic: string, listener: (bytes: Uint8Array) => void): () => void {
    const mine = (bytes: Uint8Array): void => listener(bytes)
    this.#topics.set(topic, (this.#topics.get(topic) ?? new Set()).add(mine))
    return () => this.#topics.get(topic)?.delete(mine)
  }

  onRestored(listener: () => void): () => void {
    const mine = (): void => listener()
    this.#restored.add(mine)
    return () => this.#restored.delete(mine)
  }

  /** Neither tells nor hears until `mend`. */
  cut(): void {
    this.#isUp = false
  }

  mend(): void {
    if (this.#isUp) return
    this.#isUp = true
    for (const listener of [...this.#restored]) listener()
  }

  async close(): Promise<void> {
    this.#isUp = false
    this.#topics.clear()
    this.#restored.clear()
    this.#hub.leave(this)
  }
}
