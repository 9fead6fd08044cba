const WHOLE_BINARY = 0x82

/** A binary message as a server frames it (RFC 6455, section 5.2): once, for however many hear it. */
export function frameOf(bytes: Uint8Array): Uint8Array {
  const { length } = bytes
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = WHOLE_BINARY
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(bytes, head)
  return frame
}
