import { crc32 } from 'node:zlib'
import type { Claim, Row } from '@second-story/sync'

/** What a node tells the others about one board. */
export type NodeMessage =
  | { readonly type: 'row'; readonly layer: string; readonly row: Row; readonly owners: readonly Claim[] }
  /** the log has come this far; in the place of a row that is too large to send about */
  | { readonly type: 'head'; readonly layer: string; readonly head: number }
  | {
      readonly type: 'presence'
      readonly node: string
      readonly layer: string
      readonly bytes: Uint8Array
      readonly whole: boolean
    }
  /** a node has just opened the layer, and wants to know who is on it elsewhere */
  | { readonly type: 'ask'; readonly layer: string }
  /** roles or membership changed; of one account, or of anybody when it is null */
  | { readonly type: 'access'; readonly account: string | null }
  | { readonly type: 'removed' }

const CHECKSUM = 4
const LENGTH = 4
const NOTHING = new Uint8Array(0)

/**
 * A checksum, the length of a head, the head as JSON, the bytes that go with it. The checksum is there because a damaged
 * message must never pass for what somebody wrote.
 */
export function encodeNodeMessage(message: NodeMessage): Uint8Array {
  const payload =
    message.type === 'row' ? message.row.bytes : message.type === 'presence' ? message.bytes : NOTHING
  const head = Buffer.from(JSON.stringify(withoutBytes(message)))
  const out = Buffer.alloc(CHECKSUM + LENGTH + head.length + payload.length)
  out.writeUInt32LE(head.length, CHECKSUM)
  out.set(head, CHECKSUM + LENGTH)
  out.set(payload, CHECKSUM + LENGTH + head.length)
  out.writeUInt32LE(crc32(out.subarray(CHECKSUM)), 0)
  return out
}

function withoutBytes(message: NodeMessage): unknown {
  if (message.type === 'row') return { ...message, row: { n: message.row.n } }
  if (message.type === 'presence') return { ...message, bytes: null }
  return message
}

/** Reads a message; null for what is none, or was damaged on its way. Never throws. */
export function decodeNodeMessage(bytes: Uint8Array): NodeMessage | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (all.length < CHECKSUM + LENGTH || all.readUInt32LE(0) !== crc32(all.subarray(CHECKSUM))) return null
  const end = CHECKSUM + LENGTH + all.readUInt32LE(CHECKSUM)
  try {
    const message = JSON.parse(all.toString('utf8', CHECKSUM + LENGTH, end)) as NodeMessage
    const payload = new Uint8Array(all.subarray(end))
    if (message.type === 'row') return { ...message, row: { n: message.row.n, bytes: payload } }
    return message.type === 'presence' ? { ...message, bytes: payload } : message
  } catch {
    return null // whole, but none of ours: a node of another version may say what this one does not know
  }
}
