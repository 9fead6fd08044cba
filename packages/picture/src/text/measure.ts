import type { Font } from '../drawing.ts'
import { ADVANCES, RUNS } from './generated/advances.ts'

type FaceName = keyof typeof ADVANCES

/** In thousandths of an em, for letters that the fonts lack and a reader's machine takes from elsewhere. */
const FALLBACK = 600
const WIDE = 1000

const POSITIONS = positions()
const tables = new Map<FaceName, readonly number[]>()
const ascii = new Map<FaceName, Uint16Array>()

/**
 * The width of one line of text, from tables made of the fonts themselves: the same in a browser, on the server and
 * in a test. Kerning and ligatures are left out, as they are in the fonts of `fonts/`.
 */
export function measure(text: string, font: Font): number {
  const face = faceOf(font)
  const quick = asciiOf(face)
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      sum += quick[code] ?? FALLBACK
      continue
    }
    const point = text.codePointAt(at) ?? 0
    if (point > 0xffff) at += 1
    sum += advance(point, face)
  }
  return (sum * font.size) / 1000
}

/** Which of the made fonts draws this one. The sans has no italic, and none but the sans has 600. */
export function faceOf(font: Font): FaceName {
  if (font.family === 'sans') return `sans-${font.weight}`
  const weight = font.weight === 400 ? 400 : 500
  return font.italic ? `serif-${weight}-italic` : `serif-${weight}`
}

function asciiOf(face: FaceName): Uint16Array {
  const known = ascii.get(face)
  if (known) return known
  const made = new Uint16Array(128)
  for (let code = 0; code < 128; code += 1) made[code] = advance(code, face)
  ascii.set(face, made)
  return made
}

function advance(point: number, face: FaceName): number {
  // ZERO WIDTH SPACE to RIGHT-TO-LEFT MARK, joiners, combining marks, variation selectors
  if ((point >= 0x200b && point <= 0x200f) || (point >= 0x300 && point <= 0x36f)) return 0
  if (point >= 0xfe00 && point <= 0xfe0f) return 0
  if (point < 32) return tableOf(face)[0] ?? FALLBACK
  const position = POSITIONS.get(point)
  const own = position === undefined ? undefined : tableOf(face)[position]
  return own !== undefined && own >= 0 ? own : isWide(point) ? WIDE : FALLBACK
}

/** Hangul, kana, Han, full-width forms, pictographs: a whole em. */
function isWide(point: number): boolean {
  return (
    (point >= 0x1100 && point <= 0x115f) ||
    (point >= 0x2e80 && point <= 0xa4cf) ||
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe30 && point <= 0xfe6f) ||
    (point >= 0xff00 && point <= 0xff60) ||
    (point >= 0xffe0 && point <= 0xffe6) ||
    (point >= 0x1f000 && point <= 0x3ffff)
  )
}

function tableOf(face: FaceName): readonly number[] {
  const known = tables.get(face)
  if (known) return known
  const table = ADVANCES[face].split(' ').map((word) => (word === '-' ? -1 : Number(word)))
  tables.set(face, table)
  return table
}

function positions(): ReadonlyMap<number, number> {
  const out = new Map<number, number>()
  for (const [first, last] of RUNS) {
    for (let point = first; point <= last; point += 1) out.set(point, out.size)
  }
  return out
}
