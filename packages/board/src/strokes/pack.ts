import { LIMITS } from '../limits.ts'
import { INK_COLOURS, INK_WIDTHS, STROKE_KINDS, type StrokeShape } from './stroke.ts'

/** Steps to a canvas unit: places are kept to the tenth. */
const STEPS = 10
const VERSION = 1
const HAS_PRESSURES = 1
const HEAD = 5
/** bits of a varint that a coordinate can fill, and no more are read */
const MOST_BITS = 28

/**
 * A stroke as bytes, the one plain value that is stored of it:
 * version, kind, colour, width, flags · how many points · the first point and then each as its distance from the one before, as
 * zigzag varints in tenths · with flag 1, a byte of pressure for each. About two bytes a point, three with pressure.
 */
export function packStroke({ kind, colour, width, points, pressures }: StrokeShape): Uint8Array {
  const out: number[] = [
    VERSION,
    STROKE_KINDS.indexOf(kind),
    INK_COLOURS.indexOf(colour),
    INK_WIDTHS.indexOf(width),
    pressures ? HAS_PRESSURES : 0,
  ]
  const count = points.length >> 1
  putNumber(out, count)
  let [x, y] = [0, 0]
  for (let i = 0; i < count; i++) {
    const nextX = Math.round((points[2 * i] ?? 0) * STEPS)
    const nextY = Math.round((points[2 * i + 1] ?? 0) * STEPS)
    putNumber(out, zigzag(nextX - x))
    putNumber(out, zigzag(nextY - y))
    x = nextX
    y = nextY
  }
  if (pressures) for (let i = 0; i < count; i++) out.push(Math.round((pressures[i] ?? 0.5) * 255))
  return Uint8Array.from(out)
}

/** What the bytes say; null where they are no stroke, or one that is longer or further out than any may be. Never throws. */
export function unpackStroke(raw: unknown): StrokeShape | null {
  if (!(raw instanceof Uint8Array) || raw.length > LIMITS.strokeBytes || raw[0] !== VERSION) return null
  const kind = STROKE_KINDS[raw[1] ?? 255]
  if (!kind) return null
  const from = new Reader(raw, HEAD)
  const count = from.number()
  if (count === null || count < 1 || count > LIMITS.strokePoints) return null
  const points = readPoints(from, count)
  const pressures = (raw[4] ?? 0) & HAS_PRESSURES ? from.bytes(count) : null
  if (!points || !from.isAtEnd) return null
  return {
    kind,
    // a colour that a newer version has is still ink
    colour: INK_COLOURS[raw[2] ?? 0] ?? 'ink',
    width: INK_WIDTHS[raw[3] ?? 1] ?? 'medium',
    points,
    pressures: pressures === null ? null : pressures.map((one) => one / 255),
  }
}

function readPoints(from: Reader, count: number): number[] | null {
  const most = LIMITS.coordinate * STEPS
  const points: number[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i < count; i++) {
    const dx = from.number()
    const dy = from.number()
    if (dx === null || dy === null) return null
    x += unzigzag(dx)
    y += unzigzag(dy)
    if (Math.abs(x) > most || Math.abs(y) > most) return null
    points.push(x / STEPS, y / STEPS)
  }
  return points
}

class Reader {
  readonly #bytes: Uint8Array
  #at: number

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.#at = at
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  /** Null where the bytes break off, or the number is larger than any that is written. */
  number(): number | null {
    let value = 0
    for (let shift = 0; shift < MOST_BITS; shift += 7) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) return null
      value += (byte & 127) << shift
      if (byte < 128) return value
    }
    return null
  }

  bytes(count: number): number[] {
    const from = this.#at
    this.#at += count
    return [...this.#bytes.subarray(from, from + count)]
  }
}

function putNumber(out: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    out.push((rest & 127) | 128)
    rest >>>= 7
  }
  out.push(rest)
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2
}
