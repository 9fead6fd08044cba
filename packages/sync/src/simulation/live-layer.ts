import { CLOSE, decodeDown, MESSAGE, SYNC } from '@second-story/protocol'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import type { Effect } from '../room/effects.ts'
import type { RoomEvent } from '../room/events.ts'
import { Room } from '../room/room.ts'
import { Broken } from './broken.ts'
import type { Hint } from './bus.ts'
import { Hand, LEASE_MS } from './hand.ts'
import { LayerLog } from './layer-log.ts'
import type { Line } from './line.ts'
import type { Host, Surroundings } from './surroundings.ts'

/** One room and what its host does for it: the policy of `LiveRoom`, `Flusher` and `HandKeeper` of the server. */
export class LiveLayer {
  readonly room: Room
  readonly lines = new Map<number, Line>()
  readonly hand = new Hand()
  readonly #around: Surroundings
  readonly #host: Host
  readonly log: LayerLog
  #isEnded = false
  #wantsToLearn = false

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
      ...(setup.lazy ? { learnAtOnce: 0 } : {}),
    })
    this.log = new LayerLog(around, host, this)
    this.log.load(() => this.#publish({ type: 'ask' }))
  }

  /** The room has asked for time to learn what is stored. */
  get wantsToLearn(): boolean {
    return this.#wantsToLearn
  }

  learn(structs: number): void {
    if (!this.#wantsToLearn) return
    this.#wantsToLearn = false
    this.dispatch({ type: 'learn', structs })
  }

  get isEnded(): boolean {
    return this.#isEnded
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
        this.log.wake()
        return
      case 'learn':
        if (effect.isAwaited && !this.#wantsToLearn) this.#around.counts.add('held for learning')
        this.#wantsToLearn = true
        return
      case 'append':
        if (this.log.append !== null || this.log.isFlushing) throw new Broken('two appends at a time')
        this.log.append = effect
        return
      case 'compact':
        this.log.compact()
        return
      case 'unload':
        this.#rest()
        return
      case 'landed':
        this.hand.apply(effect.row.bytes)
        if (effect.ours) this.#publish({ type: 'row', row: effect.row, owners: effect.owners })
        return
      case 'read':
        this.log.read(effect.after)
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
    if (line.since !== null) this.#around.counts.add('said how far')
    const session = this.#around.people.session(this.#around.tab(line.tab).account)
    this.dispatch({ type: 'opened', connection: line.id, session, since: line.since })
  }

  detach(line: Line): void {
    line.isServed = false
    if (this.lines.delete(line.id)) this.dispatch({ type: 'closed', connection: line.id })
  }

  receive(line: Line, bytes: Uint8Array, mayWrite: boolean): void {
    const before = this.room.accepted
    this.dispatch({ type: 'message', connection: line.id, bytes })
    if (!mayWrite && this.log.isLoaded && this.room.accepted > before)
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

  // Other nodes

  hear(hint: Hint): void {
    if (hint.type === 'row') this.dispatch({ type: 'heard-row', row: hint.row, owners: hint.owners })
    else if (hint.type === 'ask') this.dispatch({ type: 'asked-presence' })
    else {
      const { node, bytes, whole } = hint
      this.dispatch({ type: 'heard-presence', node, bytes, whole })
    }
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
    if (this.room.accepted > this.room.stored || this.log.isFlushing)
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
    if (!this.log.isLoaded || this.#host.jobs.has('lease')) return
    const now = this.#host.steady()
    if (!this.hand.mayWrite(now)) {
      this.log.ask(
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
