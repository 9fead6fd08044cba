import {
  decodeCursors,
  decodeDown,
  encodeMark,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  furtherReach,
  MESSAGE,
  type Reach,
  SYNC,
} from '@second-story/protocol'
import type { Random } from '@second-story/std'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import * as Y from 'yjs'
import { Author } from '../testing/author.ts'
import { Broken } from './broken.ts'
import { Faces } from './faces.ts'
import type { Layer } from './layer.ts'
import type { Line } from './line.ts'
import type { Kept, OfflineCopy } from './offline-copy.ts'
import { checkFace } from './people.ts'
import type { Truth } from './truth.ts'

const NET = 'net'
const COPY = 'copy'

/** What a tab shares with the world. */
export interface TabWorld {
  readonly truth: Truth
  readonly hasPresence: boolean
  /** chance of the step under way */
  readonly random: Random
  nextClient(account: string): number
  accountOf(client: number): string | undefined
  /** `refused`: the tab begins anew; honest people who could always write must never see it */
  refused(tab: Tab): void
}

/** Somebody at a browser: edits, goes offline, comes back. Behaves as y-websocket does, and marks as our client does. */
export class Tab {
  readonly index: number
  readonly account: string
  readonly #world: TabWorld
  readonly #copy: OfflineCopy
  author: Author
  faces: Faces
  line: Line | null = null
  mayEdit = true
  renewedAt = 0
  #unpersisted: (Kept | { readonly reach: Reach })[] = []
  /** how far this document has come in the log, as it was told */
  #reach: Reach | null = null
  /** all rows up to here were looked for in this document */
  #checked = 0
  /** what was written in this browser and is in this document, in order */
  #written: Uint8Array[] = []
  /** by mark: what had been sent before it, as far as it was written here */
  #marks = new Map<number, readonly Uint8Array[]>()
  /** what was sent on this connection before its step 2 */
  #sentEarly: Uint8Array[] = []
  #n = 0
  #hasAnswered = false
  /** what was called saved */
  readonly #saved = new Set<Uint8Array>()

  constructor(index: number, account: string, copy: OfflineCopy, world: TabWorld) {
    this.index = index
    this.account = account
    this.#copy = copy
    this.#world = world
    this.author = this.#author()
    this.faces = new Faces(this.client)
  }

  #author(): Author {
    const author = new Author(this.#world.nextClient(this.account), () => this.#world.random())
    author.doc.on('update', (bytes: Uint8Array, origin: unknown) => this.#updated(bytes, origin))
    return author
  }

  get doc(): Y.Doc {
    return this.author.doc
  }

  get client(): number {
    return this.author.doc.clientID
  }

  // The page

  /** The tab dies and is opened again, with what the browser keeps. */
  reload(): void {
    this.doc.destroy()
    this.#marks.clear()
    this.#written = []
    this.#saved.clear()
    this.#unpersisted = []
    this.author = this.#author()
    this.faces = new Faces(this.client)
    this.doc.transact(() => {
      for (const { bytes } of this.#copy.kept) Y.applyUpdate(this.doc, bytes, COPY)
    }, COPY)
    for (const { bytes, isOurs } of this.#copy.kept) if (isOurs) this.#written.push(bytes)
    this.#reach = null
    this.#checked = 0
    if (this.#copy.reach !== null) this.#reached(this.#copy.reach)
  }

  /** The same with nothing: another machine, storage cleared, or our client after a refusal. */
  wipe(): void {
    this.#copy.clear()
    this.reload()
  }

  /** The browser writes down some of what it was told to keep. */
  persist(share: number): void {
    this.#copy.keep(this.#unpersisted.splice(0, Math.ceil(this.#unpersisted.length * share)))
  }

  #updated(bytes: Uint8Array, origin: unknown): void {
    if (origin === COPY) return
    const isOurs = origin !== NET
    this.#unpersisted.push({ bytes, isOurs })
    if (!isOurs) return
    this.#written.push(bytes)
    if (this.line === null) return
    this.line.up.push(encodeUpdate(bytes))
    if (!this.#hasAnswered) this.#sentEarly.push(bytes)
    this.#mark()
  }

  edit(): void {
    if (this.mayEdit) this.author.edit()
  }

  show(json: string): void {
    if (!this.#world.hasPresence) return
    const message = this.faces.say(json)
    this.line?.up.push(message)
  }

  renew(now: number): void {
    if (now - this.renewedAt < 15_000) return
    this.renewedAt = now
    const message = this.faces.renew()
    if (message !== null) this.line?.up.push(message)
  }

  /** Our client fetches the snapshot before it connects. */
  fetch({ snapshot, through, epoch }: Layer): void {
    if (snapshot === null) return
    Y.applyUpdate(this.doc, snapshot, NET)
    this.#reached({ epoch, n: through })
  }

  /** As our client takes it: only of a document in which nothing waits for what it builds on. */
  #reached(reach: Reach): void {
    const { pendingStructs, pendingDs } = this.doc.store
    if (pendingStructs !== null || pendingDs !== null) return
    this.#world.truth.checkReached(this.doc, this.#checked, reach.n)
    this.#checked = Math.max(this.#checked, reach.n)
    this.#reach = furtherReach(this.#reach, reach)
    this.#unpersisted.push({ reach })
  }

  // The connection

  connect(line: Line): void {
    this.line = line
    // every third is a stock client, which names nothing
    line.since = this.index % 3 === 2 ? null : this.#reach
    this.#hasAnswered = false
    this.#sentEarly = []
    line.up.push(encodeStep1(Y.encodeStateVector(this.doc)))
    const own = this.faces.own
    if (own !== null) line.up.push(own)
  }

  disconnect(): void {
    this.line = null
    this.faces.forgetOthers()
  }

  /** After its step 2 a mark is about all that it wrote. Our client does not mark before; others may. */
  #mark(): void {
    if (!this.#hasAnswered && this.index % 2 === 0) return
    this.#marks.set(++this.#n, this.#hasAnswered ? [...this.#written] : [...this.#sentEarly])
    this.line?.up.push(encodeMark(this.#n))
  }

  receive(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    switch (readVarUint(decoder)) {
      case MESSAGE.sync:
        this.#sync(readVarUint(decoder), readVarUint8Array(decoder))
        return
      case MESSAGE.awareness:
        this.#hear(bytes)
        return
      case MESSAGE.cursors:
        this.faces.move(decodeCursors(bytes) ?? [])
        return
      default:
        this.#answered(bytes)
    }
  }

  #sync(kind: number, payload: Uint8Array): void {
    if (kind !== SYNC.step1) {
      const { client } = this
      Y.applyUpdate(this.doc, payload, NET)
      if (this.client !== client) throw new Broken('somebody else wrote under the client of a tab')
      return
    }
    this.line?.up.push(encodeStep2(Y.encodeStateAsUpdate(this.doc, payload)))
    this.#hasAnswered = true
    this.#mark()
  }

  #hear(bytes: Uint8Array): void {
    const { entries, echo } = this.faces.hear(bytes)
    for (const { client, json } of entries) checkFace(json, this.#world.accountOf(client))
    if (echo !== null) this.line?.up.push(echo)
  }

  #answered(bytes: Uint8Array): void {
    const answer = decodeDown(bytes)
    if (answer?.type === 'refused') this.#world.refused(this)
    else if (answer?.type === 'reached') this.#reached(answer.reach)
    else if (answer?.type === 'saved')
      for (const update of this.#marks.get(answer.n) ?? []) this.#saved.add(update)
  }

  // What was promised to it

  /** `saved n` is on its way: all that it covers must be on disk. */
  checkSaved(n: number): void {
    this.#check(this.#marks.get(n) ?? [])
  }

  /** Returns how much was called saved here. */
  checkAllSaved(): number {
    this.#check(this.#saved)
    return this.#saved.size
  }

  #check(updates: Iterable<Uint8Array>): void {
    for (const update of updates) this.#world.truth.check(update, 'called saved and not on disk')
  }
}
