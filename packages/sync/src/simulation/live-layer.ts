import { CLOSE, decodeDown, MESSAGE, SYNC } from '@second-story/protocol'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { fold } from '../document/fold.ts'
import type { Effect } from '../room/effects.ts'
import type { RoomEvent } from '../room/events.ts'
import { Room } from '../room/room.ts'
import { Broken } from './broken.ts'
import type { Bus, Hint } from './bus.ts'
import type { Counts } from './counts.ts'
import { Hand, LEASE_MS } from './hand.ts'
import type { Jobs } from './jobs.ts'
import type { Line } from './line.ts'
import type { People } from './people.ts'
import type { Setup } from './program.ts'
import type { Held, Outcome, Store } from './store.ts'
import type { Tab } from './tab.ts'
import type { Trace } from './trace.ts'
import type { Truth } from './truth.ts'

/** What the nodes of a world share. */
export interface Surroundings {
  readonly setup: Setup
  readonly store: Store
  readonly bus: Bus
  readonly truth: Truth
  readonly trace: Trace
  readonly counts: Counts
  readonly people: People
  tab(index: number): Tab
  /** whose connection it is; a stranger's may be refused */
  isHonest(line: Line): boolean
}

/** What a layer needs of its node. */
export interface Host {
  readonly index: number
  readonly name: string
  readonly jobs: Jobs
  /** the node's clock, which may jump */
  now(): number
  /** the world's, which does not */
  steady(): number
  ended(layer: LiveLayer): void
}

type AppendEffect = Extract<Effect, { type: 'append' }>

const RETRY_FIRST_MS = 100
const RETRY_LONGEST_MS = 5000

/** One room and what its host does for it: the policy of `LiveRoom`, `Flusher` and `HandKeeper` of the server. */
export class LiveLayer {
  readonly room: Room
  readonly lines = new Map<number, Line>()
  readonly hand = new Hand()
  readonly #around: Surroundings
  readonly #host: Host
  #epoch = 0
  #isLoaded = false
  #isEnded = false
  #isAwake = false
  #append: AppendEffect | null = null
  #isFlushing = false
  #failures = 0
  #storeAgainAt = 0

  constructor(around: Surroundings, host: Host) {
    this.#around = around
    this.#host = host
    const { setup } = around
    this.room = new Room({
      presence: !setup.isPrivate,
      nodes: setup.nodes > 1,
      compactRows: setup.rows,
      compactBytes: 20_000,
      lingerMs: 4000,
      restRows: 2,
    })
    this.#ask(
      'load',
      () => around.store.readAfter(-1),
      (stored) => this.#loaded(stored),
      () => this.end(),
    )
  }

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  /** A tick is due. */
  get isAwake(): boolean {
    return this.#isAwake && this.#isLoaded && this.#host.steady() >= this.#storeAgainAt
  }

  /** A job of this layer: its answer is for nobody when the layer was ended meanwhile. */
  #ask<T>(name: string, ask: () => T, done: (answer: T) => void, failed: () => void): void {
    const ifAlive =
      <A extends unknown[]>(then: (...args: A) => void) =>
      (...args: A): void => {
        if (!this.#isEnded) then(...args)
      }
    this.#host.jobs.add(name, ask, ifAlive(done), ifAlive(failed))
  }

  #loaded(stored: Held): void {
    this.#epoch = stored.epoch
    this.#isLoaded = true
    this.dispatch({ type: 'loaded', stored })
    this.#publish({ type: 'ask' })
  }

  dispatch(event: RoomEvent): void {
    if (this.#isEnded) return
    for (const effect of this.room.handle(event, this.#host.now())) if (!this.#isEnded) this.#perform(effect)
    if (!this.#isEnded) this.hand.answer(this.room.stored, this.#around.truth)
  }

  #perform(effect: Effect): void {
    this.#around.trace.text(effect.type)
    switch (effect.type) {
      case 'send':
        this.#checkTold(effect.bytes)
        for (const id of effect.to) this.#send(id, effect)
        return
      case 'close':
        this.#closed(effect)
        return
      case 'wake':
        this.#isAwake = true
        return
      case 'append':
        if (this.#append !== null || this.#isFlushing) throw new Broken('two appends at a time')
        this.#append = effect
        return
      case 'compact':
        this.#compact()
        return
      case 'unload':
        this.#rest()
        return
      case 'landed':
        this.hand.apply(effect.row.bytes)
        if (effect.ours) this.#publish({ type: 'row', row: effect.row, owners: effect.owners })
        return
      case 'read':
        this.#read(effect.after)
        return
      case 'publish-presence':
        this.#publish({ type: 'presence', node: this.#host.name, bytes: effect.bytes, whole: effect.whole })
        return
      case 'report':
        if (effect.what === 'quarantined') throw new Broken(`quarantined: ${effect.reason}`)
    }
  }

  #publish(hint: Hint): void {
    if (this.#around.setup.nodes > 1) this.#around.bus.publish(this.#host.index, hint)
  }

  // Connections

  attach(line: Line): void {
    line.isServed = true
    this.lines.set(line.id, line)
    const session = this.#around.people.session(this.#around.tab(line.tab).account)
    this.dispatch({ type: 'opened', connection: line.id, session })
  }

  detach(line: Line): void {
    line.isServed = false
    if (this.lines.delete(line.id)) this.dispatch({ type: 'closed', connection: line.id })
  }

  receive(line: Line, bytes: Uint8Array, mayWrite: boolean): void {
    const before = this.room.accepted
    this.dispatch({ type: 'message', connection: line.id, bytes })
    if (!mayWrite && this.#isLoaded && this.room.accepted > before)
      throw new Broken('something was taken from somebody who may not write')
  }

  /** Rule 4 at every moment: what leaves the server is on disk. */
  #checkTold(bytes: Uint8Array): void {
    this.#around.trace.bytes(bytes)
    const decoder = createDecoder(bytes)
    if (readVarUint(decoder) !== MESSAGE.sync || readVarUint(decoder) === SYNC.step1) return
    this.#around.truth.check(readVarUint8Array(decoder), 'told before it was on disk')
  }

  #send(id: number, { bytes, kind }: Extract<Effect, { type: 'send' }>): void {
    const line = this.lines.get(id)
    if (line === undefined) return
    const answer = decodeDown(bytes)
    if (answer?.type === 'refused') line.isRefused = true
    if (answer?.type === 'saved' && line.isHeld && !line.isRefused)
      this.#around.tab(line.tab).checkSaved(answer.n)
    const verdict = line.send(bytes, kind)
    if (verdict === 'drop') this.#around.counts.add('presence left out')
    if (verdict !== 'close') return
    this.#around.counts.add('too slow')
    this.#hangUp(line, CLOSE.tooSlow.code)
    // the room hears of it after what it is doing now
    this.#late.push(line.id)
  }

  readonly #late: number[] = []

  /** What sockets said while the room was busy. */
  settle(): void {
    for (let id = this.#late.shift(); id !== undefined; id = this.#late.shift())
      this.dispatch({ type: 'closed', connection: id })
  }

  #hangUp(line: Line, code: number): void {
    this.lines.delete(line.id)
    line.serverGone(line.down.length, false, code)
  }

  #closed({ connection, code, reason }: Extract<Effect, { type: 'close' }>): void {
    const line = this.lines.get(connection)
    if (line === undefined) return
    if (code < 4500 && this.#around.isHonest(line))
      throw new Broken(`an honest client was closed: ${code} ${reason}`)
    this.#around.counts.add(`closed ${code}`)
    this.#hangUp(line, code)
  }

  // Storing

  /** The flusher's turn: presence always, edits when the last append is answered and the disk is not being left alone. */
  tick(): void {
    if (!this.#isAwake || this.#isFlushing || !this.#isLoaded) return
    this.#isAwake = false
    this.dispatch({ type: 'tick', mayStore: this.#host.steady() >= this.#storeAgainAt })
    const append = this.#append
    this.#append = null
    if (append === null) {
      if (this.room.hasWork) this.#isAwake = true
      return
    }
    this.#isFlushing = true
    const entry = { epoch: this.#epoch, bytes: append.bytes, owners: append.owners }
    this.#ask(
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
      this.end()
    } else this.dispatch({ type: 'appended', n: outcome.n })
  }

  #appendFailed(): void {
    this.#isFlushing = false
    this.#around.counts.add('append failed')
    this.#storeAgainAt =
      this.#host.steady() + Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** this.#failures++)
    this.dispatch({ type: 'append-failed' })
    this.#isAwake = true
  }

  #read(after: number): void {
    this.#ask(
      'read',
      () => this.#around.store.readAfter(after),
      (stored) => {
        if (stored.epoch === this.#epoch) this.dispatch({ type: 'caught-up', stored })
        else this.end()
      },
      () => this.dispatch({ type: 'read-failed' }),
    )
  }

  /** How far the log is, asked now and then. */
  poll(): void {
    if (!this.#isLoaded || this.#host.jobs.has('heads')) return
    this.#ask(
      'heads',
      () => this.#around.store.heads(),
      ({ head, epoch }) => {
        if (epoch === this.#epoch) this.dispatch({ type: 'heard-head', head })
        else this.end()
      },
      () => undefined,
    )
  }

  hear(hint: Hint): void {
    if (hint.type === 'row') this.dispatch({ type: 'heard-row', row: hint.row, owners: hint.owners })
    else if (hint.type === 'ask') this.dispatch({ type: 'asked-presence' })
    else {
      const { node, bytes, whole } = hint
      this.dispatch({ type: 'heard-presence', node, bytes, whole })
    }
  }

  // Folding

  #compact(): void {
    this.#around.counts.add('folds')
    const made = { snapshot: fold(this.room.storedUpdates), through: this.room.head, epoch: this.#epoch }
    this.#ask(
      'compact',
      () => this.#around.store.compact(made),
      (isDone) => (isDone ? this.dispatch({ type: 'compacted', ...made }) : this.#takeOthersFold()),
      () => this.dispatch({ type: 'compact-failed' }),
    )
  }

  /** Another node was faster: its snapshot holds as much. */
  #takeOthersFold(): void {
    this.dispatch({ type: 'compact-failed' })
    this.#read(-1)
  }

  /** What was deleted leaves the disk: an anonymous reveal. Not done when something came meanwhile; tried again then. */
  forget(): void {
    const { jobs } = this.#host
    if (!this.#isLoaded || jobs.has('compact') || jobs.has('replace')) return
    if (this.room.stored < this.room.accepted) return
    const made = { snapshot: fold(this.room.storedUpdates), through: this.room.head, epoch: this.#epoch }
    this.#ask(
      'replace',
      () => this.#around.store.replace(made),
      (isDone) => {
        if (!isDone) return
        this.#around.counts.add('forgotten')
        this.#epoch++
        this.dispatch({ type: 'compacted', snapshot: made.snapshot, through: made.through })
        this.hand.drop()
      },
      () => undefined,
    )
  }

  // Ending

  beat(): void {
    for (const line of this.lines.values())
      if (line.hasRecovered()) this.dispatch({ type: 'missed-presence', connection: line.id })
    this.dispatch({ type: 'beat' })
  }

  /** The room may be forgotten; the host asks whether it uses it itself. */
  #rest(): void {
    this.hand.drop()
    if (this.lines.size > 0 || this.#host.jobs.count > 0) return
    if (this.room.accepted > this.room.stored || this.#isFlushing)
      throw new Broken('a room asked to be forgotten before all was on disk')
    this.#around.counts.add('unloads')
    this.#isEnded = true
    this.#host.ended(this)
  }

  /** Everybody begins anew; what was not stored, they still have. */
  end(): void {
    for (const line of [...this.lines.values()]) this.#hangUp(line, CLOSE.draining.code)
    this.kill()
    this.#host.ended(this)
  }

  /** Nothing that happens from now on has any effect. */
  kill(): void {
    this.#isEnded = true
    this.hand.drop()
  }

  // The server's own hand

  write(value: string): void {
    if (!this.#isLoaded || this.#host.jobs.has('lease')) return
    const now = this.#host.steady()
    if (!this.hand.mayWrite(now)) {
      this.#ask(
        'lease',
        () => ({
          client: this.#around.store.lease(this.#host.name, LEASE_MS),
          ...this.#around.store.heads(),
        }),
        ({ client, head }) => this.#hold(client, head, now + LEASE_MS),
        () => undefined,
      )
      return
    }
    // what the one who held the client before wrote is known first
    if (this.room.head < this.#mustReach) return
    const update = this.hand.write(this.room.allUpdates, `server${value.length % 5}`, value)
    this.#around.counts.add('commands')
    this.dispatch({ type: 'write', update })
    this.hand.wrote(this.room.accepted, value)
  }

  #mustReach = 0

  #hold(client: number, head: number, until: number): void {
    this.#mustReach = head
    this.hand.hold(client, until)
    this.dispatch({ type: 'heard-head', head })
  }
}
