import { failure } from '../result.ts'
import { Places } from './places.ts'

/** Characters. Far above real files: above this nothing is looked at. */
export const MOST_TEXT = 5_000_000
/** Bytes of one character at most, and of the mark at the front: a larger file need not even be opened. */
export const MOST_BYTES = MOST_TEXT * 3 + 3
/** Characters of YAML: a megabyte takes about a second to read, and a server reads it too. */
export const MOST_YAML = 1_000_000

/** Null for text that is worth reading; else the error that says why not. */
export function refuseText(text: string): ReturnType<typeof failure> | null {
  if (text.length > MOST_TEXT) return tooLarge(text.length, MOST_TEXT)
  if (text.trim() === '' || text.trim() === '\ufeff')
    return failure('empty', 'There is nothing in this file.')
  const odd = text.search(ODD)
  if (odd < 0) return null
  const start = text.slice(0, 6)
  const nulls = start.includes('\0') && start.replaceAll('\0', '').length >= 3
  const words = nulls
    ? 'This is text in UTF-16; save it as UTF-8 and bring it again.'
    : 'This is not a text file.'
  return failure('not-text', words, new Places(text).at(odd))
}

export function tooLarge(length: number, most: number): ReturnType<typeof failure> {
  const mega = (length / 1_000_000).toFixed(1)
  const words = `This is ${mega} MB; at most ${most / 1_000_000} MB can be imported. Nothing was added.`
  return failure('too-large', words)
}

// control characters that no text file holds, and what a decoder puts in place of bytes that are no text
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ODD = /[\u0000-\u0008\u000e-\u001f\ufffd]/
