import type { Shown } from './people.ts'

/** Cursors, drags and views go out at most this often: about thirty times a second. */
const EVERY_MS = 33

const FAST: readonly (keyof Shown)[] = ['cursor', 'drag', 'ink', 'viewport']

export interface PaceClock {
  now(): number
  after(ms: number, work: () => void): void
}

/**
 * Gathers what this browser shows others: what moves is told at most thirty times a second, newest first and never
 * left behind; everything else at once, taking along what waits.
 */
export class ShowPace {
  readonly #tell: (shown: Shown) => void
  readonly #clock: PaceClock
  #waiting: Shown = {}
  #lastAt = Number.NEGATIVE_INFINITY
  #asked = false

  constructor(tell: (shown: Shown) => void, clock: PaceClock) {
    this.#tell = tell
    this.#clock = clock
  }

  show(shown: Shown): void {
    this.#waiting = { ...this.#waiting, ...shown }
    const moves = Object.keys(shown).every((key) => FAST.includes(key as keyof Shown) && isMoving(shown, key))
    const wait = moves ? this.#lastAt + EVERY_MS - this.#clock.now() : 0
    if (wait <= 0) this.#flush()
    else if (!this.#asked) {
      this.#asked = true
      this.#clock.after(wait, () => {
        this.#asked = false
        this.#flush()
      })
    }
  }

  #flush(): void {
    if (Object.keys(this.#waiting).length === 0) return
    const shown = this.#waiting
    this.#waiting = {}
    this.#lastAt = this.#clock.now()
    this.#tell(shown)
  }
}

// the end of a drag and a cursor that left are news at once
function isMoving(shown: Shown, key: string): boolean {
  return (shown as Record<string, unknown>)[key] !== null
}
