import { CLOSE } from '@second-story/protocol'
import type { Pulse } from './pulse.ts'

/** A reconnect waits at most this long. */
export const MOST_WAIT_MS = 5_000
/** A connection that does not open within this time is given up: some networks swallow it without a word. */
export const OPEN_WITHIN_MS = 10_000
/** The server says something at least every 25 s; after this much silence nobody is there. */
export const SILENT_MS = 35_000
/** An answer to a question takes at most this long on a network that works. */
export const ANSWER_WITHIN_MS = 6_000
/** A connection that held this long was a good one: the next failure begins with short waits again. */
export const STEADY_MS = 10_000
const LOOK_EVERY_MS = 5_000
/** The wall and the timers part by this much only when the machine slept, or its clock was set. */
const JUMP_MS = 8_000
const USUAL_BASE_MS = 400

/** What is connected; the rest of this file only says when. */
export interface Door {
  /** begins to connect; `opened` or `closed` follows */
  open(): void
  /** hangs up without waiting for anybody */
  cut(): void
  /** asks something that the other side answers at once; false: nothing can be asked yet (it still loads) */
  ask(): boolean
}

/** `resting` does not want to be connected; `stopped` never will again. */
type State = 'resting' | 'trying' | 'open' | 'waiting' | 'stopped'

/**
 * How long to wait before the next try: anywhere between nothing and a bound that doubles ("full jitter"), so that two
 * thousand people whom one server drops do not come back in one moment.
 */
export function waitMs(code: number | null, failures: number, random: () => number): number {
  // a server that restarts is back soon; one that we are too fast for wants a pause
  const { floor, base } =
    code === CLOSE.draining.code
      ? { floor: 0, base: 1_500 }
      : code === CLOSE.tooFast.code
        ? { floor: 1_000, base: 4_000 }
        : { floor: 0, base: USUAL_BASE_MS }
  const bound = Math.min(MOST_WAIT_MS - floor, base * 2 ** Math.min(failures, 16))
  return floor + random() * bound
}

/**
 * Keeps one connection alive: tries, waits, notices silence and sleep. It holds no socket, so that every schedule can
 * be written as a test.
 *
 *   resting ─start─> trying ─opened─> open ─closed/silent─> waiting ─time/wake─> trying …
 */
export class Reconnect {
  readonly #door: Door
  readonly #pulse: Pulse
  #state: State = 'resting'
  #failures = 0
  #openedAt = 0
  #heardAt = 0
  #heardCount = 0
  #timer: () => void = () => {}
  #probe: () => void = () => {}

  constructor(door: Door, pulse: Pulse) {
    this.#door = door
    this.#pulse = pulse
  }

  get state(): State {
    return this.#state
  }

  /** Connects now, and from then on whenever it is lost. */
  start(): void {
    if (this.#state === 'resting') this.#try()
  }

  /** Lets go of the connection until `start`: the page goes to sleep. */
  rest(): void {
    if (this.#state === 'stopped' || this.#state === 'resting') return
    this.#to('resting')
    this.#door.cut()
  }

  /** For good. */
  stop(): void {
    if (this.#state === 'stopped') return
    this.#to('stopped')
    this.#door.cut()
  }

  opened(): void {
    if (this.#state !== 'trying') return
    this.#to('open')
    this.#openedAt = this.#pulse.now()
    this.#heardAt = this.#openedAt
    this.#look()
  }

  /** Something came from the other side. */
  heard(): void {
    this.#heardCount += 1
    this.#heardAt = this.#pulse.now()
  }

  /** The connection is gone; `code` null when nobody said why. */
  closed(code: number | null): void {
    if (this.#state === 'trying' || this.#state === 'open') this.#wait(code)
  }

  /** The network is back, somebody looks at the page, another layer got through: no reason to wait. */
  wake(): void {
    if (this.#state === 'waiting') this.#try()
    else if (this.#state === 'open') this.#ask()
  }

  /** The machine says that it has no network: a socket would look alive for half a minute. */
  lost(): void {
    if (this.#state !== 'open' && this.#state !== 'trying') return
    this.#wait(null)
    this.#door.cut()
  }

  #try(): void {
    this.#to('trying')
    this.#timer = this.#pulse.after(OPEN_WITHIN_MS, () => this.lost())
    this.#door.open()
  }

  #wait(code: number | null): void {
    const held = this.#state === 'open' && this.#pulse.now() - this.#openedAt >= STEADY_MS
    if (held) this.#failures = 0
    this.#to('waiting')
    const ms = waitMs(code, this.#failures, () => this.#pulse.random())
    this.#failures += 1
    this.#timer = this.#pulse.after(ms, () => this.#try())
  }

  /** Looks every few seconds whether the other side is still there, and whether time has jumped. */
  #look(): void {
    const { now, wall } = { now: this.#pulse.now(), wall: this.#pulse.wall() }
    this.#timer = this.#pulse.after(LOOK_EVERY_MS, () => {
      const passed = this.#pulse.now() - now
      const jumped =
        Math.abs(this.#pulse.wall() - wall - passed) > JUMP_MS || passed > LOOK_EVERY_MS + JUMP_MS
      if (this.#pulse.now() - this.#heardAt > SILENT_MS) this.lost()
      else {
        this.#look()
        if (jumped) this.#ask()
      }
    })
  }

  #ask(): void {
    this.#probe()
    this.#probe = () => {}
    // a board that is long in coming is no reason to begin anew
    if (!this.#door.ask()) return
    const before = this.#heardCount
    this.#probe = this.#pulse.after(ANSWER_WITHIN_MS, () => {
      if (this.#state === 'open' && this.#heardCount === before) this.lost()
    })
  }

  #to(state: State): void {
    this.#timer()
    this.#probe()
    this.#timer = () => {}
    this.#probe = () => {}
    this.#state = state
  }
}
