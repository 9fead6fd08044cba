/** What a message to a client is: which of them a slow reader can do without. */
export type Kind = 'opening' | 'edits' | 'presence'

/** Bytes that may wait for one client (SPEC.md rule 8). */
export const BACKLOG = {
  /** above this presence is left out */
  presenceBytes: 64 * 1024,
  /** above this, beside what it asked for at the opening, the connection closes 4513 and begins anew */
  editBytes: 1024 * 1024,
  /** above this whatever it is: who asks for a layer again and again and does not read fills the memory */
  totalBytes: 48 * 1024 * 1024,
} as const

/**
 * How one reader keeps up (SPEC.md rule 8): presence is dropped first; past a megabyte of edits the connection closes. What
 * brings a layer at the opening may take as long as the line needs.
 */
export class Backlog {
  /** bytes that were given to the line so far */
  #given = 0
  /** how far the last opening reaches in them */
  #openingEnds = 0
  #hasMissedPresence = false

  /** What to do with a message of so many bytes, when `waiting` bytes given before it have not left yet. */
  give(kind: Kind, bytes: number, waiting: number): 'send' | 'drop' | 'close' {
    const beside = Math.min(waiting, this.#given - this.#openingEnds)
    if (kind === 'presence' && beside > BACKLOG.presenceBytes) {
      this.#hasMissedPresence = true
      return 'drop'
    }
    if (beside > BACKLOG.editBytes || waiting > BACKLOG.totalBytes) return 'close'
    this.#given += bytes
    if (kind === 'opening') this.#openingEnds = this.#given
    return 'send'
  }

  /** True once when presence was left out and there is room again: then everybody is told anew. */
  hasRecovered(waiting: number): boolean {
    if (!this.#hasMissedPresence || waiting > BACKLOG.presenceBytes / 2) return false
    this.#hasMissedPresence = false
    return true
  }
}
