import type { BoardSession } from '../../session/board-session.ts'

/** ms between two writes while a drag lasts; others see every frame of it through presence. */
export const WRITE_EVERY_MS = 300

type Commands = readonly Record<string, unknown>[]

/**
 * The writing of one drag: a few times a second while it lasts, so that a hand that never comes to rest (a lost
 * connection, a closed lid) has not moved for nothing, and once when it rests. All of it is one undo step.
 */
export class Stroke {
  readonly #session: Pick<BoardSession, 'do' | 'history'>
  #lastAt: number

  /** `now` in ms, on the clock of the events that follow. */
  constructor(session: Pick<BoardSession, 'do' | 'history'>, now: number) {
    this.#session = session
    this.#lastAt = now
  }

  /** While it lasts: writes what `commands` gives, unless it is too early. */
  follow(now: number, commands: () => Commands): void {
    if (now - this.#lastAt < WRITE_EVERY_MS) return
    this.#lastAt = now
    this.#session.do(commands(), undefined, this)
  }

  rest(commands: Commands): void {
    this.#session.do(commands, undefined, this)
  }

  /** As if it had never begun. */
  giveUp(): void {
    this.#session.history.giveUp(this)
  }
}
