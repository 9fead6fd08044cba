import { copyName, registerCopy } from '../session/copy-names.ts'
import { type CopyRows, openRows } from '../session/copy-rows.ts'
import type { Waiting } from './waiting.ts'

const WAITING = 'waiting'
const DRAFTS = 'drafts'

/**
 * What somebody wrote beside a board and that is not on the server: kept in this browser by account and board, under a name that
 * goes when the board's copies go. In memory alone where the board asks that nothing be kept.
 */
export class KeptWords {
  readonly #name: string
  readonly #keeps: () => boolean
  #rows: Promise<CopyRows | null> | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #drafts = new Map<string, string>()

  constructor(account: string, board: string, keeps: () => boolean) {
    this.#name = copyName(account, board, 'comments')
    this.#keeps = keeps
  }

  /** What waited when the page was closed. */
  async load(): Promise<readonly Waiting[]> {
    const rows = await this.#open()
    if (!rows) return []
    try {
      const drafts = await rows.recall(DRAFTS)
      if (isPlain(drafts))
        for (const [key, text] of Object.entries(drafts))
          if (typeof text === 'string' && !this.#drafts.has(key)) this.#drafts.set(key, text)
      const waiting = await rows.recall(WAITING)
      return isPlain(waiting) ? Object.values(waiting).filter(isWaiting) : []
    } catch {
      return []
    }
  }

  put(one: Waiting): void {
    this.#change(WAITING, (all) => ({ ...all, [one.id]: one }))
  }

  drop(id: string): void {
    this.#change(WAITING, ({ [id]: _, ...rest }) => rest)
  }

  /** Words begun and not sent, by where they are written. */
  draft(key: string): string {
    return this.#drafts.get(key) ?? ''
  }

  keepDraft(key: string, text: string): void {
    if (text === this.draft(key)) return
    if (text.trim() === '') this.#drafts.delete(key)
    else this.#drafts.set(key, text)
    this.#change(DRAFTS, ({ [key]: _, ...rest }) => (text.trim() === '' ? rest : { ...rest, [key]: text }))
  }

  // one after the other, each upon what is there: another tab keeps its own beside ours
  #change(key: string, change: (all: Record<string, unknown>) => Record<string, unknown>): void {
    this.#turn = this.#turn.then(async () => {
      try {
        const rows = await this.#open()
        const all = await rows?.recall(key)
        await rows?.remember(key, change(isPlain(all) ? all : {}))
      } catch {
        // a browser that keeps nothing: it is in memory while the page is open
      }
    })
  }

  #open(): Promise<CopyRows | null> {
    if (!this.#keeps()) return Promise.resolve(null)
    registerCopy(this.#name)
    this.#rows ??= openRows(this.#name)
    return this.#rows
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWaiting(value: unknown): value is Waiting {
  return isPlain(value) && typeof value.id === 'string' && typeof value.text === 'string' && 'thread' in value
}
