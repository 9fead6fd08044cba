/** Thrown by a `ByteReader` at bytes that do not hold what is asked; caught where a message or update is read whole. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads lib0's encoding strictly. lib0 itself reads past the end of a view into whatever memory lies behind it
 * (Node shares buffers between messages), so nothing from outside is read with it.
 */
export class ByteReader {
  readonly bytes: Uint8Array
  at: number
  readonly end: number

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes
    this.at = at
    this.end = end
  }

  get left(): number {
    return this.end - this.at
  }

  byte(): number {
    const value = this.at < this.end ? this.bytes[this.at] : undefined
    if (value === undefined) throw new Malformed('ends too early')
    this.at++
    return value
  }

  /** An unsigned integer up to 2^53 - 1. */
  uint(): number {
    let value = 0
    let weight = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * weight
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large')
      if (byte < 128) return value
      weight *= 128
    }
  }

  /** A signed integer: six bits and a sign in the first byte, seven in each that follows. */
  int(): number {
    let byte = this.byte()
    const isNegative = (byte & 64) > 0
    let value = byte & 63
    let weight = 64
    while (byte >= 128) {
      byte = this.byte()
      value += (byte & 127) * weight
      weight *= 128
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large')
    }
    return isNegative ? -value : value
  }

  skip(length: number): void {
    if (length > this.left) throw new Malformed('ends too early')
    this.at += length
  }

  /** A view of `length` bytes of the message, not a copy. */
  take(length: number): Uint8Array {
    const from = this.at
    this.skip(length)
    return this.bytes.subarray(from, this.at)
  }

  /** Bytes with their length before them. */
  block(): Uint8Array {
    return this.take(this.uint())
  }

  text(): string {
    const block = this.block()
    try {
      return utf8.decode(block)
    } catch {
      throw new Malformed('not UTF-8')
    }
  }

  /** Steps over a text and says how many UTF-16 units it has: what Yjs counts. */
  textLength(): number {
    const length = this.uint()
    const from = this.at
    this.skip(length)
    for (let i = from; i < this.at; i++) {
      if ((this.bytes[i] ?? 0) < 128) continue
      this.at = from
      try {
        return utf8.decode(this.take(length)).length
      } catch {
        throw new Malformed('not UTF-8')
      }
    }
    return length
  }

  /** Everything must have been read. */
  finish(): void {
    if (this.at !== this.end) throw new Malformed('goes on after its end')
  }
}
