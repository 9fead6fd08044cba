import type { Comment, Pinned } from '@second-story/board'
import { mayComment } from '@second-story/protocol'
import { getMentions } from '../api/comments.ts'
import type { BoardSession } from '../session/board-session.ts'
import { Cell } from '../session/cell.ts'
import { toast } from '../ui/toast.ts'
import { type CommentLine, commentLine } from './comment-line.ts'
import { KeptWords } from './kept-words.ts'
import { isForGood, type Waiting } from './waiting.ts'
import { say } from './words.ts'

const AGAIN_MS = [2_000, 5_000, 15_000, 30_000] as const

/** What this person says beside the board: written here at once, on its way to the server until the board shows it. */
export class Talk {
  /** written here, and not on the board yet; oldest first */
  readonly waiting = new Cell<readonly Waiting[]>([])
  /** ids of comments that speak to me and that I have not seen */
  readonly unseen = new Cell<ReadonlySet<string>>(new Set())
  readonly kept: KeptWords
  readonly #session: BoardSession
  readonly #line: CommentLine
  readonly #sent = new Set<string>()
  readonly #known = new Set<string>()
  #isSending = false
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #isAwake = false

  constructor(session: BoardSession) {
    this.#session = session
    this.#line = commentLine(session)
    this.kept = new KeptWords(session.me.get().account, session.board, () => session.copy.get() !== 'off')
  }

  /** From now on it hears the board and sends what waits; returns its own undo. */
  wake(): () => void {
    const session = this.#session
    this.#isAwake = true
    for (const id of session.live.snapshot.comments.keys()) this.#known.add(id)
    void this.kept.load().then((waiting) => {
      const here = new Set(this.waiting.get().map(({ id }) => id))
      this.waiting.set([...waiting.filter(({ id }) => !here.has(id)), ...this.waiting.get()].sort(byTime))
      this.#arrived()
      void this.#send()
    })
    this.#ask()
    const stops = [
      session.live.subscribe(() => this.#arrived()),
      session.saved.subscribe(() => {
        const { state } = session.saved.get()
        if (state === 'saved' || state === 'saving') void this.#send()
      }),
    ]
    return () => {
      this.#isAwake = false
      clearTimeout(this.#timer)
      for (const stop of stops) stop()
    }
  }

  /** Begins a thread; gives its id. */
  begin(on: Pinned, text: string, mentions: readonly string[]): string {
    const id = this.#session.makeId()
    this.#write({ id, thread: id, on, text, mentions, at: this.#session.now(), refused: null })
    return id
  }

  answer(thread: string, text: string, mentions: readonly string[]): void {
    const id = this.#session.makeId()
    this.#write({ id, thread, on: null, text, mentions, at: this.#session.now(), refused: null })
  }

  reword(id: string, text: string, mentions: readonly string[]): Promise<boolean> {
    return told(this.#line.reword(id, text, mentions))
  }

  resolve(thread: string, resolved: boolean): Promise<boolean> {
    return told(this.#line.resolve(thread, resolved))
  }

  remove(id: string): Promise<boolean> {
    return told(this.#line.remove(id))
  }

  /** These were in sight. */
  seen(ids: Iterable<string>): void {
    const rest = new Set(this.unseen.get())
    const now = [...ids].filter((id) => rest.delete(id))
    if (now.length === 0) return
    this.unseen.set(rest)
    for (const id of now) void this.#line.seen(id).catch(() => undefined)
  }

  /** Once more, for what the server did not have. */
  tryAgain(id: string): void {
    this.#replace(id, (one) => ({ ...one, refused: null }))
    void this.#send()
  }

  /** Its words are let go for good. */
  drop(id: string): void {
    this.kept.drop(id)
    this.waiting.set(this.waiting.get().filter((one) => one.id !== id))
  }

  #write(one: Waiting): void {
    this.waiting.set([...this.waiting.get(), one])
    this.kept.put(one)
    void this.#send()
  }

  #replace(id: string, change: (one: Waiting) => Waiting): void {
    this.waiting.set(
      this.waiting.get().map((one) => {
        if (one.id !== id) return one
        const next = change(one)
        this.kept.put(next)
        return next
      }),
    )
  }

  /** One after the other, in the order in which they were written: an answer follows what it answers. */
  async #send(): Promise<void> {
    if (this.#isSending || !this.#isAwake) return
    this.#isSending = true
    clearTimeout(this.#timer)
    try {
      for (;;) {
        const next = this.waiting.get().find(({ id, refused }) => refused === null && !this.#sent.has(id))
        if (!next || !this.#isAwake) return
        await this.#line.write(next)
        this.#sent.add(next.id)
        this.#tries = 0
        this.#arrived()
      }
    } catch (error) {
      this.#failed(error)
    } finally {
      this.#isSending = false
    }
  }

  #failed(error: unknown): void {
    const { state } = this.#session.saved.get()
    const isBehind = state !== 'saved' || this.#tries < 2
    const first = this.waiting.get().find(({ id, refused }) => refused === null && !this.#sent.has(id))
    const wait = AGAIN_MS[Math.min(this.#tries++, AGAIN_MS.length - 1)]
    if (first && isForGood(error, isBehind)) {
      this.#tries = 0
      this.#replace(first.id, (one) => ({ ...one, refused: (error as Error).message }))
      this.#timer = setTimeout(() => void this.#send(), 0)
    } else this.#timer = setTimeout(() => void this.#send(), wait)
  }

  /** The board shows them: they wait no longer. And what came speaks to me, perhaps. */
  #arrived(): void {
    const { comments } = this.#session.live.snapshot
    const left = this.waiting.get().filter(({ id }) => !comments.has(id))
    if (left.length < this.waiting.get().length) {
      for (const { id } of this.waiting.get()) if (comments.has(id)) this.kept.drop(id)
      this.waiting.set(left)
    }
    if (comments.size === this.#known.size) return
    const me = this.#session.me.get().account
    const fresh: Comment[] = []
    for (const [id, one] of comments) {
      if (this.#known.has(id)) continue
      this.#known.add(id)
      if (this.#session.ready.get() && one.author !== me && one.mentions.includes(me)) fresh.push(one)
    }
    if (fresh.length > 0) this.unseen.set(new Set([...this.unseen.get(), ...fresh.map(({ id }) => id)]))
  }

  #ask(): void {
    if (this.#session.sample !== null) return
    void getMentions(this.#session.board)
      .then((mentions) => {
        if (mentions.length > 0) this.unseen.set(new Set([...this.unseen.get(), ...mentions]))
      })
      // without the server nobody knows; they are asked for at the next opening
      .catch(() => undefined)
  }
}

function byTime(a: Waiting, b: Waiting): number {
  return a.at - b.at
}

/** True when it was done; why not is told. */
async function told(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    toast((error as Error).message || say.failed, { tone: 'error' })
    return false
  }
}

const talks = new WeakMap<BoardSession, Talk>()

/** The one talk of an open board. */
export function talkOf(session: BoardSession): Talk {
  const known = talks.get(session)
  if (known) return known
  const made = new Talk(session)
  talks.set(session, made)
  return made
}

/** May this person comment here now? */
export function mayTalk(session: BoardSession): boolean {
  if (session.saved.get().state === 'stopped' || session.live.snapshot.newer) return false
  return mayComment(session.me.get().role, session.live.snapshot.conduct.observersComment)
}
