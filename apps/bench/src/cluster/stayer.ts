import type { Ledger } from '../crash/ledger.ts'
import type { Speaker } from '../load/dialect.ts'
import { RawSocket } from '../load/raw-socket.ts'
import type { Cluster } from './cluster.ts'

/** marks below are of the hello */
const FIRST_MARK = 10
const CONNECT_MS = 3_000
const COME_BACK_MS = 500

/** What people on one board share. */
export interface Table {
  readonly board: string
  readonly ledger: Ledger
  readonly people: number
}

/** One person who stays: keeps what is not acknowledged and comes back, to the next node, whenever the connection breaks. */
export class Stayer {
  readonly person: number
  readonly table: Table
  /** everything of others that ever came, as person * 1e8 + n */
  readonly heard = new Set<number>()
  readonly #cluster: Cluster
  readonly #speaker: Speaker
  #node: number
  #socket: RawSocket | null = null
  #isLeaving = false
  #n = 0
  #acknowledged = 0
  /** edits that are not acknowledged, oldest first */
  readonly #kept: { readonly n: number; readonly message: Uint8Array | string }[] = []
  readonly #madeAt = new Map<number, number>()
  readonly closes: number[] = []
  /** since the last `watch` */
  #since = 0
  #waitsFor = new Set<number>()
  /** of each of the others, the last edit before it */
  #before = new Map<number, number>()
  #waitsForAnswer = false
  backAt: number | null = null
  longestAnswer = 0
  answers = 0

  constructor(cluster: Cluster, table: Table, person: number, node: number) {
    this.#cluster = cluster
    this.table = table
    this.person = person
    this.#node = node
    this.#speaker = cluster.node(0).dialect.speaker(person, table.board)
  }

  get n(): number {
    return this.#n
  }

  get isConnected(): boolean {
    return this.#socket?.isOpen ?? false
  }

  /** Nothing of ours waits for an answer. */
  get isSaved(): boolean {
    return this.#kept.length === 0
  }

  async connect(): Promise<void> {
    const node = this.#cluster.node(this.#node)
    const { path, port, headers } = node.seat(this.table.board, this.person)
    const opening = RawSocket.open({ path, port, headers })
    const late = new Promise<null>((done) => setTimeout(() => done(null), CONNECT_MS).unref())
    const socket = await Promise.race([opening.catch(() => null), late])
    if (socket === null) {
      opening.then((tooLate) => tooLate.terminate()).catch(() => undefined)
      this.#comeBack()
      return
    }
    if (this.#isLeaving) {
      socket.terminate()
      return
    }
    this.#socket = socket
    socket.onClose((code) => {
      this.closes.push(code)
      this.#socket = null
      this.#comeBack()
    })
    socket.onFrame((payload, now) => this.#hear(payload, now))
    for (const message of this.#speaker.hello(null)) this.#send(message)
    for (const { message } of this.#kept) this.#send(message)
    if (this.#kept.length > 0) this.#mark()
  }

  #comeBack(): void {
    if (this.#isLeaving) return
    this.#node++
    setTimeout(() => void this.connect(), Math.random() * COME_BACK_MS).unref()
  }

  #hear(payload: Buffer, now: number): void {
    const { edits, saved } = this.#cluster.node(0).dialect.read(payload)
    this.table.ledger.see(this.person, edits)
    for (let i = 0; i < edits.length; i += 2) {
      const person = edits[i] as number
      if (person === this.person) continue
      const fact = person * 1e8 + (edits[i + 1] as number)
      if (this.heard.has(fact)) continue
      this.heard.add(fact)
      if ((edits[i + 1] as number) > (this.#before.get(person) ?? Number.POSITIVE_INFINITY))
        this.#waitsFor.delete(person)
    }
    if (saved >= FIRST_MARK) this.#saved(saved - FIRST_MARK, now)
    if (this.backAt === null && this.#waitsFor.size === 0 && !this.#waitsForAnswer) this.backAt = now
  }

  #saved(upTo: number, now: number): void {
    for (let first = this.#kept[0]; first !== undefined && first.n <= upTo; first = this.#kept[0]) {
      this.#kept.shift()
      this.table.ledger.acknowledge(this.person, first.n)
      this.#acknowledged = first.n
      const madeAt = this.#madeAt.get(first.n) ?? now
      this.#madeAt.delete(first.n)
      this.longestAnswer = Math.max(this.longestAnswer, now - madeAt)
      this.answers++
      if (madeAt >= this.#since) this.#waitsForAnswer = false
    }
  }

  edit(): void {
    const n = ++this.#n
    const message = this.#speaker.edit(`p${this.person}-${n}`, n)
    this.#madeAt.set(n, performance.now())
    this.#kept.push({ n, message })
    this.#send(message)
    this.#mark()
  }

  #mark(): void {
    const mark = this.#speaker.mark(this.#n + FIRST_MARK)
    if (mark !== null) this.#send(mark)
  }

  #send(message: Uint8Array | string): void {
    if (typeof message === 'string') this.#socket?.sendText(message)
    else this.#socket?.send(message)
  }

  /** From now on: when is this person back? That is: an edit made since is acknowledged, and one made since by each other is heard. */
  watch(others: readonly Stayer[]): void {
    this.#since = performance.now()
    this.#waitsForAnswer = true
    this.#before = new Map(others.map((other) => [other.person, other.n]))
    this.#waitsFor = new Set(others.map((other) => other.person).filter((person) => person !== this.person))
    this.backAt = null
  }

  /** Starts the counts of a fault. */
  reset(): void {
    this.longestAnswer = 0
    this.answers = 0
    this.closes.length = 0
  }

  /** The connection breaks from this side. */
  drop(): void {
    this.#socket?.terminate()
  }

  leave(): void {
    this.#isLeaving = true
    this.#socket?.terminate()
  }

  /** For the end: how many of the others' edits never came. */
  missing(all: readonly Stayer[]): number {
    let count = 0
    for (const other of all)
      if (other.person !== this.person)
        for (let n = 1; n <= other.#acknowledged; n++) if (!this.heard.has(other.person * 1e8 + n)) count++
    return count
  }
}
