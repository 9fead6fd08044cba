import {
  type BoardKind,
  type BoardSnapshot,
  type Command,
  type Comment,
  parseAllCommands,
  type Vote,
} from '@second-story/board'
import { readBoardJson, toBoardJson } from '@second-story/record'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Embedded } from '../exports/embedded.ts'

/** What a bundle may unfold to: far above any board. */
const MOST_BYTES = 64 * 1024 * 1024
/** Pictures in one bundle. */
const MOST_PICTURES = 2000
const BOARD = 'board.json'
/** Where the pictures lie in it, named by their ids. */
const PICTURE = /^pictures\/([A-Za-z0-9_-]{1,64})\.(?:png|jpg)$/
/** The beginning of time as ZIP knows it: two bundles of one board are the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** A board as it came in a bundle, ready to be made. */
export interface Unbundled {
  readonly title: string
  readonly kind: BoardKind
  readonly zone: string
  readonly commands: readonly Command[]
  readonly comments: readonly Comment[]
  readonly votes: readonly Vote[]
  /** the pictures that its commands name; still as a stranger sent them */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** Everything that is shared on a board, as one file that any server takes. */
export function writeBundle(id: string, board: BoardSnapshot, pictures: Embedded): Uint8Array<ArrayBuffer> {
  const files: Zippable = { [BOARD]: strToU8(toBoardJson(id, board)) }
  for (const [name, { type, bytes }] of [...pictures].sort(([a], [b]) => (a < b ? -1 : 1)))
    files[`pictures/${name}.${type === 'image/png' ? 'png' : 'jpg'}`] = [bytes, { level: 0 }]
  return new Uint8Array(zipSync(files, { level: 9, mtime: NO_TIME }))
}

/**
 * Reads a bundle, or the board's JSON alone. A string says why it cannot be: for people. Never throws, whatever the bytes hold,
 * and takes no more memory than a bundle may.
 */
export function readBundle({ bytes }: { readonly bytes: Uint8Array }): Unbundled | string {
  const found = isZip(bytes) ? filesIn(bytes) : { text: textOf(bytes), pictures: new Map() }
  if (found.text === null) return 'The file is damaged, or it is no bundle of Second Story.'
  const read = readBoardJson(found.text)
  if (typeof read === 'string') return read
  const parsed = parseAllCommands(read.commands)
  if (!parsed.ok) return `The board in this file does not fit: ${parsed.refusal.message}`
  return { ...read, commands: parsed.commands, pictures: found.pictures }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

interface Found {
  readonly text: string | null
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

function filesIn(bytes: Uint8Array): Found {
  let left = MOST_BYTES
  let count = 0
  const pictures = new Map<string, Uint8Array>()
  try {
    // a file that unfolds to more than it says is cut where it said it would end
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (name === BOARD) return originalSize <= MOST_BYTES
        if (!PICTURE.test(name) || originalSize > left || ++count > MOST_PICTURES) return false
        left -= originalSize
        return true
      },
    })
    for (const [name, file] of Object.entries(files)) {
      const id = PICTURE.exec(name)?.[1]
      if (id !== undefined) pictures.set(id, file)
    }
    const board = Object.hasOwn(files, BOARD) ? files[BOARD] : undefined
    return { text: board === undefined ? null : strFromU8(board), pictures }
  } catch {
    return { text: null, pictures }
  }
}

function textOf(bytes: Uint8Array): string | null {
  return bytes.length > MOST_BYTES ? null : new TextDecoder().decode(bytes)
}
