import { Lexer } from 'yaml'
import { failure, type Position } from '../result.ts'

/** Brackets within brackets past this are refused before parsing. */
const MOST_DEPTH = 60
/** Pieces of text that the parser would see, about eight characters each in real files: they are what costs time. */
const MOST_PIECES = 200_000

/** Null for text that is worth parsing; stops at the first piece that is not, so that hostile text costs little. */
export function prescan(text: string): ReturnType<typeof failure> | null {
  let offset = 0
  let pieces = 0
  let depth = 0
  for (const piece of new Lexer().lex(text)) {
    if (piece === '[' || piece === '{') depth++
    else if (piece === ']' || piece === '}') depth = Math.max(0, depth - 1)
    if (depth > MOST_DEPTH)
      return failure('too-deep', `This is nested more than ${MOST_DEPTH} deep.`, positionAt(text, offset))
    if (++pieces > MOST_PIECES)
      return failure('too-large', 'This file has too many entries to be imported.', positionAt(text, offset))
    // control pieces of the lexer stand for no text of the file
    if (!CONTROL.has(piece)) offset += piece.length
  }
  return null
}

/** The lexer's own marks: start of a document, a scalar to come, end of a flow. */
const CONTROL = new Set(['\u0002', '\u0018', '\u001f', '\ufeff'])

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
