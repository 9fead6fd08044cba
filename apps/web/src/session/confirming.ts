import type { Identity } from './identity.ts'
import { isNo } from './identity.ts'
import type { Pulse } from './pulse.ts'
import { Reconnect } from './reconnect.ts'

/** What comes of asking; `no` and `yes` end it. */
export interface Confirmed {
  yes(identity: Identity): void
  no(error: unknown): void
  /** no answer this time; it is asked again */
  silence(): void
}

/** Asks the server who we are until it answers, with the waits of a lost connection. */
export class Confirming {
  readonly #reconnect: Reconnect

  /** `first`: the question that is under way already */
  constructor(first: Promise<Identity>, ask: () => Promise<Identity>, heard: Confirmed, pulse: Pulse) {
    let underWay: Promise<Identity> | null = first
    const open = (): void => {
      const asked = underWay ?? ask()
      underWay = null
      asked.then(
        (identity) => this.#end(() => heard.yes(identity)),
        (error: unknown) => {
          if (isNo(error)) this.#end(() => heard.no(error))
          else {
            this.#reconnect.closed(null)
            heard.silence()
          }
        },
      )
    }
    this.#reconnect = new Reconnect({ open, cut: () => {}, ask: () => false }, pulse)
    this.#reconnect.start()
  }

  wake(): void {
    this.#reconnect.wake()
  }

  stop(): void {
    this.#reconnect.stop()
  }

  // a slow answer may come after a second question was asked, or when nobody waits any more
  #end(tell: () => void): void {
    if (this.#reconnect.state === 'stopped') return
    this.#reconnect.stop()
    tell()
  }
}
