import { BoardReader } from '../boards/board-reader.ts'
import type { Asking } from '../http/env.ts'
import { Images } from '../images/images.ts'
import type { BoardBytes } from '../off-thread/board-bytes.ts'
import type { Parts } from '../parts.ts'
import type { Embedded } from './embedded.ts'
import { fileAnswer, isKnown, unchanged } from './file-answer.ts'
import { KeptFiles } from './kept-files.ts'
import { type FileWish, showsPictures } from './write-file.ts'

/** of all boards together: some hundred small pictures, or some thirty records with their fonts */
const KEPT_BYTES = 32_000_000

/** pixels across of a picture in a drawing: on paper, and twice as large as on most screens */
const LOOKED_AT = 1280

/** What leaves boards: written on another thread, once for each state of a board. Nothing private. */
export class BoardFiles {
  readonly #aside: Parts['aside']
  readonly #images: Images
  readonly #reader: BoardReader
  readonly #kept = new KeptFiles(KEPT_BYTES)

  constructor(parts: Pick<Parts, 'tables' | 'rooms' | 'aside' | 'clock' | 'makeId'>) {
    const { rooms, aside } = parts
    this.#aside = aside
    this.#images = new Images(parts)
    this.#reader = new BoardReader(rooms)
  }

  async answer(c: Asking, board: string, type: string, wish: FileWish): Promise<Response> {
    const key = keyOf(board, await this.#reader.stateInCommon(board), wish)
    const etag = this.#kept.etagOf(key)
    if (etag !== undefined && isKnown(c, etag)) return unchanged(c, etag)
    const file = await this.#kept.get(key, async () => {
      const { state, layers } = await this.#reader.inCommon(board)
      const pictures = await this.#picturesFor(board, layers, wish)
      const file = await this.#aside.run('file', { id: board, layers, wish, pictures })
      return { key: keyOf(board, state, wish), file }
    })
    return fileAnswer(c, type, file)
  }

  /** What is on the board of what people brought; a bundle takes it as it is kept, a drawing as sharp as it is looked at. */
  async #picturesFor(board: string, layers: BoardBytes, wish: FileWish): Promise<Embedded> {
    if (!showsPictures(wish) || (await this.#images.inCommon(board)).length === 0) return new Map()
    const ids = await this.#aside.run('pictures', { layers })
    return this.#images.leaving(board, ids, wish.form === 'bundle' ? undefined : LOOKED_AT)
  }
}

function keyOf(board: string, state: string, wish: FileWish): string {
  return `${board} ${state} ${JSON.stringify(wish)}`
}
