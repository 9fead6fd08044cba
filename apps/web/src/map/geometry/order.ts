const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length

/**
 * A fractional index strictly between two others ('' for no bound): strings that sort as they were meant, with
 * room for one more anywhere. Bounds that are out of order, or equal, count as no upper bound.
 */
export function orderBetween(below: string, above: string): string {
  const top = above !== '' && above > below ? above : ''
  let out = ''
  for (let i = 0; i < 60; i++) {
    const low = digit(below, i)
    const high = top === '' ? BASE : digit(top, i)
    if (high - low > 1) return out + DIGITS[Math.floor((low + high) / 2)]
    out += DIGITS[low]
    if (high > low) return orderAfter(below.slice(i + 1), out)
  }
  return out
}

// below the bound already: anything greater than the rest of `below` will do
function orderAfter(rest: string, head: string): string {
  let out = head
  for (let i = 0; ; i++) {
    const low = digit(rest, i)
    if (low < BASE - 1) return out + DIGITS[Math.ceil((low + BASE) / 2)]
    out += DIGITS[low]
  }
}

function digit(text: string, at: number): number {
  const found = at < text.length ? DIGITS.indexOf(text[at] ?? '') : 0
  return found < 0 ? 0 : found
}
