import type { ConnectionId, Session } from './session.ts'

/** A mark waits until `needs` additions are on disk; null: until the connection's step 2 is here. */
interface Mark {
  readonly n: number
  needs: number | null
}

/** What a room keeps for one open socket. */
export class Connection {
  readonly id: ConnectionId
  session: Session
  lastToldAt: number
  /** the room sent a step 1 that is not answered yet */
  owesStep2 = false
  /** something it sent early is left out: its step 2 brings it */
  leftOut = false
  /** how often it was asked again for what it left out */
  asked = 0
  /** why something it sent was not taken; told at its next mark */
  refusal: string | null = null
  #marks: Mark[] = []

  constructor(id: ConnectionId, session: Session, now: number) {
    this.id = id
    this.session = session
    this.lastToldAt = now
  }

  mark(n: number, accepted: number): void {
    const needs = this.leftOut ? null : accepted
    // the answer to a later mark answers the earlier ones too
    this.#marks = this.#marks.filter((mark) => mark.needs !== needs)
    this.#marks.push({ n, needs })
  }

  /** Its step 2 was taken: nothing is left out any more. */
  caughtUp(accepted: number): void {
    this.leftOut = false
    this.asked = 0
    for (const mark of this.#marks) mark.needs ??= accepted
  }

  /** The highest mark that can be answered now, or null. */
  answerable(stored: number): number | null {
    let n: number | null = null
    while (this.#marks[0] !== undefined && this.#marks[0].needs !== null && this.#marks[0].needs <= stored) {
      n = this.#marks.shift()?.n ?? n
    }
    return n
  }
}
