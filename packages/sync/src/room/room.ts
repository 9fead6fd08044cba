import type { Reach } from '@second-story/protocol'
import { unreachable } from '@second-story/std'
import { Audience } from './audience.ts'
import { HEARTBEAT, writeEntries } from './awareness.ts'
import type { Effect } from './effects.ts'
import type { RoomEvent, Stored } from './events.ts'
import { Folding } from './folding.ts'
import { Following } from './following.ts'
import { Intake } from './intake.ts'
import { LayerState } from './layer-state.ts'
import { type RoomOptions, withDefaults } from './options.ts'
import type { UserElsewhere } from './people-elsewhere.ts'
import { PresenceBook } from './presence.ts'
import { Reaching } from './reaching.ts'
import { Reception } from './reception.ts'
import type { ConnectionId, Session } from './session.ts'
import { SteadyTime } from './steady-time.ts'

/** Others hear who is on this node at least this often, so that a lost word does not last. */
const PUBLISH_EVERY_MS = 4000

/**
 * One layer while people are on it: a state machine without socket, disk, clock or document. `handle` takes what happened
 * and returns what is to be done; the rules are in SPEC.md.
 *
 *   message ──judge──> taken ──tick──> appending ──appended──> stored, told, marks answered
 *   (Reception)                                   (Following)
 */
export class Room {
  readonly #options: Required<RoomOptions>
  readonly #layer: LayerState
  readonly #presence: PresenceBook
  readonly #audience: Audience
  readonly #reaching: Reaching
  readonly #reception: Reception
  readonly #intake: Intake
  readonly #following: Following
  readonly #folding: Folding
  readonly #time = new SteadyTime()
  #publishedAt = Number.NEGATIVE_INFINITY
  #writtenAt = Number.NEGATIVE_INFINITY

  constructor(options: RoomOptions) {
    this.#options = withDefaults(options)
    this.#layer = new LayerState(this.#options.roots)
    // where other nodes may have a claim before ours, presence waits until it is stored (rule 3)
    this.#presence = new PresenceBook((client) => this.#options.nodes && this.#layer.isClaimed(client))
    this.#audience = new Audience(this.#layer, this.#presence)
    this.#reaching = new Reaching(this.#layer, this.#audience)
    this.#reception = new Reception(
      this.#layer,
      this.#presence,
      this.#audience,
      this.#reaching,
      this.#options,
    )
    this.#intake = new Intake(this.#layer, this.#audience, this.#reception, this.#options.learnAtOnce)
    this.#following = new Following(this.#layer, this.#audience)
    this.#folding = new Folding(this.#options)
  }

  /** Additions taken, and how many of them are on disk. */
  get accepted(): number {
    return this.#layer.accepted
  }

  get stored(): number {
    return this.#layer.stored
  }

  /** Number of the last row on disk that this room knows of: what a snapshot of `storedUpdates` reaches. */
  get head(): number {
    return this.#layer.head
  }

  /** Who is on the layer by way of other nodes (rule 11). */
  get peopleElsewhere(): readonly UserElsewhere[] {
    return this.#presence.elsewhere
  }

  /** True when something waits for a `tick`. */
  get hasWork(): boolean {
    return this.#layer.hasWork || this.#presence.hasNews
  }

  /** True when something about people waits for a `tick`, which needs no disk. */
  get hasNews(): boolean {
    return this.#presence.hasNews
  }

  /** The layer on disk as updates, oldest first. */
  get storedUpdates(): Uint8Array[] {
    return this.#layer.storedUpdates
  }

  /** The same and what is on its way to disk; never to be shown to anybody. */
  get allUpdates(): Uint8Array[] {
    return this.#layer.allUpdates
  }

  handle(event: RoomEvent, now: number): Effect[] {
    this.#handle(event, this.#time.at(now))
    return this.#audience.takeEffects()
  }

  #handle(event: RoomEvent, now: number): void {
    switch (event.type) {
      case 'loaded':
        this.#load(event.stored, now)
        break
      case 'opened':
        this.#open(event.connection, event.session, event.since ?? null, now)
        break
      case 'message':
        this.#intake.message(event.connection, event.bytes, now)
        break
      case 'closed':
        this.#intake.drop(event.connection)
        this.#audience.remove(event.connection, now)
        break
      case 'learn':
        this.#intake.learn(event.structs, now)
        break
      case 'access':
        this.#access(event.connection, event.session)
        break
      case 'write':
        this.#write(event.update, now)
        break
      case 'tick':
        this.#tick(event.mayStore, now)
        break
      case 'appended':
        this.#following.appended(event.n, now)
        this.#writtenAt = now
        this.#foldIfLong()
        break
      case 'append-failed':
        this.#layer.appendFailed()
        break
      case 'compacted':
        this.#compacted(event, now)
        break
      case 'compact-failed':
        this.#folding.failed(this.#layer.size)
        break
      case 'missed-presence':
        this.#missedPresence(event.connection, now)
        break
      case 'beat':
        this.#beat(now)
        break
      case 'heard-row':
        this.#following.heardRow(event.row, event.owners, now)
        this.#foldIfLong()
        break
      case 'heard-head':
        this.#following.heardHead(event.head)
        break
      case 'caught-up':
        this.#reaching.follow(event.stored, this.#layer.head)
        this.#following.caughtUp(event.stored, now)
        this.#intake.learnSome(now)
        this.#foldIfLong()
        break
      case 'read-failed':
        this.#following.readFailed()
        break
      case 'heard-presence':
        if (!this.#presence.hearNode(event.node, event.bytes, event.whole, now))
          this.#audience.push({ type: 'report', what: 'refused', reason: 'malformed presence of a node' })
        this.#audience.wakeIfNeeded()
        break
      case 'asked-presence':
        this.#publishEverybody(now)
        break
      default:
        unreachable(event)
    }
  }

  // Coming and going; nobody hears anything before the layer is here (rule 1)

  #load(stored: Stored, now: number): void {
    for (const reason of this.#layer.load(stored))
      this.#audience.push({ type: 'report', what: 'quarantined', reason })
    this.#reaching.follow(stored, 0)
    for (const connection of this.#audience.everybody) this.#reception.greet(connection, now)
    this.#intake.loaded(now)
    this.#audience.emptySince = this.#audience.size > 0 ? null : now
    this.#following.loaded()
  }

  #open(id: ConnectionId, session: Session, since: Reach | null, now: number): void {
    const connection = this.#audience.add(id, session, now)
    connection.since = since
    this.#folding.wake()
    if (this.#intake.isLoaded) this.#reception.greet(connection, now)
  }

  #access(id: ConnectionId, session: Session): void {
    const connection = this.#audience.get(id)
    if (connection === undefined) return
    connection.session = session
    this.#presence.update(id, session)
    this.#audience.wakeIfNeeded()
  }

  #write(update: Uint8Array, now: number): void {
    this.#intake.learnAll(now)
    if (this.#layer.takeFromServer(update)) this.#audience.wakeIfNeeded()
  }

  // The tick (rules 4 and 5)

  #tick(mayStore: boolean, now: number): void {
    const append = mayStore ? this.#layer.beginAppend() : null
    if (append !== null) this.#audience.push({ type: 'append', ...append })
    const news = this.#presence.takeNews()
    if (news === null || !this.#options.presence) return
    this.#audience.tellNews(news, now)
    const here = this.#options.nodes ? news.here() : []
    if (here.length > 0)
      this.#audience.push({ type: 'publish-presence', bytes: writeEntries(here), whole: false })
  }

  #publishEverybody(now: number): void {
    if (!this.#options.presence || !this.#options.nodes) return
    this.#publishedAt = now
    this.#audience.push({ type: 'publish-presence', bytes: this.#presence.everybodyHere(), whole: true })
  }

  #missedPresence(id: ConnectionId, now: number): void {
    const connection = this.#audience.get(id)
    if (connection !== undefined) this.#reception.tellWhoIsHere(connection, true, now)
  }

  // The beat (rules 6, 9 and 11)

  #beat(now: number): void {
    this.#presence.expire(now)
    this.#audience.wakeIfNeeded()
    for (const connection of this.#audience.everybody) {
      if (now - connection.lastToldAt >= this.#options.heartbeatMs)
        this.#audience.send([connection], HEARTBEAT, 'presence', now)
    }
    this.#following.readIfBehind()
    this.#reaching.tell(this.#audience.everybody, now)
    if (this.#presence.hasAnybodyHere && now - this.#publishedAt >= PUBLISH_EVERY_MS)
      this.#publishEverybody(now)
    if (this.#isAtRest(now)) this.#rest()
    else this.#foldIfQuiet(now)
  }

  #isAtRest(now: number): boolean {
    const { emptySince, size } = this.#audience
    if (emptySince === null || now - emptySince < this.#options.lingerMs) return false
    return (
      this.#intake.isLoaded &&
      size === 0 &&
      this.#layer.isSettled &&
      !this.#folding.isUnderWay &&
      !this.#following.isReading
    )
  }

  #rest(): void {
    const folds = this.#mayFold && this.#folding.beginBeforeRest(this.#layer.size)
    this.#audience.push({ type: folds ? 'compact' : 'unload' })
  }

  /** What does not fit is not folded away; and while there is more to learn, that comes first. */
  get #mayFold(): boolean {
    return this.#intake.isLoaded && this.#layer.isLearned && !this.#layer.isDamaged
  }

  #foldIfQuiet(now: number): void {
    if (this.#mayFold && this.#folding.beginIfQuiet(this.#layer.size, now, this.#writtenAt))
      this.#audience.push({ type: 'compact' })
  }

  #foldIfLong(): void {
    if (this.#mayFold && this.#folding.beginIfLong(this.#layer.size)) this.#audience.push({ type: 'compact' })
  }

  #compacted(event: Extract<RoomEvent, { type: 'compacted' }>, now: number): void {
    const { snapshot: bytes, through, digest = null, epoch } = event
    // what was to be forgotten is not kept to be learned
    if (epoch !== undefined) this.#intake.learnAll(now)
    this.#folding.done()
    this.#layer.compacted({ bytes, through, digest })
    this.#reaching.enter(epoch)
    this.#intake.learnSome(now)
  }
}
