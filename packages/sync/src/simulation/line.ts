import type { Reach } from '@second-story/protocol'
import { BACKLOG, Backlog, type Kind } from '../room/backlog.ts'
import { Broken } from './broken.ts'

/** What a client sends; the opening and the end take their time like everything else. */
export type Up = 'open' | 'close' | Uint8Array

/** What a server sends, or the code that it closes with. */
export type Down = { readonly bytes: Uint8Array; readonly kind: Kind } | { readonly code: number }

/** A world is small: each byte that waits counts for so many, that a slow reader may meet the bounds of rule 8. */
const SCALE: Readonly<Record<Kind, number>> = { opening: 64, edits: 512, presence: 64 }

/** Broken by the network: neither end said so. */
export const BROKEN_OFF = 1006

/**
 * One connection: in order each way, nothing lost in the middle, as TCP has it. Either end may be gone without the other
 * knowing.
 */
export class Line {
  readonly id: number
  readonly tab: number
  readonly node: number
  /** the client believes in it */
  isHeld = true
  /** the server believes in it */
  isServed = false
  /** the client is told, before anything else, that some of what it sent was not taken: it begins anew */
  isRefused = false
  /** how far the client says that it has come */
  since: Reach | null = null
  up: Up[] = ['open']
  down: Down[] = []
  readonly #backlog = new Backlog()

  constructor(id: number, tab: number, node: number) {
    this.id = id
    this.tab = tab
    this.node = node
  }

  get #waiting(): number {
    return sizeOf(this.down)
  }

  /** Gives a message to the socket, as far as rule 8 allows; false when the connection is to be closed. */
  send(bytes: Uint8Array, kind: Kind): 'send' | 'drop' | 'close' {
    const verdict = this.#backlog.give(kind, bytes.length * SCALE[kind], this.#waiting)
    if (verdict === 'send') this.down.push({ bytes, kind })
    this.#checkBacklog()
    return verdict
  }

  /** Beside what it asked for, at most a megabyte and one message wait for anybody. */
  #checkBacklog(): void {
    const opening = this.down.findLastIndex((item) => 'kind' in item && item.kind === 'opening')
    const beside = this.down.slice(opening + 1, -1)
    if (sizeOf(beside) > BACKLOG.editBytes) throw new Broken('too much waits for a slow reader')
    const presence = this.down
      .slice(opening + 1)
      .findLastIndex((item) => 'kind' in item && item.kind === 'presence')
    if (sizeOf(beside.slice(0, Math.max(0, presence))) > BACKLOG.presenceBytes)
      throw new Broken('presence waits for a slow reader')
  }

  /** True once when presence was left out and there is room again. */
  hasRecovered(): boolean {
    return this.#backlog.hasRecovered(this.#waiting)
  }

  /** The server's end is gone: what it sent may still arrive, or a part of it. */
  serverGone(keep: number, isSilent: boolean, code = BROKEN_OFF): void {
    this.isServed = false
    this.up = []
    this.down = this.down.slice(0, keep)
    if (!isSilent) this.down.push({ code })
  }

  /** The client's end is gone: what it sent may still arrive, or a part of it; and the server hears of it, or not. */
  clientGone(keep: number, isSilent: boolean): void {
    this.isHeld = false
    this.up = this.up.slice(0, keep)
    if (!isSilent) this.up.push('close')
  }
}

function sizeOf(items: readonly Down[]): number {
  return items.reduce((sum, item) => sum + ('bytes' in item ? item.bytes.length * SCALE[item.kind] : 0), 0)
}
