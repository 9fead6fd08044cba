import { type Dialect, type Heard, NOTHING, type Speaker } from './dialect.ts'
import { readYjs, yjsDialect } from './yjs-dialect.ts'

/** y-websocket's messages, many of them behind one another in one frame: each after its length in four bytes. */
export function relayDialect(): Dialect {
  const yjs = yjsDialect()
  return { speaker: (person, board) => forRelay(yjs.speaker(person, board)), read: readBundle }
}

/** A relay knows nothing that could be asked for: its answer to a hello is the hello. */
function forRelay(speaker: Speaker): Speaker {
  return {
    hello: () => [Uint8Array.of(3)],
    cursor: (n) => speaker.cursor(n),
    edit: (key, n) => speaker.edit(key, n),
    mark: () => null,
  }
}

function readBundle(bundle: Buffer): Heard {
  const cursors: number[] = []
  const edits: number[] = []
  let isSynced = false
  for (let at = 0; at + 4 <= bundle.length; ) {
    const length = bundle.readUInt32LE(at)
    const message = bundle.subarray(at + 4, at + 4 + length)
    at += 4 + length
    // its own hello comes back: that is all there is
    if (message[0] === 3) isSynced = true
    const heard = readYjs(message)
    cursors.push(...heard.cursors)
    edits.push(...heard.edits)
  }
  return { ...NOTHING, cursors, edits, isSynced }
}
