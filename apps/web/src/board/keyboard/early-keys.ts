import type { KeyPlace } from './key-hub.ts'

/** What is needed to press a key again. */
export interface EarlyPress {
  readonly key: string
  readonly shiftKey: boolean
}

interface Press extends EarlyPress {
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/**
 * Keys pressed before the view that they are meant for is there: kept in order, and pressed again once it is. While
 * that happens everything waits behind them, so that no letter overtakes another. Chords, fields and dialogs are
 * never held up.
 */
export class EarlyKeys {
  #kept: EarlyPress[] = []
  #state: 'open' | 'waiting' | 'pressing' = 'open'

  #all = false

  /** `all`: also those pressed in fields and on controls, which are meant for what comes. */
  hold(all = false): void {
    this.#all = all
    if (this.#state === 'open') this.#state = 'waiting'
  }

  /** The view does not come: what was kept is dropped. */
  drop(): void {
    this.#kept = []
    this.#all = false
    this.#state = 'open'
  }

  /** True when the key waits. */
  keep(press: Press, place: KeyPlace): boolean {
    if (this.#state === 'open' || press.ctrlKey || press.metaKey || press.altKey) return false
    if (this.#state === 'waiting' && !this.#all && !mayWait(press.key, place, this.#kept.length > 0))
      return false
    if (!isKey(press.key)) return false
    this.#kept.push({ key: press.key, shiftKey: press.shiftKey })
    return true
  }

  /** Presses what was kept, one after the other, with time between for the page to answer. */
  async release(press: (key: EarlyPress) => void, answered: () => Promise<void>): Promise<void> {
    if (this.#state !== 'waiting') return
    this.#all = false
    this.#state = 'pressing'
    for (let next = this.#kept.shift(); next; next = this.#kept.shift()) {
      press(next)
      await answered()
    }
    this.#state = 'open'
  }
}

// held by themselves they would only be in the way of moving about the page
const FOLLOWING = new Set(['Tab', 'Escape', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Backspace'])

const isKey = (key: string): boolean => [...key].length === 1 || key === 'Enter' || FOLLOWING.has(key)

function mayWait(key: string, place: KeyPlace, hasBegun: boolean): boolean {
  if (place.typing || place.overlay) return false
  if (place.control && (key === 'Enter' || key === ' ')) return false
  return hasBegun || (!FOLLOWING.has(key) && key !== 'Enter')
}
