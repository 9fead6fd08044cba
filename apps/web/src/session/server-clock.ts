import type { Pulse } from './pulse.ts'

/** Wall and timers part by more than this only when the machine slept, or its clock was set. */
const JUMP_MS = 2_000

/** Server time: this machine's clock, and how far it is off. */
export class ServerClock {
  readonly #pulse: Pulse
  readonly #ask: () => Promise<number>
  #offset = 0
  /** wall minus timers, when the offset was measured */
  #base: number
  #asking = false

  /** `ask` resolves with the server's ms since 1970 */
  constructor(pulse: Pulse, ask: () => Promise<number>) {
    this.#pulse = pulse
    this.#ask = ask
    this.#base = pulse.wall() - pulse.now()
  }

  now(): number {
    return this.#pulse.wall() + this.#offset
  }

  /** Measures the offset; half the way of the question is taken off. Keeps what it had when no answer comes. */
  async measure(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    const sent = this.#pulse.now()
    try {
      const then = await this.#ask()
      const back = this.#pulse.now()
      const wall = this.#pulse.wall()
      this.#offset = then + (back - sent) / 2 - wall
      this.#base = wall - back
    } catch {
      // the clock on the wall has to do until the next time
    } finally {
      this.#asking = false
    }
  }

  /** Measures anew when the wall has jumped since the last time; cheap, to be asked often. */
  check(): void {
    const jump = this.#pulse.wall() - this.#pulse.now() - this.#base
    if (Math.abs(jump) > JUMP_MS) void this.measure()
  }
}
