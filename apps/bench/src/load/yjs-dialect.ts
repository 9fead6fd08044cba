import { decodeCursors } from '@second-story/protocol'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { type Dialect, type Heard, NOTHING, type Speaker } from './dialect.ts'
import { Editor } from './editor.ts'
import { readCursors, readSigns, sign } from './signs.ts'

const NOBODY_KNOWS = Uint8Array.of(0)
/** Yjs clients are random 32-bit numbers: five bytes each */
const FIRST_CLIENT = 0x20000000

/** y-websocket's wire; with `ours` as our own client speaks it. */
export function yjsDialect({ ours = false } = {}): Dialect {
  return {
    speaker: (person, _board, session = 0) => new YjsSpeaker(person, ours, session),
    read: readYjs,
    updates: updatesIn,
  }
}

const SESSIONS = 0x10000

/** The Yjs client of a person; each page load of theirs has one of its own. */
export function clientOf(person: number, session = 0): number {
  return FIRST_CLIENT + person * SESSIONS + session
}

class YjsSpeaker implements Speaker {
  readonly #person: number
  readonly #ours: boolean
  readonly #editor: Editor
  readonly #client: number
  readonly #user: string
  /** above every clock that this client had before: awareness forgets a state, not its clock */
  readonly #firstClock = Math.floor(Date.now() / 10) % 2 ** 31

  constructor(person: number, ours: boolean, session: number) {
    this.#person = person
    this.#ours = ours
    this.#client = clientOf(person, session)
    this.#editor = new Editor(this.#client)
    this.#user = ours ? '' : `,"user":{"name":"Person ${person}","color":"#30bced"}`
  }

  hello(vector: Uint8Array | null): Uint8Array[] {
    const hello = [syncMessage(0, vector ?? NOBODY_KNOWS)]
    // what the server lacks: nothing
    return this.#ours ? [...hello, syncMessage(1, Uint8Array.of(0, 0)), mark(1)] : hello
  }

  cursor(n: number): Uint8Array {
    const json = `{"cursor":{"x":${n},"y":${this.#person}}${this.#user}}`
    const inner = createEncoder()
    for (const part of [1, this.#client, this.#firstClock + n]) writeVarUint(inner, part)
    writeVarString(inner, json)
    const outer = createEncoder()
    writeVarUint(outer, 1)
    writeVarUint8Array(outer, toUint8Array(inner))
    return toUint8Array(outer)
  }

  edit(key: string, n: number): Uint8Array {
    return syncMessage(2, this.#editor.set(key, placeValue(this.#person, n)))
  }

  mark(n: number): Uint8Array | null {
    return this.#ours ? mark(n) : null
  }
}

/** A place as the board keeps it, signed. */
export function placeValue(person: number, n: number): Record<string, string | number | null> {
  return { x: n % 4000, y: (n * 7) % 3000, w: 144, h: 56, parent: null, order: sign(person, n) }
}

export function syncMessage(kind: number, body: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeVarUint(encoder, kind)
  writeVarUint8Array(encoder, body)
  return toUint8Array(encoder)
}

function mark(n: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, 101)
  writeVarUint(encoder, n)
  return toUint8Array(encoder)
}

export function readYjs(payload: Buffer): Heard {
  switch (payload[0]) {
    case 0:
      return payload[1] === 0
        ? NOTHING
        : { ...NOTHING, edits: readSigns(payload), isSynced: payload[1] === 1 }
    case 1:
      return { ...NOTHING, cursors: readCursors(payload) }
    case 102:
      return { ...NOTHING, cursors: readShortCursors(payload) }
    case 100:
      return { ...NOTHING, saved: readVarUint(payload, 1) }
    default:
      return NOTHING
  }
}

/** The update in a sync message, as a view. */
export function updatesIn(payload: Buffer): Uint8Array[] {
  if (payload[0] !== 0 || payload[1] === 0) return []
  const length = readVarUint(payload, 2)
  return [payload.subarray(payload.length - length)]
}

/** Our own `102 cursors`: y is the person, x the number. */
function readShortCursors(payload: Buffer): number[] {
  return (decodeCursors(payload) ?? []).flatMap(({ x, y }) => [y, x])
}

export function readVarUint(bytes: Uint8Array, from: number): number {
  let value = 0
  for (let at = from, weight = 1; ; at++, weight *= 128) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * weight
    if (byte < 128) return value
  }
}
