import { failure, type Position } from '../result.ts'
import { Places } from '../text/places.ts'

/** One piece of a DOT file. */
export interface DotToken {
  readonly kind: 'id' | 'html' | 'sign'
  /** the id without quotes, the inside of an HTML label, or the sign */
  readonly text: string
  /** quoted ids are never keywords */
  readonly quoted: boolean
  readonly offset: number
}

/** Pieces in one file. */
const MOST_TOKENS = 300_000

const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/y
const BARE = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\.\d+|\d+(?:\.\d*)?)/y
const SIGN = /->|--|[{}[\]=;,:+]/y

/** Cuts a DOT file into its pieces; a piece that is none gives an error with its place. */
export function lexDot(
  text: string,
):
  | { readonly ok: true; readonly tokens: readonly DotToken[]; readonly place: (offset: number) => Position }
  | ReturnType<typeof failure> {
  const places = new Places(text)
  const tokens: DotToken[] = []
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  while (at < text.length) {
    if (take(SPACE) !== null) continue
    const offset = at
    // what a preprocessor left, and what people take for a comment
    if (text[at] === '#') {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
      continue
    }
    if (tokens.length >= MOST_TOKENS)
      return failure('too-large', 'This file has too many entries to be imported.', places.at(at))
    const sign = text[at]
    if (sign === '"' || sign === '<') {
      const end = sign === '"' ? endOfQuotes(text, at) : endOfHtml(text, at)
      if (end < 0) {
        const words = sign === '"' ? 'This text in quotes does not end.' : 'This HTML label does not end.'
        return failure('malformed', words, places.at(offset))
      }
      const inside = text.slice(at + 1, end)
      at = end + 1
      if (sign === '<') tokens.push({ kind: 'html', text: inside, quoted: true, offset })
      else
        tokens.push({
          kind: 'id',
          text: inside.replace(/\\\n/g, '').replace(/\\"/g, '"'),
          quoted: true,
          offset,
        })
      continue
    }
    const bare = take(BARE)
    if (bare !== null) {
      tokens.push({ kind: 'id', text: bare, quoted: false, offset })
      continue
    }
    const mark = take(SIGN)
    if (mark === null) return failure('malformed', `“${sign}” has no meaning here.`, places.at(offset))
    tokens.push({ kind: 'sign', text: mark, quoted: false, offset })
  }
  return { ok: true, tokens, place: (offset) => places.at(offset) }
}

function endOfQuotes(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end
  }
  return -1
}

function endOfHtml(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '<') depth++
    else if (text[at] === '>' && --depth === 0) return at
  }
  return -1
}
