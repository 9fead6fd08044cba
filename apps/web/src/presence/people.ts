import type { ItemId } from '@second-story/board'
import type { PresenceAsk, PresenceInk, PresenceWhere, Role } from '@second-story/protocol'
import { Cell } from '../session/cell.ts'

export interface CursorPoint {
  readonly x: number
  readonly y: number
}

/** What one browser may tell the others; identity is the server's word. */
export interface Shown {
  readonly cursor?: CursorPoint | null
  /** only ids of what is common */
  readonly selection?: readonly ItemId[]
  readonly viewport?: {
    readonly x: number
    readonly y: number
    readonly zoom: number
    readonly w: number
    readonly h: number
  }
  /** where held things are while a drag lasts: absolute canvas units */
  readonly drag?:
    | readonly {
        readonly id: ItemId
        readonly x: number
        readonly y: number
        readonly w?: number
        readonly h?: number
      }[]
    | null
  /** the line being drawn, or the laser; never of what only this person sees */
  readonly ink?: PresenceInk | null
  /** the item whose words are being typed */
  readonly typing?: ItemId | null
  /** the account this person follows */
  readonly follows?: string | null
  /** the event that the facilitator, deputy or owner stands on */
  readonly walking?: ItemId | null
  /** the view in front, and the thing or the section of the record that is looked at there */
  readonly where?: PresenceWhere | null
  /** everybody is asked to come here; only of who may lead */
  readonly asks?: PresenceAsk | null
}

/** Somebody on the board now, once however many tabs they have open: as the tab shows them that they used last. */
export interface Person extends Shown {
  /** the connection that they used last */
  readonly key: number
  /** this very person, in another tab or on another machine */
  readonly isMe: boolean
  readonly account: string
  readonly name: string
  /** 1 to 6: `--who-n` */
  readonly colour: number
  readonly role: Role
}

/**
 * Who else is here. `list` changes when somebody comes, goes, selects, walks or follows (React reads it);
 * `moves` fires at most once a frame for cursors and drags, which bypass React.
 */
export class People {
  readonly list = new Cell<readonly Person[]>([])
  readonly #moved = new Set<(people: readonly Person[]) => void>()
  readonly #show: (shown: Shown) => void
  #all: readonly Person[] = []

  constructor(show: (shown: Shown) => void) {
    this.#show = show
  }

  /** Everybody else, with their newest cursor and drag. */
  get all(): readonly Person[] {
    return this.#all
  }

  /** Merges into what this browser shows others. */
  show(shown: Shown): void {
    this.#show(shown)
  }

  onMove(heard: (people: readonly Person[]) => void): () => void {
    this.#moved.add(heard)
    return () => this.#moved.delete(heard)
  }

  /** The connection's word on who is here; `slow` when more than cursors and drags changed. */
  receive(people: readonly Person[], slow: boolean): void {
    this.#all = people
    if (slow) this.list.set(people)
    for (const heard of [...this.#moved]) heard(people)
  }

  /**
   * Cursors that moved, by connection, and nothing else: no list is made, React hears nothing. Those of connections that
   * show no cursor are left alone.
   */
  move(cursors: ReadonlyMap<number, CursorPoint>): void {
    let moved = false
    for (const person of this.#all) {
      const to = person.cursor ? cursors.get(person.key) : undefined
      if (!to) continue
      // in place: two hundred people at thirty a second make no garbage
      ;(person as { cursor?: CursorPoint }).cursor = to
      moved = true
    }
    if (moved) for (const heard of [...this.#moved]) heard(this.#all)
  }
}
