import { type ByteReader, LIMITS, Malformed } from '@second-story/protocol'

/** Steps over one plain value in lib0's `Any` encoding. */
export function skipAny(reader: ByteReader, depth = 0): void {
  if (depth > LIMITS.valueDepth) throw new Malformed('nested too deeply')
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      skipSignedInteger(reader)
      return
    case 124:
      reader.skip(4)
      return
    case 123:
    case 122:
      reader.skip(8)
      return
    case 119:
      reader.textLength()
      return
    case 118:
      for (let n = count(reader, 2); n > 0; n--) {
        reader.textLength()
        skipAny(reader, depth + 1)
      }
      return
    case 117:
      for (let n = count(reader, 1); n > 0; n--) skipAny(reader, depth + 1)
      return
    case 116:
      reader.skip(reader.uint())
      return
    default:
      throw new Malformed('unknown value')
  }
}

/** A count of things of at least `bytesEach`: never more than what is left can hold. */
export function count(reader: ByteReader, bytesEach: number): number {
  const n = reader.uint()
  if (n > reader.left / bytesEach) throw new Malformed('ends too early')
  return n
}

function skipSignedInteger(reader: ByteReader): void {
  // six bits and a sign in the first byte, seven in each that follows; lib0 refuses what is no safe integer
  let byte = reader.byte()
  let value = byte & 63
  let weight = 64
  while (byte >= 128) {
    byte = reader.byte()
    value += (byte & 127) * weight
    weight *= 128
    if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large')
  }
}

/** Steps over a text that must be JSON: Yjs parses it on every client, and one that fails makes a board unreadable. */
export function skipJson(reader: ByteReader, mayBeUndefined = false): void {
  const text = reader.text()
  if (mayBeUndefined && text === 'undefined') return
  if (jsonDepth(text) > LIMITS.valueDepth) throw new Malformed('nested too deeply')
  try {
    JSON.parse(text)
  } catch {
    throw new Malformed('not JSON')
  }
}

function jsonDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quoted) {
      if (c === 92) i++
      else if (c === 34) quoted = false
    } else if (c === 34) quoted = true
    else if (c === 91 || c === 123) deepest = Math.max(deepest, ++depth)
    else if (c === 93 || c === 125) depth--
  }
  return deepest
}
