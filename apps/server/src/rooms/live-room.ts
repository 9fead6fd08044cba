import { CLOSE, type CloseCode, formatLayer, type LayerRef, type Reach } from '@second-story/protocol'
import type { Clock } from '@second-story/std'
import { type ConnectionId, type Effect, Room, type RoomEvent, type Session } from '@second-story/sync'
import type { LayerStore } from '../storage/layers/layer-store.ts'
import { Folder, type FoldingTools } from './folder.ts'
import { frameOf } from './frame.ts'
import { Hand } from './hand.ts'
import { HandKeeper } from './hand-keeper.ts'
import { LayerOnDisk } from './layer-on-disk.ts'
import { Learner } from './learner.ts'
import type { LearningTurns } from './learning-turns.ts'
import { Milestones } from './milestones.ts'
import type { OtherNodes } from './other-nodes.ts'
import { type Attached, Sockets } from './sockets.ts'
import { Users } from './users.ts'

/** What a live room shares with the others. */
export interface Surroundings extends FoldingTools {
  readonly store: LayerStore
  readonly clock: Clock
  /** for what lasts: never set back or forth */
  readonly steady: Clock
  /** names this process when it leases a client to write under */
  readonly holder: string
  readonly nodes: OtherNodes
  /** time to learn what is stored, shared by all rooms */
  readonly learning: LearningTurns
  /** the room has something to store or tell */
  wake(room: LiveRoom): void
  /** the room may be forgotten now */
  rest(room: LiveRoom): void
}

/** What an append of this room is made of; asked for by the flusher. */
export type AppendEffect = Extract<Effect, { type: 'append' }>

/** Performs what one room's state machine wants done: sockets, the store, the server's own hand. */
export class LiveRoom {
  readonly board: string
  readonly ref: LayerRef
  readonly layer: string
  readonly machine: Room
  readonly #sockets = new Sockets()
  readonly #around: Surroundings
  readonly #disk: LayerOnDisk
  readonly #folder: Folder
  readonly #keeper: HandKeeper
  readonly #onDisk = new Milestones()
  readonly #learner: Learner
  #loading: Promise<void> | null = null
  readonly #users = new Users()
  #isClosed = false
  #isLoaded = false
  #append: AppendEffect | null = null

  constructor(board: string, ref: LayerRef, around: Surroundings) {
    this.board = board
    this.ref = ref
    this.layer = formatLayer(ref)
    this.#around = around
    this.machine = new Room({ presence: ref.kind === 'common', nodes: around.nodes.exist })
    this.#disk = new LayerOnDisk(around.store, board, this.layer)
    const { clock } = around
    const source = {
      load: () => this.load(),
      build: () => new Hand(this.machine.allUpdates, this.machine.accepted),
      lease: (now: number, forMs: number) => this.#lease(now, forMs),
    }
    this.#keeper = new HandKeeper(source, clock)
    this.#folder = new Folder(this, this.#disk, around)
    this.#learner = new Learner(around.learning, (structs) => this.#learn(structs))
  }

  dispatch(event: RoomEvent): void {
    if (this.#isClosed) return
    const effects = this.machine.handle(event, this.#around.steady.now())
    const held = this.#sockets.hold(effects)
    try {
      for (const effect of effects) this.#perform(effect)
    } finally {
      for (const line of held) line.release()
    }
    this.#onDisk.reach(this.machine.stored)
  }

  /** About once a second. */
  beat(): void {
    for (const id of this.#sockets.recovered()) this.dispatch({ type: 'missed-presence', connection: id })
    // a document that was built for one command does not stay for as long as people do
    this.#keeper.rest()
    this.dispatch({ type: 'beat' })
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case 'send':
        this.#send(effect)
        return
      case 'close':
        this.#sockets.hangUp(effect.connection, effect.code, effect.reason)
        return
      case 'wake':
        this.#around.wake(this)
        return
      case 'learn':
        this.#learner.ask(effect.isAwaited)
        return
      case 'append':
        this.#append = effect
        return
      case 'compact':
        void this.use(() => this.#folder.compact())
        return
      case 'unload':
        this.#rest()
        return
      case 'landed':
        this.#keeper.apply(effect.row.bytes)
        if (effect.ours) this.#around.nodes.row(this.board, this.layer, effect.row, effect.owners)
        return
      case 'read':
        void this.#read(effect.after)
        return
      case 'publish-presence':
        this.#around.nodes.presence(this.board, this.layer, effect.bytes, effect.whole)
        return
      case 'report': {
        const { what, reason, account } = effect
        if (what === 'refused') this.#around.meter.refused(reason)
        else this.#around.meter.quarantined()
        this.#around.log.warn({ board: this.board, layer: this.layer, reason, account }, what)
      }
    }
  }

  #send({ to, bytes, kind }: Extract<Effect, { type: 'send' }>): void {
    const frame = frameOf(bytes)
    this.#sockets.send(to, frame, kind)
    this.#around.meter.sent(to.length, frame.length)
  }

  #rest(): void {
    const handRests = this.#keeper.rest()
    if (!handRests || !this.#users.areNone || this.attached.size > 0) return
    this.#learner.stop()
    this.#around.rest(this)
  }

  // Sockets

  get attached(): ReadonlyMap<ConnectionId, Attached> {
    return this.#sockets.attached
  }

  attach(id: ConnectionId, attached: Attached, since: Reach | null = null): void {
    this.#sockets.attached.set(id, attached)
    this.dispatch({ type: 'opened', connection: id, session: attached.session, since })
  }

  detach(id: ConnectionId): void {
    if (this.#sockets.attached.delete(id)) this.dispatch({ type: 'closed', connection: id })
  }

  /** A message from a socket. Whatever it holds, the room goes on. */
  receive(id: ConnectionId, bytes: Uint8Array): void {
    try {
      this.dispatch({ type: 'message', connection: id, bytes })
    } catch (error) {
      this.#around.log.error(
        { board: this.board, layer: this.layer, error: String(error) },
        'a message broke the room',
      )
      this.expel(id, CLOSE.refused)
    }
  }

  changeAccess(id: ConnectionId, session: Session): void {
    const attached = this.attached.get(id)
    if (attached === undefined) return
    attached.session = session
    this.dispatch({ type: 'access', connection: id, session })
  }

  /** Closes one connection, and tells the room. */
  expel(id: ConnectionId, close: CloseCode): void {
    this.#sockets.hangUp(id, close.code, close.id)
    this.dispatch({ type: 'closed', connection: id })
  }

  /** Ends the room: nothing that happens from now on has any effect. */
  end(close: CloseCode): void {
    this.#sockets.hangUpAll(close)
    this.#isClosed = true
    this.#learner.stop()
    this.#keeper.drop()
    this.#onDisk.break(new Error(`the room ${this.layer} was closed: ${close.id}`))
  }

  // Loading

  /** Resolves when the layer is in memory. Loads once, however many ask. */
  load(): Promise<void> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  async #load(): Promise<void> {
    try {
      this.dispatch({ type: 'loaded', stored: await this.#disk.load() })
      this.#isLoaded = true
    } catch (error) {
      this.#around.log.error(
        { board: this.board, layer: this.layer, error: String(error) },
        'layer could not be loaded',
      )
      this.end(CLOSE.draining)
      this.#around.rest(this)
      throw error
    }
  }

  #learn(structs: number): void {
    try {
      this.dispatch({ type: 'learn', structs })
    } catch (error) {
      this.#around.log.error(
        { board: this.board, layer: this.layer, error: String(error) },
        'a layer could not be learned',
      )
      this.reload('not learned')
    }
  }

  get head(): number {
    return this.machine.head
  }

  get isLoaded(): boolean {
    return this.#isLoaded && !this.#isClosed
  }

  /** What other nodes wrote since row `after`. */
  async #read(after: number): Promise<void> {
    try {
      const stored = await this.#disk.readAfter(after)
      if (stored === null) this.reload('replaced')
      else this.dispatch({ type: 'caught-up', stored })
    } catch (error) {
      this.#around.log.warn({ board: this.board, layer: this.layer, error: String(error) }, 'log not read')
      this.dispatch({ type: 'read-failed' })
    }
  }

  /** A client of another node may be leased anew here: what was written under it comes first. */
  async #lease(now: number, forMs: number): Promise<number> {
    const { holder, nodes } = this.#around
    const client = await this.#disk.lease(holder, now, forMs)
    if (nodes.exist) {
      await this.load()
      await this.#read(this.machine.head)
    }
    return client
  }

  /** The layer's epoch as this room knows it. */
  get epoch(): number {
    return this.#disk.epoch
  }

  /** What this room knows is not what is stored: everybody comes back to what is. Nothing of it was told as saved. */
  reload(reason: string): void {
    this.#around.log.warn({ board: this.board, layer: this.layer, reason }, 'the layer is read anew')
    this.end(CLOSE.draining)
    this.#around.rest(this)
  }

  // Storing: the flusher takes appends and says how they went

  /** One tick; returns what is to be appended, or null. */
  tick(mayStore: boolean): AppendEffect | null {
    this.dispatch({ type: 'tick', mayStore })
    const append = this.#append
    this.#append = null
    return append
  }

  appended(n: number | null): void {
    this.dispatch({ type: 'appended', n })
  }

  /** Resolves when the first `needs` additions are on disk. */
  stored(needs: number): Promise<void> {
    return this.#onDisk.at(needs)
  }

  /** Rewrites the layer from its present document: what was deleted in it leaves the disk and this process. */
  forget(): Promise<void> {
    return this.use(async () => {
      await this.load()
      await this.#folder.forget()
    })
  }

  // Users and the server's own hand

  /** Keeps the room while `work` goes on. */
  use<T>(work: () => Promise<T>): Promise<T> {
    return this.#users.use(work)
  }

  /** Resolves when nobody is in the middle of anything and everything taken is on disk. */
  async quiet(): Promise<void> {
    while (!this.#users.areNone || this.machine.stored < this.machine.accepted) {
      await this.#users.ended()
      await this.stored(this.machine.accepted)
    }
  }

  /** The hand: its document holds everything that was taken. */
  hand(to: 'look' | 'write'): Promise<Hand> {
    if (this.#isClosed) return Promise.reject(new Error(`the room ${this.layer} was closed`))
    return to === 'write' ? this.#keeper.write() : this.#keeper.look()
  }

  /** True while `hand` is the one in use: another call may have let it go meanwhile. */
  isCurrent(hand: Hand): boolean {
    return !this.#isClosed && this.#keeper.isCurrent(hand)
  }

  dropHand(): void {
    this.#keeper.drop()
  }

  /** A change threw half-way: its document is not what is on disk. */
  discard(hand: Hand): void {
    if (this.#keeper.isCurrent(hand)) this.#keeper.drop()
  }

  /** Takes what the hand wrote; resolves when it is on disk. */
  async written(hand: Hand, update: Uint8Array | null): Promise<void> {
    if (update !== null) this.dispatch({ type: 'write', update })
    hand.includes = this.machine.accepted
    await this.stored(this.machine.accepted)
  }
}
