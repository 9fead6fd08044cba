import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import { DeleteSet } from '../update/delete-set.ts'

/** A delete set as bytes, and how it is read when it must be. */
export interface UnreadDeletions {
  readonly bytes: Uint8Array
  read(): DeleteSet
}

/**
 * Everything on disk that is deleted. A snapshot of a long history has a hundred thousand ranges, which nobody may ask for: they
 * are read when the first question comes, and what is added before is kept beside them.
 */
export class Deletions {
  #unread: UnreadDeletions | null = null
  #set = new DeleteSet()

  /** Takes what a snapshot deletes; a later one deletes all that an earlier one does. */
  addUnread(deletions: UnreadDeletions): void {
    this.#unread = deletions
  }

  add(deleted: DeleteSet): void {
    this.#set.merge(deleted)
  }

  covers(client: number, clock: number, length: number): boolean {
    return this.#set.covers(client, clock, length) || this.#all.covers(client, clock, length)
  }

  get #all(): DeleteSet {
    if (this.#unread === null) return this.#set
    const set = this.#unread.read()
    set.merge(this.#set)
    this.#unread = null
    this.#set = set
    return set
  }

  /** An update that holds them and nothing else. */
  asUpdate(): Uint8Array {
    const encoder = createEncoder()
    writeVarUint(encoder, 0)
    if (this.#unread !== null && this.#set.isEmpty) writeUint8Array(encoder, this.#unread.bytes)
    else this.#all.write(encoder)
    return toUint8Array(encoder)
  }
}
