import {
  answerIn,
  beginThread,
  type Comment,
  CommentRefused,
  type CommentWriter,
  commentIn,
  lastKnown,
  type Pinned,
  readConduct,
  removeComment,
  resolveThread,
  reword,
} from '@second-story/board'
import { type commentBody, type commentPatchBody, mayComment, mayFacilitate } from '@second-story/protocol'
import type { Clock } from '@second-story/std'
import type * as Y from 'yjs'
import type { z } from 'zod'
import type { Seat } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Caller } from '../rooms/access.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Mentions } from './mentions.ts'

type ToWrite = z.output<typeof commentBody>
type ToChange = z.output<typeof commentPatchBody>

/** Who asks, and where. */
export interface Talking {
  readonly seat: Seat
  readonly caller: Caller
  /** the caller's name now */
  readonly name: string
  /** whom one may speak to here */
  readonly people: ReadonlySet<string>
}

const COMMON = { kind: 'common' } as const
const CONDUCT = { kind: 'conduct' } as const

/**
 * What people say beside the board, written by the server's hand: who said it and when is the session's word. Whether somebody may
 * is asked in the same moment in which it is written.
 */
export class Comments {
  readonly #rooms: Rooms
  readonly #clock: Clock
  readonly #mentions: Mentions

  constructor(rooms: Rooms, clock: Clock, mentions: Mentions) {
    this.#rooms = rooms
    this.#clock = clock
    this.#mentions = mentions
  }

  /** Oldest first. */
  all(board: string): Promise<Comment[]> {
    return this.#rooms.read(board, CONDUCT, (doc) => {
      const all = [...doc.getMap('items').keys()].flatMap((id) => commentIn(doc, id) ?? [])
      return all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    })
  }

  async write(body: ToWrite, who: Talking): Promise<Comment> {
    const { board } = who.seat
    const mentions = body.mentions.filter((account) => who.people.has(account))
    const words = { id: body.id, text: body.text, mentions: [...new Set(mentions)] }
    const on = await this.#on(body, board.id)
    const written = await this.#change(who, (doc, writer, now) => {
      if ('thread' in body) return answerIn(doc, { ...words, thread: body.thread }, writer, now, on)
      if (!on) throw new Problem('nothing-there')
      return beginThread(doc, words, on, writer, now)
    })
    await this.#tell(written, who)
    return written
  }

  async change(id: string, body: ToChange, who: Talking): Promise<Comment> {
    if ('resolved' in body)
      return this.#change(who, (doc, writer, now) => resolveThread(doc, id, body.resolved, writer, now))
    const mentions = [...new Set(body.mentions.filter((account) => who.people.has(account)))]
    let before: readonly string[] = []
    const changed = await this.#change(who, (doc, writer, now) => {
      before = commentIn(doc, id)?.mentions ?? []
      return reword(doc, id, { text: body.text, mentions }, writer, now)
    })
    await this.#tell(changed, who, before)
    return changed
  }

  /** One's own words always, whether or not one may write others. */
  async remove(id: string, who: Talking): Promise<void> {
    const board = who.seat.board.id
    await this.#rooms.write(board, CONDUCT, (doc) => told(() => removeComment(doc, id, writerOf(who))))
    await this.#mentions.takenBack(board, id)
  }

  /** What a thread is about, as it is known now: of what everybody sees alone. */
  async #on(body: ToWrite, board: string): Promise<Pinned | null> {
    const on = 'thread' in body ? { item: await this.#itemOf(body.thread, board) } : body.on
    if ('place' in on) return { item: null, name: '', place: on.place }
    const { item } = on
    return item === null ? null : this.#rooms.read(board, COMMON, (doc) => lastKnown(doc, item))
  }

  #itemOf(thread: string, board: string): Promise<string | null> {
    return this.#rooms.read(board, CONDUCT, (doc) => commentIn(doc, thread)?.on?.item ?? null)
  }

  #change(
    who: Talking,
    change: (doc: Y.Doc, writer: CommentWriter, now: number) => Comment,
  ): Promise<Comment> {
    const { board, role } = who.seat
    return this.#rooms.write(board.id, CONDUCT, (doc) => {
      const { observersComment } = readConduct(doc.getMap('meta'))
      if (!mayComment(role, observersComment)) throw new Problem('observers-silent')
      return told(() => change(doc, writerOf(who), this.#clock.now()))
    })
  }

  async #tell(comment: Comment, { seat, caller }: Talking, before: readonly string[] = []): Promise<void> {
    const fresh = comment.mentions.filter((one) => one !== caller.account && !before.includes(one))
    await this.#mentions.told(seat.board.id, comment.id, fresh)
  }
}

function writerOf({ caller, name, seat }: Talking): CommentWriter {
  return { account: caller.account, name, isHost: mayFacilitate(seat.role) }
}

/** What the board refuses, in the words of a problem. */
function told<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CommentRefused)) throw error
    if (error.why === 'no-words') throw new Problem('bad-value', 'A comment needs a word or two.')
    throw new Problem(error.why)
  }
}
