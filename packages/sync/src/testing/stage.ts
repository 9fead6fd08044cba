import {
  decodeCursors,
  decodeDown,
  encodeMark,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  formatReach,
  MESSAGE,
  type Reach,
  type Role,
  SYNC,
} from '@second-story/protocol'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import * as Y from 'yjs'
import { digestOf } from '../document/digest.ts'
import { fold } from '../document/fold.ts'
import { writeAwareness } from '../room/awareness.ts'
import type { Effect } from '../room/effects.ts'
import type { Row, Stored } from '../room/events.ts'
import type { RoomOptions } from '../room/options.ts'
import { Room } from '../room/room.ts'
import type { ConnectionId, Session } from '../room/session.ts'

/** For tests: a disk that keeps what is appended, and fails on demand. */
export class Disk {
  snapshot: Uint8Array | null = null
  digest: Uint8Array | null = null
  isHealing = false
  rows: Row[] = []
  readonly owners = new Map<number, string>()
  head = 0
  through = 0
  epoch = 0

  append(bytes: Uint8Array | null, owners: readonly (readonly [number, string])[]): number | null {
    for (const [client, account] of owners) if (!this.owners.has(client)) this.owners.set(client, account)
    if (bytes === null) return null
    this.rows.push({ n: ++this.head, bytes })
    return this.head
  }

  get stored(): Stored {
    const { snapshot, digest, head, through, epoch, isHealing: healing } = this
    return { snapshot, digest, rows: [...this.rows], owners: [...this.owners], head, through, epoch, healing }
  }

  get updates(): Uint8Array[] {
    const rows = this.rows.map((row) => row.bytes)
    return this.snapshot === null ? rows : [this.snapshot, ...rows]
  }
}

export function session(account: string, role: Role = 'participant'): Session {
  return {
    account,
    name: account.toUpperCase(),
    colour: 1,
    kind: 'member',
    role,
    mayWrite: role !== 'observer',
  }
}

type AppendEffect = Extract<Effect, { type: 'append' }>

/** For tests: one room whose every effect waits to be looked at; nothing happens by itself. */
export class Stage {
  readonly disk: Disk
  readonly room: Room
  now = 0
  /** what each connection was sent, as words */
  readonly heard = new Map<ConnectionId, string[]>()
  readonly raw = new Map<ConnectionId, Uint8Array[]>()
  readonly closes: string[] = []
  readonly reports: string[] = []
  append: AppendEffect | null = null
  /** the gate is to learn more of what is stored */
  wantsToLearn: 'soon' | 'some time' | null = null
  isAwake = false
  wantsCompaction = false
  wantsUnload = false
  /** what other nodes are to be told */
  readonly others: Effect[] = []
  readonly reads: Extract<Effect, { type: 'read' }>[] = []

  constructor(options: Partial<RoomOptions> = {}, disk = new Disk()) {
    this.disk = disk
    this.room = new Room({ presence: true, ...options })
  }

  static loaded(options: Partial<RoomOptions> = {}, disk = new Disk()): Stage {
    const stage = new Stage(options, disk)
    stage.handle({ type: 'loaded', stored: disk.stored })
    return stage
  }

  handle(event: Parameters<Room['handle']>[0]): void {
    for (const effect of this.room.handle(event, this.now)) this.#perform(effect)
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case 'send':
        for (const id of effect.to) this.#hear(id, effect.bytes)
        return
      case 'close':
        this.closes.push(`${effect.connection}: ${effect.code} ${effect.reason}`)
        return
      case 'append':
        if (this.append !== null) throw new Error('two appends at a time')
        this.append = effect
        return
      case 'wake':
        this.isAwake = true
        return
      case 'learn':
        this.wantsToLearn = effect.isAwaited ? 'soon' : (this.wantsToLearn ?? 'some time')
        return
      case 'compact':
        this.wantsCompaction = true
        return
      case 'unload':
        this.wantsUnload = true
        return
      case 'landed':
      case 'publish-presence':
        this.others.push(effect)
        return
      case 'read':
        this.reads.push(effect)
        return
      case 'report':
        this.reports.push(`${effect.what}: ${effect.reason}`)
    }
  }

  #hear(id: ConnectionId, bytes: Uint8Array): void {
    this.heard.set(id, [...(this.heard.get(id) ?? []), describe(bytes)])
    this.raw.set(id, [...(this.raw.get(id) ?? []), bytes])
  }

  /** What a connection was sent since the last call. */
  take(id: ConnectionId): string[] {
    const heard = this.heard.get(id) ?? []
    this.heard.set(id, [])
    return heard
  }

  takeRaw(id: ConnectionId): Uint8Array[] {
    const raw = this.raw.get(id) ?? []
    this.raw.set(id, [])
    this.heard.set(id, [])
    return raw
  }

  open(id: ConnectionId, who: Session = session(`m${id}`), since: Reach | null = null): void {
    this.handle({ type: 'opened', connection: id, session: who, since })
  }

  /** Opens and says all that a client without content says, so that nothing is owed. */
  join(id: ConnectionId, who: Session = session(`m${id}`)): void {
    this.open(id, who)
    this.send(id, encodeStep2(Y.encodeStateAsUpdate(new Y.Doc())))
    this.take(id)
  }

  send(id: ConnectionId, bytes: Uint8Array): void {
    this.handle({ type: 'message', connection: id, bytes })
  }

  step1(id: ConnectionId, doc = new Y.Doc()): void {
    this.send(id, encodeStep1(Y.encodeStateVector(doc)))
  }

  update(id: ConnectionId, update: Uint8Array): void {
    this.send(id, encodeUpdate(update))
  }

  mark(id: ConnectionId, n: number): void {
    this.send(id, encodeMark(n))
  }

  present(id: ConnectionId, client: number, clock: number, state: unknown): void {
    this.send(id, writeAwareness([{ client, clock, json: JSON.stringify(state) }]))
  }

  tick(): void {
    this.isAwake = false
    this.handle({ type: 'tick', mayStore: true })
  }

  /** There is time to learn so many structs. */
  learn(structs = Number.POSITIVE_INFINITY): void {
    this.wantsToLearn = null
    this.handle({ type: 'learn', structs })
  }

  /** The append under way reaches the disk. */
  settle(): void {
    const append = this.append
    if (append === null) throw new Error('nothing is being appended')
    this.append = null
    this.handle({ type: 'appended', n: this.disk.append(append.bytes, append.owners) })
  }

  failAppend(): void {
    this.append = null
    this.handle({ type: 'append-failed' })
  }

  /** Ticks and stores until nothing is left to do. */
  flush(): void {
    while (this.isAwake || this.append !== null) {
      if (this.append !== null) this.settle()
      else this.tick()
    }
  }

  compact(): void {
    this.wantsCompaction = false
    const through = this.room.head
    const snapshot = fold(this.room.storedUpdates)
    const digest = digestOf(snapshot)
    this.disk.snapshot = snapshot
    this.disk.digest = digest
    this.disk.through = through
    this.disk.rows = this.disk.rows.filter((row) => row.n > through)
    this.handle({ type: 'compacted', snapshot, digest, through })
  }

  beat(ms = 1000): void {
    this.now += ms
    this.handle({ type: 'beat' })
  }
}

/** A message from the server in a few words. */
export function describe(bytes: Uint8Array): string {
  const answer = decodeDown(bytes)
  if (answer?.type === 'reached') return `reached ${formatReach(answer.reach)}`
  if (answer !== null)
    return answer.type === 'saved' ? `saved ${answer.n}` : `refused ${answer.n} ${answer.reason}`
  const cursors = decodeCursors(bytes)
  if (cursors !== null) return `cursors ${cursors.map(({ client, x, y }) => `${client}:${x},${y}`).join(' ')}`
  const decoder = createDecoder(bytes)
  switch (readVarUint(decoder)) {
    case MESSAGE.sync:
      return ['step1', 'step2', 'update'][readVarUint(decoder)] ?? 'sync?'
    case MESSAGE.auth:
      return 'denied'
    case MESSAGE.awareness: {
      const entries = createDecoder(readVarUint8Array(decoder))
      const words: string[] = []
      for (let n = readVarUint(entries); n > 0; n--) {
        words.push(`${readVarUint(entries)}@${readVarUint(entries)}=${readVarString(entries)}`)
      }
      return `presence ${words.join(' ')}`.trim()
    }
    default:
      return 'unknown'
  }
}

/** Applies what a server's message brings to a document; the sync messages alone. */
export function applyMessage(doc: Y.Doc, bytes: Uint8Array): void {
  const decoder = createDecoder(bytes)
  if (readVarUint(decoder) !== MESSAGE.sync || readVarUint(decoder) === SYNC.step1) return
  Y.applyUpdate(doc, readVarUint8Array(decoder), 'net')
}
