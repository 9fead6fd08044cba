import { MESSAGE, SYNC } from '@second-story/protocol'
import type { Random } from '@second-story/std'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import * as Y from 'yjs'
import { documentOf } from '../document/fold.ts'
import { Broken } from './broken.ts'
import { Person } from './person.ts'
import { ServerProcess } from './server-process.ts'
import { Disk, session } from './stage.ts'

/** For tests: a few people, one server, one disk, and all that can happen between them. */
export class World {
  readonly #random: Random
  readonly #people: Person[]
  readonly #disk = new Disk()
  readonly #process: ServerProcess
  #connections = 0
  readonly counts = { edits: 0, crashes: 0, saved: 0, compactions: 0 }

  constructor(random: Random) {
    this.#random = random
    const count = 2 + Math.floor(random() * 3)
    this.#people = Array.from({ length: count }, (_, i) => new Person(i + 1, i === 3, random))
    this.#process = new ServerProcess(this.#disk, random() < 0.5 ? 5 : 40, (connection, bytes) =>
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
