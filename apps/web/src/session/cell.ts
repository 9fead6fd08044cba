import { useSyncExternalStore } from 'react'

/** One value that changes and tells: the smallest store there is. */
export class Cell<T> {
  #value: T
  readonly #heard = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  get(): T {
    return this.#value
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const heard of [...this.#heard]) heard()
  }

  /** Returns its own undo. */
  subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard)
    return () => this.#heard.delete(heard)
  }
}

/** The cell's value, and a render whenever it changes. */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.subscribe, () => cell.get())
}
