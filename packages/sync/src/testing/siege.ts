import { encodeMark, encodeStep1, encodeStep2, encodeUpdate, MESSAGE } from '@second-story/protocol'
import { type Random, seededRandom } from '@second-story/std'
import * as Y from 'yjs'
import { documentOf, fold } from '../document/fold.ts'
import { writeAwareness } from '../room/awareness.ts'
import type { Effect } from '../room/effects.ts'
import { Room } from '../room/room.ts'
import { readUpdate } from '../update/read.ts'
import type { Update } from '../update/structs.ts'
import { Author } from './author.ts'
import { Hostile } from './hostile.ts'
import { Disk, session } from './stage.ts'

/** For tests: what a siege has seen. */
export interface Figures {
  frames: number
  taken: number
  refused: number
  checks: number
  /** ms of the slowest frame, and bytes of the largest disk */
  worst: number
  bytes: number
  reasons: Map<string, number>
}

export function noFigures(): Figures {
  return { frames: 0, taken: 0, refused: 0, checks: 0, worst: 0, bytes: 0, reasons: new Map() }
}

export class Fallen extends Error {
  override readonly name = 'Fallen'
}

/** What is sent to a room in one siege before it is given up for a new one. */
export const FRAMES_PER_SIEGE = 5000
const FRAMES_PER_CHECK = 500
const CONNECTIONS = 4

/** For tests: a room, somebody honest in it, and several who send whatever might break it. `clock` gives ms. */
export class Siege {
  readonly #random: Random
  readonly #hostile: Hostile
  readonly #honest: Author
  readonly #room = new Room({ presence: true, compactRows: 200 })
  readonly #disk = new Disk()
  readonly #figures: Figures
  readonly #clock: () => number
  /** what the rows add up to, one after the other */
  readonly #doc = new Y.Doc()
  /** ids of formatting: Yjs deletes what of it has no effect, when it happens to look */
  readonly #fickle = new Set<string>()
  readonly #recorded: Uint8Array[] = []
  readonly #connections: number[] = []
  readonly #malice: number
  #ids = 0
  #now = 0
  #append: Extract<Effect, { type: 'append' }> | null = null
  #closed: string | null = null

  constructor(seed: number, figures: Figures, clock: () => number) {
    this.#random = seededRandom(seed)
    this.#figures = figures
    this.#clock = clock
    this.#hostile = new Hostile(this.#random)
    this.#malice = this.#random()
    this.#honest = new Author(1, this.#random)
    this.#honest.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net') this.#recorded.push(encodeUpdate(update))
    })
    // its client is its own from the first word; whoever guesses a number before it is seen may have it
    this.#honest.doc.getMap('meta').set('title', 'A siege')
    this.#handle({ type: 'loaded', stored: this.#disk.stored })
    for (let i = 0; i < CONNECTIONS; i++) this.#connect(i)
  }

  run(frames: number): void {
    for (let i = 0; i < frames; i++) {
      this.#frame()
      if (i % FRAMES_PER_CHECK === FRAMES_PER_CHECK - 1) this.#check()
    }
    this.#check()
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n)
  }

  #handle(event: Parameters<Room['handle']>[0]): void {
    for (const effect of this.#room.handle(event, this.#now)) this.#perform(effect)
  }

  #perform(effect: Effect): void {
    if (effect.type === 'append') this.#append = effect
    else if (effect.type === 'close') this.#reconnect(effect)
    else if (effect.type === 'compact') this.#compact()
    else if (effect.type === 'report' && effect.what === 'quarantined')
      throw new Fallen(`quarantined: ${effect.reason}`)
  }

  #compact(): void {
    const through = this.#room.head
    const snapshot = fold(this.#room.storedUpdates)
    this.#disk.snapshot = snapshot
    this.#disk.rows = this.#disk.rows.filter((row) => row.n > through)
    this.#handle({ type: 'compacted', snapshot, through })
  }

  #connect(i: number): void {
    const id = ++this.#ids
    this.#connections[i] = id
    this.#handle({
      type: 'opened',
      connection: id,
      session: session(`p${i}`, i === 3 ? 'observer' : 'participant'),
    })
    if (i === 0)
      this.#handle({
        type: 'message',
        connection: id,
        bytes: encodeStep2(Y.encodeStateAsUpdate(this.#honest.doc)),
      })
  }

  #reconnect({ connection, reason }: Extract<Effect, { type: 'close' }>): void {
    const i = this.#connections.indexOf(connection)
    this.#closed = reason
    if (i === 0) throw new Fallen(`who is honest was closed: ${reason}`)
    this.#connect(i)
  }

  #frame(): void {
    this.#now += this.#below(100)
    const i = this.#below(CONNECTIONS)
    const bytes = i === 0 ? this.#honestly() : this.#viciously(i)
    const accepted = this.#room.accepted
    this.#closed = null
    if (bytes !== null) {
      const began = this.#clock()
      this.#handle({ type: 'message', connection: this.#connections[i] ?? 0, bytes })
      this.#figures.worst = Math.max(this.#figures.worst, this.#clock() - began)
      this.#count(accepted)
    }
    if (this.#random() < 0.2) this.#handle({ type: 'tick', mayStore: true })
    if (this.#random() < 0.2) this.#settle()
    if (this.#random() < 0.01) this.#handle({ type: 'beat' })
  }

  #count(accepted: number): void {
    this.#figures.frames++
    if (this.#room.accepted > accepted) this.#figures.taken++
    if (this.#closed === null) return
    if (this.#room.accepted > accepted) throw new Fallen('a frame was refused and taken')
    this.#figures.refused++
    this.#figures.reasons.set(this.#closed, (this.#figures.reasons.get(this.#closed) ?? 0) + 1)
  }

  /** The next thing that an honest client says. */
  #honestly(): Uint8Array | null {
    if (this.#random() < 0.2) Y.applyUpdate(this.#honest.doc, Y.encodeStateAsUpdate(this.#doc), 'net')
    const before = this.#recorded.length
    this.#honest.edit()
    // two updates at a time are one more than a frame: the step 2 holds both
    if (this.#recorded.length - before > 1) return encodeStep2(Y.encodeStateAsUpdate(this.#honest.doc))
    return this.#recorded.length > before ? (this.#recorded[before] ?? null) : null
  }

  #viciously(i: number): Uint8Array {
    const own = [
      10 + i,
      20 + i,
      2 ** 32 - 1 - i,
      ...(this.#random() < 0.2 ? [30 + this.#below(200) * 4 + i] : []),
    ]
    const update = (): Uint8Array => this.#hostile.update(own, this.#malice * this.#random())
    switch (this.#below(12)) {
      case 0:
        return this.#hostile.mutated(
          this.#recorded[this.#below(this.#recorded.length)] ?? encodeUpdate(update()),
        )
      case 1:
        return encodeStep2(update())
      case 2:
        return this.#hostile.mutated(encodeUpdate(update()))
      case 3:
        return encodeStep1(this.#hostile.vector())
      case 4:
        return writeAwareness([
          { client: own[0] ?? 0, clock: this.#below(9), json: '{"cursor":{"x":1,"y":2}}' },
        ])
      case 5:
        return this.#random() < 0.5 ? encodeMark(this.#below(100)) : this.#hostile.junk()
      case 6:
        return Uint8Array.from([MESSAGE.sync, this.#below(4), ...this.#hostile.junk()])
      case 7:
        return encodeUpdate(Y.encodeStateAsUpdate(this.#doc))
      default:
        return encodeUpdate(update())
    }
  }

  #settle(): void {
    const append = this.#append
    if (append === null) return
    this.#append = null
    const n = this.#disk.append(append.bytes, append.owners)
    if (append.bytes !== null) {
      const update = readUpdate(append.bytes)
      if ('malformed' in update) throw new Fallen(`a row is malformed: ${update.malformed}`)
      this.#hostile.learn(update)
      this.#note(update)
      Y.applyUpdate(this.#doc, append.bytes)
      this.#mustBeWhole(this.#doc, 'the document that follows the rows')
    }
    this.#handle({ type: 'appended', n })
  }

  #note(update: Update): void {
    for (const { client, structs } of update.sections) {
      for (const { clock, from } of structs)
        if (((update.bytes[from] ?? 0) & 31) === 6) this.#fickle.add(`${client}:${clock}`)
    }
  }

  #mustBeWhole(doc: Y.Doc, what: string): void {
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Fallen(`${what} waits for something`)
  }

  /** What is on disk makes a document, the one that came about row by row; and a room that begins with it stands where this one does. */
  #check(): void {
    this.#figures.checks++
    for (let i = 0; i < 3; i++) {
      this.#handle({ type: 'tick', mayStore: true })
      this.#settle()
    }
    const whole = documentOf(this.#disk.updates)
    this.#mustBeWhole(whole, 'the document of what is on disk')
    const joined = documentOf([fold(this.#disk.updates)])
    for (const doc of [whole, joined]) {
      if (content(doc, this.#fickle) !== content(this.#doc, this.#fickle))
        throw new Fallen('what is on disk is not what was told')
    }
    const again = new Room({ presence: true })
    again.handle({ type: 'loaded', stored: this.#disk.stored }, this.#now).forEach((effect) => {
      if (effect.type === 'report') throw new Fallen(`what was stored is not loaded: ${effect.reason}`)
    })
    this.#figures.bytes = Math.max(
      this.#figures.bytes,
      this.#disk.updates.reduce((sum, bytes) => sum + bytes.length, 0),
    )
  }
}

/** How far each client has come, and what is there in which shared type. */
function content(doc: Y.Doc, fickle: ReadonlySet<string>): string {
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort((a, b) => a[0] - b[0])
  const held = ['items', 'places', 'relations', 'strokes', 'prose', 'meta'].map((root) =>
    idsIn(doc.getMap(root) as unknown as Y.AbstractType<unknown>, fickle),
  )
  return JSON.stringify([vector, held])
}

/**
 * Ids by key and in the list, those of nested types behind them. Not in which order a list has them: whoever names as a right
 * origin what lies further left makes that depend on the order in which structs came.
 */
function idsIn(type: Y.AbstractType<unknown>, fickle: ReadonlySet<string>): string[] {
  const ids: string[] = []
  const note = (item: Y.Item, place: string): void => {
    if (item.deleted) return
    for (let i = 0; i < item.length; i++) {
      const id = `${item.id.client}:${item.id.clock + i}`
      if (!fickle.has(id)) ids.push(`${place} ${id}`)
    }
    if (item.content instanceof Y.ContentType)
      ids.push(...idsIn(item.content.type, fickle).map((id) => `${place}/${id}`))
  }
  for (let item = type._start; item !== null; item = item.right) note(item, 'in')
  for (const [key, item] of type._map) note(item, JSON.stringify(key))
  return ids.sort()
}
