const WHOLE_BINARY = 0x82
/** Larger messages are not copied: whoever opens a board is sent the same megabyte as everybody else. */
const COPIED_AT_MOST = 16 * 1024

/** A message as it goes over a line: its parts follow each other without anything between. */
export interface Frame {
  readonly parts: readonly Uint8Array[]
  readonly length: number
}

/** A binary message as a server frames it (RFC 6455, section 5.2): once, for however many hear it. */
export function frameOf(bytes: Uint8Array): Frame {
  const { length } = bytes
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const isCopied = length <= COPIED_AT_MOST
  const first = Buffer.allocUnsafe(isCopied ? head + length : head)
  first[0] = WHOLE_BINARY
  if (head === 2) first[1] = length
  else if (head === 4) {
    first[1] = 126
    first.writeUInt16BE(length, 2)
  } else {
    first[1] = 127
    first.writeBigUInt64BE(BigInt(length), 2)
  }
  if (isCopied) first.set(bytes, head)
  return { parts: isCopied ? [first] : [first, bytes], length: head + length }
}
