/**
 * Text for an element or a double-quoted attribute of HTML or SVG. What XML 1.0 cannot hold (control characters,
 * halves of surrogate pairs) becomes U+FFFD, so that the result parses wherever it goes.
 */
export function escapeMarkup(text: string): string {
  let out = ''
  for (const letter of text)
    out += ESCAPES[letter] ?? (isPrintable(letter.codePointAt(0) ?? 0) ? letter : '\uFFFD')
  return out
}

const ESCAPES: Readonly<Record<string, string | undefined>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function isPrintable(point: number): boolean {
  if (point === 9 || point === 10 || point === 13) return true
  if (point < 32 || (point >= 127 && point < 160)) return false
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff
}
