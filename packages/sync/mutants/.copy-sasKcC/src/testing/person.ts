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
import { Author } from './author.ts'
import { Broken } from './broken.ts'

/** For tests: somebody at a browser: edits, goes offline, comes back. Behaves as y-websocket does, and marks. */
export class Person {
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
