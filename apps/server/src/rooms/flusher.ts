import { Pace } from '@second-story/sync'
import type { Append, LayerStore } from '../storage/layers/layer-store.ts'
import type { AppendEffect, LiveRoom } from './live-room.ts'
import type { Log } from './log.ts'
import type { Meter } from './meter.ts'
import type { Turns } from './turns.ts'

const RETRY_FIRST_MS = 100
const RETRY_LONGEST_MS = 5000
/** after so many failures in a row rooms are stored one by one */
const ALONE_AFTER = 2

/** A room and what it wants on disk. */
interface Appending {
  readonly room: LiveRoom
  readonly append: AppendEffect
}

/**
 * The tick of all rooms (SPEC.md rules 4, 5 and 9): what they took since the last one goes to disk in one transaction; only
 * then do they tell anybody. One transaction is under way at a time, and a failed one is tried again with growing pauses:
 * presence goes on meanwhile, and what is taken waits for the next.
 */
export class Flusher {
  readonly #store: LayerStore
  readonly #turns: Turns
  readonly #log: Log
  readonly #meter: Meter
  readonly #pace = new Pace()
  readonly #waiting = new Set<LiveRoom>()
  /** with edits that wait for the end of the transaction under way */
  readonly #next = new Set<LiveRoom>()
  #timer: NodeJS.Immediate | NodeJS.Timeout | null = null
  #isStoring = false
  /** how long the transaction under way has waited for the disk, ms */
  #waitedMs = 0
  #failures = 0
  #storeAgainAt = 0

  constructor(store: LayerStore, turns: Turns, log: Log, meter: Meter) {
    this.#store = store
    this.#turns = turns
    this.#log = log
    this.#meter = meter
  }

  add(room: LiveRoom): void {
    this.#waiting.add(room)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#timer !== null || this.#waiting.size === 0) return
    const wait = this.#pace.waitFrom(performance.now())
    const flush = (): void => {
      this.#timer = null
      this.#flush()
    }
    this.#timer = wait === 0 ? setImmediate(flush) : setTimeout(flush, wait)
  }

  #flush(): void {
    const began = performance.now()
    const appends = this.#collect(!this.#isStoring && began >= this.#storeAgainAt)
    if (appends.length > 0) void this.#storeTogether(appends, began)
    else this.#ended(began, 0)
  }

  /** `began`: when the tick did that these appends are of. */
  async #storeTogether(appends: readonly Appending[], began: number): Promise<void> {
    this.#isStoring = true
    this.#waitedMs = 0
    try {
      await this.#turns.run(() => this.#append(appends))
    } finally {
      this.#isStoring = false
      for (const room of this.#next) this.#waiting.add(room)
      this.#next.clear()
      this.#ended(began, this.#waitedMs)
    }
  }

  #ended(began: number, waitedMs: number): void {
    const ended = performance.now()
    this.#pace.flushed(began, ended, waitedMs)
    this.#meter.ticked(ended - began)
    this.#schedule()
  }

  #collect(mayStore: boolean): Appending[] {
    const appends: Appending[] = []
    for (const room of this.#waiting) {
      this.#waiting.delete(room)
      if (this.#next.has(room) && !room.machine.hasNews) continue
      const append = room.tick(mayStore)
      if (append !== null) appends.push({ room, append })
      else if (!mayStore && room.machine.hasWork) this.#later(room)
    }
    return appends
  }

  /** What it has to store cannot be stored now. */
  #later(room: LiveRoom): void {
    if (this.#isStoring) this.#next.add(room)
    else this.#wakeLater(room, this.#storeAgainAt - performance.now())
  }

  async #append(appends: readonly Appending[]): Promise<void> {
    try {
      await this.#appendTogether(appends)
      this.#failures = 0
    } catch (error) {
      const isStubborn = this.#failures >= ALONE_AFTER && appends.length > 1
      this.#failed(isStubborn ? await this.#appendAlone(appends) : appends, error)
    }
  }

  async #appendTogether(appends: readonly Appending[]): Promise<void> {
    const entries = appends.map(({ room, append }): Append => {
      const { board, layer, epoch } = room
      return { board, layer, epoch, bytes: append.bytes, owners: append.owners }
    })
    const began = performance.now()
    const answer = this.#store.append(entries)
    const asked = performance.now()
    const outcomes = await answer.finally(() => {
      this.#waitedMs += performance.now() - asked
    })
    const bytes = entries.reduce((sum, entry) => sum + (entry.bytes?.length ?? 0), 0)
    this.#meter.stored(performance.now() - began, entries.length, bytes)
    for (const [i, { room }] of appends.entries()) {
      const outcome = outcomes[i] ?? { n: null }
      if ('refused' in outcome) room.reload(outcome.refused)
      else room.appended(outcome.n)
    }
  }

  /** What one room has must not keep the others from the disk: each by itself. Returns those that failed. */
  async #appendAlone(appends: readonly Appending[]): Promise<readonly Appending[]> {
    const failed: Appending[] = []
    for (const [i, one] of appends.entries()) {
      try {
        await this.#appendTogether([one])
      } catch {
        failed.push(one)
        // nothing at all is taken: it is the disk, not a room
        if (failed.length > 1 && failed.length > i) return [...failed, ...appends.slice(i + 1)]
      }
    }
    return failed
  }

  #failed(appends: readonly { room: LiveRoom }[], error: unknown): void {
    const wait = Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** this.#failures++)
    this.#storeAgainAt = performance.now() + wait
    this.#meter.storeFailed()
    this.#log.error({ error: String(error), retryInMs: wait }, 'edits could not be stored, trying again')
    for (const { room } of appends) {
      room.dispatch({ type: 'append-failed' })
      this.#wakeLater(room, wait)
    }
  }

  #wakeLater(room: LiveRoom, ms: number): void {
    setTimeout(() => this.add(room), Math.max(1, ms)).unref()
  }
}
