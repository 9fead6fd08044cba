import type { Random } from '@second-story/std'
import { type Found, findOn } from '../load/find.ts'
import { Member } from '../load/member.ts'
import type { OurServer } from '../servers/our-server.ts'
import type { Board, SyncServer } from '../servers/sync-server.ts'
import { Ledger } from './ledger.ts'

const EVERY_MS = 4
const BURST_AT_MOST = 8
/** how often a burst asks to be told when it is on disk */
const MARKED = 0.5

/** What a crew tells while it works. */
export interface Listening {
  /** something was acknowledged */
  onSaved?(): void
  /** somebody saw another's edit */
  onSeen?(): void
}

/** Some people on one board who write at random, and remember what the board owes them. */
export class Crew {
  readonly board: Board
  readonly ledger = new Ledger()
  readonly #people: number
  readonly #random: Random
  /** per person, the last edit made in any session */
  readonly #n: number[]
  #members: Member[] = []
  #timer: NodeJS.Timeout | null = null
  sent = 0

  constructor(board: Board, people: number, random: Random) {
    this.board = board
    this.#people = people
    this.#random = random
    this.#n = Array<number>(people).fill(0)
  }

  /** Everybody connects anew, under clients of their own for this session. */
  async join(server: SyncServer, session: number, listening: Listening = {}): Promise<void> {
    this.#members = await Promise.all(
      this.#n.map((_, person) => Member.open(server, this.board, person, null, session)),
    )
    await Promise.all(this.#members.map((member) => member.synced))
    for (const member of this.#members) this.#listen(member, listening)
  }

  #listen(member: Member, { onSaved, onSeen }: Listening): void {
    const { person } = member
    const marks = new Map<number, number>()
    this.#marks.set(member, marks)
    member.onHeard((heard) => {
      if (heard.edits.length > 0) {
        this.ledger.see(person, heard.edits)
        onSeen?.()
      }
      if (heard.saved === 0) return
      for (const [mark, n] of marks) {
        if (mark > heard.saved) break
        marks.delete(mark)
        for (let k = this.#acknowledged(member) + 1; k <= n; k++) this.ledger.acknowledge(person, k)
        this.#upTo.set(member, n)
        onSaved?.()
      }
    })
    this.#upTo.set(member, this.#n[person] ?? 0)
  }

  /** per connection: its marks under way with the last edit before each, and the last edit that is acknowledged */
  readonly #marks = new WeakMap<Member, Map<number, number>>()
  readonly #upTo = new WeakMap<Member, number>()

  #acknowledged(member: Member): number {
    return this.#upTo.get(member) ?? 0
  }

  /** Everybody writes until `leave`. */
  work(): void {
    let mark = 10
    this.#timer = setInterval(() => {
      for (const member of this.#members) {
        if (this.#random() < 0.4) continue
        const count = 1 + Math.floor(this.#random() * BURST_AT_MOST)
        for (let i = 0; i < count; i++) this.#edit(member)
        if (this.#random() >= MARKED) continue
        const message = member.speaker.mark(++mark)
        this.#marks.get(member)?.set(mark, this.#n[member.person] ?? 0)
        if (message !== null) member.send(message)
      }
    }, EVERY_MS)
  }

  #edit(member: Member): void {
    const n = (this.#n[member.person] ?? 0) + 1
    this.#n[member.person] = n
    this.sent++
    member.send(member.speaker.edit(`p${member.person}-${n}`, n))
  }

  /** How many connections the server itself closed. */
  get refused(): number {
    return this.#members.filter((member) => (member.closedWith ?? 0) >= 4000).length
  }

  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  leave(): void {
    this.rest()
    for (const member of this.#members) member.close()
    this.#members = []
  }

  /** What a newcomer finds on the board. */
  find(server: OurServer): Promise<Found> {
    return findOn(server, this.board.name, this.#people)
  }
}
