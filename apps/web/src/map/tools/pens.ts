/** ms after a pen was lifted in which a hand may still lie on the screen. */
const REST_MS = 500

/** Tells a palm from a finger: while a pen is down, and just after, what touches the screen is the hand that holds it. */
export class Pens {
  #down = false
  #lifted = Number.NEGATIVE_INFINITY
  #isKnown = false

  /** Hears of every pointer that comes down or goes up; ms on the clock of the events. */
  hear(kind: 'down' | 'up', pointerType: string, now: number): void {
    if (pointerType !== 'pen') return
    this.#isKnown = true
    this.#down = kind === 'down'
    if (kind === 'up') this.#lifted = now
  }

  /** Somebody uses a pen here: then it draws, and fingers move the view. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  /** Is the hand on the screen, so that touches mean nothing? */
  isWriting(now: number): boolean {
    return this.#down || now - this.#lifted < REST_MS
  }
}
