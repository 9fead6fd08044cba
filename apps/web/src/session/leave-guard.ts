/** What the guard listens on: the window. */
export interface LeaveTarget {
  addEventListener(type: 'beforeunload', heard: (event: Event) => void): void
  removeEventListener(type: 'beforeunload', heard: (event: Event) => void): void
}

/** Has the browser ask before a page goes that holds something unsaved; while nothing is, it does not even listen. */
export class LeaveGuard {
  readonly #target: LeaveTarget
  #isUp = false

  constructor(target: LeaveTarget) {
    this.#target = target
  }

  get isUp(): boolean {
    return this.#isUp
  }

  /** `isNeeded`: would leaving now leave something behind? */
  set(isNeeded: boolean): void {
    if (isNeeded === this.#isUp) return
    this.#isUp = isNeeded
    if (isNeeded) this.#target.addEventListener('beforeunload', ask)
    else this.#target.removeEventListener('beforeunload', ask)
  }
}

function ask(event: Event): void {
  event.preventDefault()
}
