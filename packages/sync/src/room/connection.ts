import type { Reach } from '@second-story/protocol'
import { Allowance } from './allowance.ts'
import type { ConnectionId, Session } from './session.ts'

/** A mark waits until `needs` additions are on disk; null: until the connection's step 2 is here. */
interface Mark {
  readonly n: number
  needs: number | null
  /** why something sent before it was not taken */
  refusal: string | null
}

/** What a mark is answered with. */
export interface MarkAnswer {
  readonly n: number
  readonly refusal: string | null
}

/** An honest client asks for the layer once, and again when it has reason to doubt: five bytes may cost the room megabytes. */
const STEPS_AT_ONCE = 20
const STEP_EVERY_MS = 1000

/** What a room keeps for one open socket. */
export class Connection {
  readonly id: ConnectionId
  session: Session
  lastToldAt: number
  /** its first step 2 is not here: what it says is not an answer to anything it heard */
  isOpening = true
  /** the room sent a step 1 that is not answered yet */
  owesStep2 = false
  /** something it sent early is left out: its step 2 brings it */
  leftOut = false
  /** how often it was asked again for what it left out */
  asked = 0
  /** why something it sent since its last mark was not taken */
  refusal: string | null = null
  /** it has sent a mark, as our own client does: it knows our messages */
  isOurs = false
  /** how far it said that it had come when it connected */
  since: Reach | null = null
  /** its step 1 was answered: from then on it has been sent all that is stored */
  isAnswered = false
  /** how far it was last told that it has come */
  reached: Reach | null = null
  readonly step1s = new Allowance(STEPS_AT_ONCE, STEP_EVERY_MS)
  #marks: Mark[] = []

  constructor(id: ConnectionId, session: Session, now: number) {
    this.id = id
    this.session = session
    this.lastToldAt = now
  }

  mark(n: number, accepted: number): void {
    this.isOurs = true
    const needs = this.leftOut ? null : accepted
    const refusal = this.refusal
    // where all is well the answer to a mark answers the one before it that waits for the same
    const last = this.#marks.at(-1)
    if (refusal === null && last?.needs === needs && last.refusal === null) this.#marks.pop()
    this.#marks.push({ n, needs, refusal })
    this.refusal = null
  }

  /** Its step 2 was dealt with: nothing is left out any more. */
  caughtUp(accepted: number): void {
    this.leftOut = false
    this.asked = 0
    for (const mark of this.#marks) {
      if (mark.needs !== null) continue
      mark.needs = accepted
      mark.refusal ??= this.refusal
    }
  }

  /** The marks that can be answered now; of those that are saved the highest alone. */
  answers(stored: number): MarkAnswer[] {
    const answers: MarkAnswer[] = []
    for (
      let mark = this.#marks[0];
      mark !== undefined && mark.needs !== null && mark.needs <= stored;
      mark = this.#marks[0]
    ) {
      this.#marks.shift()
      if (mark.refusal === null && answers.at(-1)?.refusal === null) answers.pop()
      answers.push({ n: mark.n, refusal: mark.refusal })
    }
    return answers
  }
}
