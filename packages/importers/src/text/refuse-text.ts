import { failure } from '../result.ts'

/** Characters. Far above real files; a megabyte of YAML takes about a second to read, and a server reads it too. */
export const MOST_TEXT = 1_000_000

/** Null for text that is worth reading; else the error that says why not. */
export function refuseText(text: string): ReturnType<typeof failure> | null {
  if (text.length > MOST_TEXT) {
    const mega = (text.length / 1_000_000).toFixed(1)
    return failure('too-large', `This is ${mega} MB; at most 1 MB can be imported. Nothing was added.`)
  }
  if (text.trim() === '') return failure('empty', 'There is nothing in this file.')
  const odd = text.search(ODD)
  if (odd >= 0) return failure('not-text', 'This is not a text file.', positionIn(text, odd))
  return null
}

// control characters that no text file holds, and what a decoder puts in place of bytes that are no text
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ODD = /[\u0000-\u0008\u000e-\u001f\ufffd]/

function positionIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}
