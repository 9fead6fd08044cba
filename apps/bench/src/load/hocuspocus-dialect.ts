import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { type Dialect, NOTHING, type Speaker } from './dialect.ts'
import { readVarUint, readYjs, updatesIn, yjsDialect } from './yjs-dialect.ts'

const AUTH = 2
const TOKEN = 0
const SYNC_REPLY = 4

/** y-websocket's messages behind the document's name, after a token. */
export function hocuspocusDialect(): Dialect {
  const yjs = yjsDialect()
  return {
    speaker: (person, board) => named(yjs.speaker(person, board), board),
    prefix,
    updates: (payload) => {
      const inner = afterName(payload)
      return inner[0] === SYNC_REPLY
        ? updatesIn(Buffer.concat([Uint8Array.of(0), inner.subarray(1)]))
        : updatesIn(inner)
    },
    read: (payload) => {
      const inner = afterName(payload)
      if (inner[0] !== SYNC_REPLY) return readYjs(inner)
      return inner[1] === 1 ? { ...NOTHING, isSynced: true } : NOTHING
    },
  }
}

function prefix(board: string): Uint8Array {
  const name = createEncoder()
  writeVarString(name, board)
  return toUint8Array(name)
}

function afterName(payload: Buffer): Buffer {
  const length = readVarUint(payload, 0)
  return payload.subarray(length + (length < 128 ? 1 : 2))
}

function named(speaker: Speaker, board: string): Speaker {
  const name = prefix(board)
  const put = (message: Uint8Array | string): Uint8Array =>
    Buffer.concat([name, typeof message === 'string' ? Buffer.from(message) : message])
  const auth = createEncoder()
  writeVarUint(auth, AUTH)
  writeVarUint(auth, TOKEN)
  writeVarString(auth, 'anybody')
  return {
    hello: (vector) => [put(toUint8Array(auth)), ...speaker.hello(vector).map(put)],
    cursor: (n) => put(speaker.cursor(n)),
    edit: (key, n) => put(speaker.edit(key, n)),
    mark: () => null,
  }
}
