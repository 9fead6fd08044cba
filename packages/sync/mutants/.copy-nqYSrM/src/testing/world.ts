import {
  decodeDown,
  encodeMark,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  MESSAGE,
  SYNC,
} from '@second-story/protocol'
import type { Random } from '@second-story/std'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import * as Y from 'yjs'
import { documentOf, fold } from '../document/fold.ts'
import type { Effect } from '../room/effects.ts'
import { Room } from '../room/room.ts'
import { Author } from './author.ts'
import { Disk, session } from './stage.ts'

/** Something that must never happen, happened. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

type AppendEffect = Extract<Effect, { type: 'append' }>

const SERVER_CLIENT = 1000

/** The server as a process: it can be killed, and what was not on the disk is then gone. */
class Process {
  readonly disk: Disk
  readonly #compactRows: number
  readonly #deliver: (connection: number, bytes: Uint8Array) => void
  room: Room
  now = 0
  #append: AppendEffect | null = null
  #wantsCompaction = false

  constructor(disk: Disk, compactRows: number, deliver: (connection: number, bytes: Uint8Array) => void) {
    this.disk = disk
    this.#compactRows = compactRows
    this.#deliver = deliver
    this.room = this.#start()
  }

  #start(): Room {
    const room = new Room({
      presence: true,
      compactRows: this.#compactRows,
      compactBytes: 20_000,
      lingerMs: 2000,
      restRows: 4,
    })
    this.#append = null
    this.#wantsCompaction = false
    this.room = room
    this.handle({ type: 'loaded', stored: this.disk.stored })
    return room
  }

  handle(event: Parameters<Room['handle']>[0]): void {
    for (const effect of this.room.handle(event, this.now)) {
      if (effect.type === 'send') for (const id of effect.to) this.#deliver(id, effect.bytes)
      else if (effect.type === 'append') this.#append = effect
      else if (effect.type === 'compact') this.#wantsCompaction = true
      else if (effect.type === 'close') throw new Broken(`an honest client was closed: ${effect.reason}`)
      else if (effect.type === 'report') throw new Broken(`${effect.what}: ${effect.reason}`)
      else if (effect.type === 'unload') this.#unload()
    }
  }

  /** What the room says may be forgotten is forgotten at once: that must lose nothing. */
  #unload(): void {
    if (this.#append !== null) throw new Broken('unloaded while appending')
    this.#start()
  }

  /** One step of the disk: begin, finish or fail an append. */
  step(random: Random): void {
    if (this.#append === null) this.handle({ type: 'tick', mayStore: true })
    else if (random() < 0.15) {
      this.#append = null
      this.handle({ type: 'append-failed' })
    } else this.settle()
  }

  settle(): void {
    const append = this.#append
    if (append === null) return
    this.#append = null
    this.handle({ type: 'appended', n: this.disk.append(append.bytes, append.owners) })
  }

  /** Folds; other things may happen between reading and writing. */
  compact(meanwhile: () => void): void {
    if (!this.#wantsCompaction) return
    this.#wantsCompaction = false
    const room = this.room
    const through = room.head
    const snapshot = fold(room.storedUpdates)
    meanwhile()
    this.disk.snapshot = snapshot
    this.disk.rows = this.disk.rows.filter((row) => row.n > through)
    if (room === this.room) this.handle({ type: 'compacted', snapshot, through })
  }

  /** kill -9: an append under way may have reached the disk or not. */
  crash(random: Random): void {
    if (this.#append !== null && random() < 0.5) this.disk.append(this.#append.bytes, this.#append.owners)
    this.#start()
  }

  /** The server's own hand. */
  write(random: Random): void {
    const doc = documentOf(this.room.allUpdates)
    doc.clientID = SERVER_CLIENT
    let written: Uint8Array | null = null
    doc.on('update', (update: Uint8Array) => {
      written = update
    })
    doc.getMap('items').set(`server${Math.floor(random() * 5)}`, random())
    if (written !== null) this.handle({ type: 'write', update: written })
  }
}

/** Somebody at a browser: edits, goes offline, comes back. Behaves as y-websocket does, and marks. */
class Person {
  readonly author: Author
  readonly account: string
  readonly isReader: boolean
  connection: number | null = null
  up: Uint8Array[] = []
  down: Uint8Array[] = []
  /** what it holds at each mark, as an update: what a `saved` promises */
  readonly #marks = new Map<number, Uint8Array>()
  /** everything that was shown as saved here */
  saved: Uint8Array[] = []
  #n = 0
  #hasAnswered = false

  constructor(client: number, isReader: boolean, random: Random) {
    this.author = new Author(client, random)
    this.account = isReader ? 'reader' : `p${client}`
    this.isReader = isReader
    this.author.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'net' || this.connection === null) return
      this.up.push(encodeUpdate(update))
      this.#mark()
    })
  }

  get doc(): Y.Doc {
    return this.author.doc
  }

  connect(connection: number): void {
    this.connection = connection
    this.#hasAnswered = false
    this.up = [encodeStep1(Y.encodeStateVector(this.doc))]
    this.down = []
  }

  disconnect(): void {
    this.connection = null
    this.up = []
    this.down = []
  }

  #mark(): void {
    if (!this.#hasAnswered) return
    this.#n++
    this.#marks.set(this.#n, Y.encodeStateAsUpdate(this.doc))
    this.up.push(encodeMark(this.#n))
  }

  receive(bytes: Uint8Array): void {
    const answer = decodeDown(bytes)
    if (answer !== null) {
      this.#answered(answer)
      return
    }
    const decoder = createDecoder(bytes)
    if (readVarUint(decoder) !== MESSAGE.sync) return
    const kind = readVarUint(decoder)
    const payload = readVarUint8Array(decoder)
    if (kind !== SYNC.step1) {
      Y.applyUpdate(this.doc, payload, 'net')
      return
    }
    this.up.push(encodeStep2(Y.encodeStateAsUpdate(this.doc, payload)))
    this.#hasAnswered = true
    this.#mark()
  }

  #answered(answer: NonNullable<ReturnType<typeof decodeDown>>): void {
    if (answer.type === 'refused') throw new Broken('an honest client was refused')
    const held = this.#marks.get(answer.n)
    if (held === undefined) throw new Broken('saved without a mark')
    this.saved.push(held)
  }
}

/** For tests: a few people, one server, one disk, and all that can happen between them. */
export class World {
  readonly #random: Random
  readonly #people: Person[]
  readonly #disk = new Disk()
  readonly #process: Process
  #connections = 0
  readonly counts = { edits: 0, crashes: 0, saved: 0, compactions: 0 }

  constructor(random: Random) {
    this.#random = random
    const count = 2 + Math.floor(random() * 3)
    this.#people = Array.from({ length: count }, (_, i) => new Person(i + 1, i === 3, random))
    this.#process = new Process(this.#disk, random() < 0.5 ? 5 : 40, (connection, bytes) =>
      this.#sent(connection, bytes),
    )
  }

  /** Rule 4 at every moment: what leaves the server is on the disk. */
  #sent(connection: number, bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    if (readVarUint(decoder) === MESSAGE.sync && readVarUint(decoder) !== SYNC.step1) {
      this.#checkStored(readVarUint8Array(decoder), 'told before it was on disk')
    }
    this.#people.find((person) => person.connection === connection)?.down.push(bytes)
  }

  #checkStored(update: Uint8Array, what: string): void {
    const disk = documentOf(this.#disk.updates)
    const before = [Y.encodeStateVector(disk), Y.createDeleteSetFromStructStore(disk.store)] as const
    Y.applyUpdate(disk, update)
    const after = [Y.encodeStateVector(disk), Y.createDeleteSetFromStructStore(disk.store)] as const
    const same = before[0].join() === after[0].join() && Y.equalDeleteSets(before[1], after[1])
    if (!same || disk.store.pendingStructs !== null || disk.store.pendingDs !== null) throw new Broken(what)
  }

  #pick(): Person {
    return this.#people[Math.floor(this.#random() * this.#people.length)] as Person
  }

  step(): void {
    const roll = this.#random()
    const person = this.#pick()
    this.#process.now += Math.floor(this.#random() * 300)
    if (roll < 0.3) this.#edit(person)
    else if (roll < 0.5) this.#deliverUp(person)
    else if (roll < 0.7) this.#deliverDown(person)
    else if (roll < 0.85) this.#process.step(this.#random)
    else if (roll < 0.92) this.#toggle(person)
    else if (roll < 0.94) this.#process.write(this.#random)
    else if (roll < 0.96) this.#process.handle({ type: 'beat' })
    else if (roll < 0.98) this.#compact()
    else this.#crash()
  }

  #edit(person: Person): void {
    if (person.isReader) return
    this.counts.edits++
    person.author.edit()
  }

  #deliverUp(person: Person): void {
    const bytes = person.up.shift()
    if (bytes !== undefined && person.connection !== null) {
      this.#process.handle({ type: 'message', connection: person.connection, bytes })
    }
  }

  #deliverDown(person: Person): void {
    const bytes = person.down.shift()
    if (bytes !== undefined) person.receive(bytes)
  }

  #toggle(person: Person): void {
    if (person.connection === null) {
      person.connect(++this.#connections)
      const role = person.isReader ? 'observer' : 'participant'
      this.#process.handle({
        type: 'opened',
        connection: this.#connections,
        session: session(person.account, role),
      })
    } else {
      // what was sent may still arrive, or be lost with the line
      while (person.up.length > 0 && this.#random() < 0.5) this.#deliverUp(person)
      const connection = person.connection
      person.disconnect()
      this.#process.handle({ type: 'closed', connection })
    }
  }

  #compact(): void {
    this.counts.compactions++
    this.#process.compact(() => {
      for (let n = Math.floor(this.#random() * 3); n > 0; n--) {
        this.#deliverUp(this.#pick())
        this.#process.step(this.#random)
      }
    })
  }

  #crash(): void {
    this.counts.crashes++
    for (const person of this.#people) person.disconnect()
    this.#process.crash(this.#random)
  }

  /** Everything heals; then all see the same, and nothing that was shown as saved is missing. */
  finish(): unknown[] {
    for (const person of this.#people) if (person.connection === null) this.#toggle(person)
    for (let quiet = 0; quiet < 3; quiet++) {
      for (const person of this.#people) {
        while (person.up.length > 0 || person.down.length > 0) {
          quiet = 0
          this.#deliverUp(person)
          this.#deliverDown(person)
        }
      }
      this.#process.handle({ type: 'tick', mayStore: true })
      this.#process.settle()
    }
    for (const person of this.#people) {
      this.counts.saved += person.saved.length
      for (const held of person.saved) this.#checkStored(held, 'shown as saved, and lost')
      const { pendingStructs, pendingDs } = person.doc.store
      if (pendingStructs !== null || pendingDs !== null) throw new Broken('something is still pending')
    }
    return [documentOf(this.#disk.updates), ...this.#people.map((person) => person.doc)]
  }
}
