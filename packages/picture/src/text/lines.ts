import type { Font, TextMark } from '../drawing.ts'
import type { Paint } from '../themes.ts'

/** From the middle of a line to its baseline, in ems: half of ascent less descent, as a browser places a line. */
const HALF: Readonly<Record<Font['family'], number>> = { sans: 0.3485, serif: 0.235 }

/** The baseline of a line whose box begins at `top`. */
export function baseline(top: number, lineHeight: number, font: Font): number {
  return round(top + lineHeight / 2 + HALF[font.family] * font.size)
}

/** Several lines as marks, the first line's box beginning at `top`. */
export function textLines(
  lines: readonly string[],
  at: { x: number; top: number; lineHeight: number; anchor?: 'start' | 'middle' | 'end' },
  font: Font,
  fill: Paint,
): TextMark[] {
  return lines.map((text, row) => ({
    mark: 'text',
    x: round(at.x),
    y: baseline(at.top + row * at.lineHeight, at.lineHeight, font),
    text,
    font,
    fill,
    ...(at.anchor && at.anchor !== 'start' ? { anchor: at.anchor } : {}),
  }))
}

/** To a hundredth of a unit: enough for the eye, the same bytes everywhere. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
