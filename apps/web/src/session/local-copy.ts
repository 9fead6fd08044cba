import { furtherReach, type Reach } from '@second-story/protocol'
import * as Y from 'yjs'
import { type CopyRow, type CopyRows, openRows } from './copy-rows.ts'
import { type Pulse, pagePulse } from './pulse.ts'

/** Rows beyond which they are folded into one. */
const FOLD_AT = 400
/** What could not be written is tried again after this long. */
const AGAIN_AFTER_MS = 5_000
const SYNCED = 'synced'

/** `none`: this browser keeps nothing here · `failing`: it did, and refuses now (a full disk) */
export type CopyState = 'keeping' | 'none' | 'failing'

export interface CopyParts {
  /** null: keep nothing */
  readonly open: (name: string) => Promise<CopyRows | null>
  readonly pulse: Pulse
}

const PAGE: CopyParts = { open: openRows, pulse: pagePulse }

/**
 * This browser's copy of one document, so that an edit made offline arrives later. It never throws: a browser that
 * keeps nothing leaves the board working, and `state` says so.
 */
export class LocalCopy {
  readonly #doc: Y.Doc
  #rows: CopyRows | null
  readonly #pulse: Pulse
  readonly #heard = new Set<() => void>()
  #waiting: CopyRow[] = []
  /** how far in the layer's log the document has come, as far as this is known */
  #reach: Reach | null = null
  /** the same, and not written yet; what it stands for waits before it, or is written */
  #waitingReach: Reach | null = null
  #writing: Promise<void> | null = null
  #state: CopyState
  #syncedAt: number | null = null
  #isClosed = false
  #again: () => void = () => {}

  private constructor(doc: Y.Doc, rows: CopyRows | null, pulse: Pulse) {
    this.#doc = doc
    this.#rows = rows
    this.#pulse = pulse
    this.#state = rows ? 'keeping' : 'none'
  }

  /** Opens the copy and loads it into `doc`; what changes from then on is kept. */
  static async open(name: string, doc: Y.Doc, parts: CopyParts = PAGE): Promise<LocalCopy> {
    const rows = await parts.open(name).catch(() => null)
    const copy = new LocalCopy(doc, rows, parts.pulse)
    if (rows) await copy.#load(rows)
    doc.on('update', copy.#changed)
    return copy
  }

  /** Keeps nothing: a board that is marked sensitive. */
  static nowhere(doc: Y.Doc): LocalCopy {
    return new LocalCopy(doc, null, pagePulse)
  }

  get state(): CopyState {
    return this.#state
  }

  /** When everything of the server's was here last, wall ms; null when never. */
  get syncedAt(): number | null {
    return this.#syncedAt
  }

  /** How far in the layer's log the document has come: what was kept, until `reached` says more. */
  get reach(): Reach | null {
    return this.#reach
  }

  /** The document has come so far: kept together with, or after, what it took in until now. */
  reached(reach: Reach): void {
    this.#reach = furtherReach(this.#reach, reach)
    if (!this.#rows || this.#isClosed) return
    this.#waitingReach = this.#reach
    this.#write()
  }

  /** Keeps an update as it came, which the document took in while nobody heard of it. */
  keep(row: CopyRow): void {
    if (!this.#rows || this.#isClosed) return
    this.#waiting.push(row)
    this.#write()
  }

  /** Is this the origin of what the copy brought? */
  isOrigin(origin: unknown): boolean {
    return origin === this
  }

  /** Hears when `state` changes; returns its own undo. */
  subscribe(heard: () => void): () => void {
    this.#heard.add(heard)
    return () => this.#heard.delete(heard)
  }

  /** The document holds all that the server has, now. */
  synced(): void {
    if (!this.#rows || this.#isClosed) return
    this.#syncedAt = this.#pulse.wall()
    this.#rows.remember(SYNCED, this.#syncedAt).catch(() => {
      // the next opening asks for a little more than it had to
    })
  }

  /** Resolves when all is written, or it is clear that it cannot be; true: all of it is kept. */
  async flush(): Promise<boolean> {
    if (!this.#rows) return false
    while (this.#writing) await this.#writing
    // once more: what was under way may have failed, or left out what came meanwhile
    this.#write()
    while (this.#writing) await this.#writing
    return !this.#hasMore
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#doc.off('update', this.#changed)
    this.#again()
    await this.flush()
    this.#isClosed = true
    this.#rows?.close()
  }

  /** The same for a document that stays open: from now on this browser keeps nothing of it. */
  letGo(): void {
    this.drop()
    this.#rows = null
    this.#to('none')
  }

  /** Keeps nothing more, and does not wait for what was being written: it is about to be deleted. */
  drop(): void {
    this.#doc.off('update', this.#changed)
    this.#again()
    this.#isClosed = true
    this.#waiting = []
    this.#waitingReach = null
    this.#rows?.close()
  }

  #changed = (update: Uint8Array, origin: unknown): void => {
    if (origin === this || !this.#rows || this.#isClosed) return
    this.#waiting.push(update)
    this.#write()
  }

  get #hasMore(): boolean {
    return this.#waiting.length > 0 || this.#waitingReach !== null
  }

  async #load(rows: CopyRows): Promise<void> {
    try {
      const [kept, syncedAt] = await Promise.all([rows.all(), rows.recall(SYNCED)])
      const isWhole = this.#take(kept.rows)
      const { pendingStructs, pendingDs } = this.#doc.store
      // of what was bent the server has to say all again
      if (isWhole && !pendingStructs && !pendingDs) this.#reach = kept.reach
      if (typeof syncedAt === 'number') this.#syncedAt = syncedAt
    } catch {
      this.#to('failing')
    }
  }

  /** False when not all of them could be read. */
  #take(rows: readonly CopyRow[]): boolean {
    let isWhole = true
    this.#doc.transact(() => {
      for (const row of rows) {
        try {
          if (row instanceof Uint8Array) Y.applyUpdate(this.#doc, row, this)
          else Y.applyUpdateV2(this.#doc, row.v2, this)
        } catch {
          // a row that the disk has bent: the others still hold, and the server has what was saved of it
          isWhole = false
        }
      }
    }, this)
    return isWhole
  }

  #write(): void {
    if (this.#writing || !this.#rows || this.#isClosed || !this.#hasMore) return
    this.#writing = this.#append(this.#rows).finally(() => {
      this.#writing = null
      // more came while this was written
      if (this.#state === 'keeping') this.#write()
    })
  }

  async #append(rows: CopyRows): Promise<void> {
    const [batch, reach] = [this.#waiting, this.#waitingReach]
    this.#waiting = []
    this.#waitingReach = null
    try {
      const count = await rows.append(batch, reach)
      this.#to('keeping')
      if (count > FOLD_AT) await this.#fold(rows)
    } catch {
      this.#waiting = [...batch, ...this.#waiting]
      this.#waitingReach ??= reach
      this.#to('failing')
      this.#again()
      this.#again = this.#pulse.after(AGAIN_AFTER_MS, () => this.#write())
    }
  }

  async #fold(rows: CopyRows): Promise<void> {
    try {
      // rows of another tab are read before they go: what it wrote offline is kept in the one
      await rows.fold((all) => {
        this.#take(all)
        return { row: Y.encodeStateAsUpdate(this.#doc), reach: this.#reach }
      })
    } catch {
      // all rows are still there; the next write tries again
    }
  }

  #to(state: CopyState): void {
    // what was being written when the copy was let go of comes too late to say anything
    if (state === this.#state || (this.#rows === null && state !== 'none')) return
    this.#state = state
    for (const heard of [...this.#heard]) heard()
  }
}
