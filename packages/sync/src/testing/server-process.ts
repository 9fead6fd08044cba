import type { Random } from '@second-story/std'
import { documentOf, fold } from '../document/fold.ts'
import type { Effect } from '../room/effects.ts'
import { Room } from '../room/room.ts'
import { Broken } from './broken.ts'
import type { Disk } from './stage.ts'

type AppendEffect = Extract<Effect, { type: 'append' }>

const SERVER_CLIENT = 1000

/** For tests: the server as a process: it can be killed, and what was not on the disk is then gone. */
export class ServerProcess {
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
