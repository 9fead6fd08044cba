import { digestOf } from '../document/digest.ts'
import { fold } from '../document/fold.ts'
import type { Effect } from '../room/effects.ts'
import type { RoomEvent } from '../room/events.ts'
import type { Room } from '../room/room.ts'
import type { Hand } from './hand.ts'
import type { Fold, Outcome } from './store.ts'
import type { Host, Surroundings } from './surroundings.ts'

export type AppendEffect = Extract<Effect, { type: 'append' }>

/** The layer whose log it is. */
export interface OfLayer {
  readonly room: Room
  readonly hand: Hand
  readonly isEnded: boolean
  dispatch(event: RoomEvent): void
  /** everybody begins anew */
  end(): void
}

const RETRY_FIRST_MS = 100
const RETRY_LONGEST_MS = 5000

/** All that one layer asks of the store: the policy of the server's `Flusher`, and of `LiveRoom` where it loads, reads and folds. */
export class LayerLog {
  readonly #around: Surroundings
  readonly #host: Host
  readonly #layer: OfLayer
  #epoch = 0
  #isLoaded = false
  #isAwake = false
  /** what the room wants appended; taken at once by the tick that it wants it in */
  append: AppendEffect | null = null
  #isFlushing = false
  #failures = 0
  #storeAgainAt = 0

  constructor(around: Surroundings, host: Host, layer: OfLayer) {
    this.#around = around
    this.#host = host
    this.#layer = layer
  }

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  get isFlushing(): boolean {
    return this.#isFlushing
  }

  /** A tick is due. */
  get isAwake(): boolean {
    return this.#isAwake && this.#isLoaded && this.#host.steady() >= this.#storeAgainAt
  }

  wake(): void {
    this.#isAwake = true
  }

  /** A job of this layer: its answer is for nobody when the layer was ended meanwhile. */
  ask<T>(name: string, ask: () => T, done: (answer: T) => void, failed: () => void): void {
    const ifAlive =
      <A extends unknown[]>(then: (...args: A) => void) =>
      (...args: A): void => {
        if (!this.#layer.isEnded) then(...args)
      }
    this.#host.jobs.add(name, ask, ifAlive(done), ifAlive(failed))
  }

  load(loaded: () => void): void {
    this.ask(
      'load',
      () => this.#around.store.readAfter(-1),
      (stored) => {
        this.#epoch = stored.epoch
        this.#isLoaded = true
        this.#layer.dispatch({ type: 'loaded', stored })
        loaded()
      },
      () => this.#layer.end(),
    )
  }

  // Storing

  /** The flusher's turn: presence always, edits when the last append is answered and the disk is not being left alone. */
  tick(): void {
    if (!this.#isAwake || this.#isFlushing || !this.#isLoaded) return
    this.#isAwake = false
    this.#layer.dispatch({ type: 'tick', mayStore: this.#host.steady() >= this.#storeAgainAt })
    const { append } = this
    this.append = null
    if (append === null) {
      if (this.#layer.room.hasWork) this.#isAwake = true
      return
    }
    this.#isFlushing = true
    const entry = { epoch: this.#epoch, bytes: append.bytes, owners: append.owners }
    this.ask(
      'append',
      () => this.#around.store.append(entry),
      (outcome) => this.#appended(outcome),
      () => this.#appendFailed(),
    )
  }

  #appended(outcome: Outcome): void {
    this.#isFlushing = false
    this.#failures = 0
    if ('refused' in outcome) {
      this.#around.counts.add(`append ${outcome.refused}`)
      this.#layer.end()
    } else this.#layer.dispatch({ type: 'appended', n: outcome.n })
  }

  #appendFailed(): void {
    this.#isFlushing = false
    this.#around.counts.add('append failed')
    this.#storeAgainAt =
      this.#host.steady() + Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** this.#failures++)
    this.#layer.dispatch({ type: 'append-failed' })
    this.#isAwake = true
  }

  read(after: number): void {
    this.ask(
      'read',
      () => this.#around.store.readAfter(after),
      (stored) => {
        if (stored.epoch === this.#epoch) this.#layer.dispatch({ type: 'caught-up', stored })
        else this.#layer.end()
      },
      () => this.#layer.dispatch({ type: 'read-failed' }),
    )
  }

  /** How far the log is, asked now and then. */
  poll(): void {
    if (!this.#isLoaded || this.#host.jobs.has('heads')) return
    this.ask(
      'heads',
      () => this.#around.store.heads(),
      ({ head, epoch }) => {
        if (epoch === this.#epoch) this.#layer.dispatch({ type: 'heard-head', head })
        else this.#layer.end()
      },
      () => undefined,
    )
  }

  // Folding

  /** Now and then without a digest, as what was folded by an older version. */
  #fold(): Fold {
    const { room } = this.#layer
    const snapshot = fold(room.storedUpdates)
    const digest = room.head % 4 === 0 ? null : digestOf(snapshot)
    return { snapshot, digest, through: room.head, epoch: this.#epoch }
  }

  compact(): void {
    this.#around.counts.add('folds')
    const made = this.#fold()
    this.ask(
      'compact',
      () => this.#around.store.compact(made),
      (isDone) => {
        const { snapshot, digest, through } = made
        if (isDone) this.#layer.dispatch({ type: 'compacted', snapshot, digest, through })
        else this.#takeOthersFold()
      },
      () => this.#layer.dispatch({ type: 'compact-failed' }),
    )
  }

  /** Another node was faster: its snapshot holds as much. */
  #takeOthersFold(): void {
    this.#layer.dispatch({ type: 'compact-failed' })
    this.read(-1)
  }

  /** What was deleted leaves the disk: an anonymous reveal. Not done when something came meanwhile; tried again then. */
  forget(): void {
    const { jobs } = this.#host
    if (!this.#isLoaded || jobs.has('compact') || jobs.has('replace')) return
    if (this.#layer.room.stored < this.#layer.room.accepted) return
    const made = this.#fold()
    this.ask(
      'replace',
      () => {
        const isDone = this.#around.store.replace(made)
        // one node knows it in the same breath; elsewhere it is known with the answer
        if (isDone && this.#around.store.log !== null) this.#epoch++
        return isDone
      },
      (isDone) => {
        if (!isDone) return
        this.#around.counts.add('forgotten')
        if (this.#around.store.log === null) this.#epoch++
        this.#layer.dispatch({ type: 'compacted', ...made, epoch: this.#epoch })
        this.#layer.hand.drop()
      },
      () => undefined,
    )
  }
}
