import { failure } from '../result.ts'

/** One piece of a line: a word, or text in quotes. */
export interface Word {
  readonly text: string
  readonly quoted: boolean
  readonly column: number
}

export interface Line {
  readonly words: readonly Word[]
  readonly number: number
}

const MOST_LINES = 50_000
const PIECE = /[ \t]+|"((?:[^"\\]|\\.)*)"|[^\s"]+/y

/** Cuts a Structurizr file into lines of words; comments are gone, a backslash at a line's end joins it to the next. */
export function lexLines(
  text: string,
): { readonly ok: true; readonly lines: readonly Line[] } | ReturnType<typeof failure> {
  const out: Line[] = []
  let inComment = false
  let open: Word[] | null = null
  const raw = text.split('\n')
  if (raw.length > MOST_LINES)
    return failure('too-large', `There are more than ${MOST_LINES} lines in this file.`)
  for (const [i, line] of raw.entries()) {
    const trimmed = line.trim()
    if (inComment) {
      inComment = !trimmed.endsWith('*/')
      continue
    }
    if (trimmed.startsWith('/*')) {
      inComment = !trimmed.endsWith('*/') || trimmed.length < 4
      continue
    }
    if (trimmed.startsWith('//') || trimmed.startsWith('#')) continue
    const joined = line.endsWith('\\')
    const cut = wordsOf(joined ? line.slice(0, -1) : line)
    if ('column' in cut)
      return failure('malformed', 'This text in quotes does not end.', { line: i + 1, column: cut.column })
    open = open ? [...open, ...cut.words] : [...cut.words]
    if (joined && open.length < 500) continue
    if (open.length > 0) out.push({ words: open, number: i + 1 })
    open = null
  }
  if (inComment) return failure('malformed', 'A comment does not end.', { line: raw.length, column: 1 })
  if (open && open.length > 0) out.push({ words: open, number: raw.length })
  return { ok: true, lines: out }
}

function wordsOf(line: string): { readonly words: readonly Word[] } | { readonly column: number } {
  const words: Word[] = []
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < line.length) {
    const column = PIECE.lastIndex + 1
    const found = PIECE.exec(line)
    if (!found) return { column }
    if (found[1] !== undefined)
      words.push({ text: found[1].replace(/\\(["\\])/g, '$1'), quoted: true, column })
    else if (found[0].trim() !== '') {
      if (found[0].startsWith('//')) break
      words.push({ text: found[0], quoted: false, column })
    }
  }
  return { words }
}
