import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
} from 'lib0/encoding'

/** For tests: writes updates by hand, well formed or not. */
export type ForgedStruct = (encoder: Encoder) => void

export interface ForgedSection {
  readonly client: number
  readonly clock: number
  readonly structs: readonly ForgedStruct[]
}

/** client, clock, length */
export type ForgedDelete = readonly [number, number, number]

export function forge(sections: readonly ForgedSection[], deletes: readonly ForgedDelete[] = []): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, sections.length)
  for (const { client, clock, structs } of sections) {
    writeVarUint(encoder, structs.length)
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    for (const struct of structs) struct(encoder)
  }
  writeVarUint(encoder, deletes.length)
  for (const [client, clock, length] of deletes) {
    for (const number of [client, 1, clock, length]) writeVarUint(encoder, number)
  }
  return toUint8Array(encoder)
}

const LEFT = 128
const RIGHT = 64
const KEY = 32
const TEXT = 4
const ANY = 8

/** A letter to the right of another. */
export const after =
  (client: number, clock: number, text = 'x'): ForgedStruct =>
  (encoder) => {
    writeUint8(encoder, TEXT | LEFT)
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, text)
  }

/** A letter to the left of another. */
export const before =
  (client: number, clock: number): ForgedStruct =>
  (encoder) => {
    writeUint8(encoder, TEXT | RIGHT)
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, 'x')
  }

/** A letter between two others; without either, the first of the list that a root is. */
export const between =
  (
    left: readonly [number, number] | null,
    right: readonly [number, number] | null,
    root = 'items',
  ): ForgedStruct =>
  (encoder) => {
    writeUint8(encoder, TEXT | (left === null ? 0 : LEFT) | (right === null ? 0 : RIGHT))
    for (const number of [...(left ?? []), ...(right ?? [])]) writeVarUint(encoder, number)
    if (left === null && right === null) {
      writeVarUint(encoder, 1)
      writeVarString(encoder, root)
    }
    writeVarString(encoder, 'x')
  }

/** A value under a key of a root. */
export const inRoot =
  (root: string, key = 'k'): ForgedStruct =>
  (encoder) => {
    writeUint8(encoder, ANY | KEY)
    writeVarUint(encoder, 1)
    writeVarString(encoder, root)
    writeVarString(encoder, key)
    writeVarUint(encoder, 1)
    writeUint8(encoder, 119)
    writeVarString(encoder, 'v')
  }

/** A value under a key of whatever has this id. */
export const inType =
  (client: number, clock: number): ForgedStruct =>
  (encoder) => {
    writeUint8(encoder, ANY | KEY)
    writeVarUint(encoder, 0)
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, 'k')
    writeVarUint(encoder, 1)
    writeUint8(encoder, 126)
  }

/** Content of any kind under a key of `items`; `write` writes the content after its kind. */
export const content =
  (kind: number, write: (encoder: Encoder) => void): ForgedStruct =>
  (encoder) => {
    writeUint8(encoder, kind | KEY)
    writeVarUint(encoder, 1)
    writeVarString(encoder, 'items')
    writeVarString(encoder, 'k')
    write(encoder)
  }

export const map: ForgedStruct = content(7, (encoder) => writeVarUint(encoder, 1))

export const garbage =
  (length: number): ForgedStruct =>
  (encoder) => {
    writeUint8(encoder, 0)
    writeVarUint(encoder, length)
  }

export const skip =
  (length: number): ForgedStruct =>
  (encoder) => {
    writeUint8(encoder, 10)
    writeVarUint(encoder, length)
  }
