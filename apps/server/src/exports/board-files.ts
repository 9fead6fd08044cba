import { BoardReader } from '../boards/board-reader.ts'
import type { Asking } from '../http/env.ts'
import type { Parts } from '../parts.ts'
import { fileAnswer, isKnown, unchanged } from './file-answer.ts'
import { KeptFiles } from './kept-files.ts'
import type { FileWish } from './write-file.ts'

/** of all boards together: some hundred small pictures, or some thirty records with their fonts */
const KEPT_BYTES = 32_000_000

/** What leaves boards: written on another thread, once for each state of a board. Nothing private. */
export class BoardFiles {
  readonly #aside: Parts['aside']
  readonly #reader: BoardReader
  readonly #kept = new KeptFiles(KEPT_BYTES)

  constructor({ rooms, aside }: Pick<Parts, 'rooms' | 'aside'>) {
    this.#aside = aside
    this.#reader = new BoardReader(rooms)
  }

  async answer(c: Asking, board: string, type: string, wish: FileWish): Promise<Response> {
    const key = keyOf(board, await this.#reader.stateInCommon(board), wish)
    const etag = this.#kept.etagOf(key)
    if (etag !== undefined && isKnown(c, etag)) return unchanged(c, etag)
    const file = await this.#kept.get(key, async () => {
      const { state, layers } = await this.#reader.inCommon(board)
      const file = await this.#aside.run('file', { id: board, layers, wish })
      return { key: keyOf(board, state, wish), file }
    })
    return fileAnswer(c, type, file)
  }
}

function keyOf(board: string, state: string, wish: FileWish): string {
  return `${board} ${state} ${JSON.stringify(wish)}`
}
