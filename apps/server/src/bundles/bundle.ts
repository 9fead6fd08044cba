import { type BoardKind, type BoardSnapshot, type Command, parseAllCommands } from '@second-story/board'
import { readBoardJson, toBoardJson } from '@second-story/record'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What a bundle may unfold to: far above any board. */
const MOST_BYTES = 64 * 1024 * 1024
const BOARD = 'board.json'
/** The beginning of time as ZIP knows it: two bundles of one board are the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** A board as it came in a bundle, ready to be made. */
export interface Unbundled {
  readonly title: string
  readonly kind: BoardKind
  readonly zone: string
  readonly commands: readonly Command[]
}

/** Everything that is shared on a board, as one file that any server takes. */
export function writeBundle(id: string, board: BoardSnapshot): Uint8Array<ArrayBuffer> {
  const files = { [BOARD]: strToU8(toBoardJson(id, board)) }
  return new Uint8Array(zipSync(files, { level: 9, mtime: NO_TIME }))
}

/**
 * Reads a bundle, or the board's JSON alone. A string says why it cannot be: for people. Never throws, whatever the bytes hold,
 * and takes no more memory than a bundle may.
 */
export function readBundle({ bytes }: { readonly bytes: Uint8Array }): Unbundled | string {
  const text = isZip(bytes) ? boardIn(bytes) : textOf(bytes)
  if (text === null) return 'The file is damaged, or it is no bundle of Second Story.'
  const read = readBoardJson(text)
  if (typeof read === 'string') return read
  const parsed = parseAllCommands(read.commands)
  if (!parsed.ok) return `The board in this file does not fit: ${parsed.refusal.message}`
  return { ...read, commands: parsed.commands }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function boardIn(bytes: Uint8Array): string | null {
  try {
    // a file that unfolds to more than it says is cut where it said it would end
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === BOARD && originalSize <= MOST_BYTES,
    })
    const board = Object.hasOwn(files, BOARD) ? files[BOARD] : undefined
    return board === undefined ? null : strFromU8(board)
  } catch {
    return null
  }
}

function textOf(bytes: Uint8Array): string | null {
  return bytes.length > MOST_BYTES ? null : new TextDecoder().decode(bytes)
}
