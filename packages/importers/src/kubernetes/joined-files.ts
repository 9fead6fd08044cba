import type { SourceFile } from '../format.ts'
import type { ImportNote } from '../result.ts'

/** Manifests of several files as one text, and whose lines are whose. */
export interface JoinedFiles {
  readonly text: string
  /** the file that a line of the text stands in, and the line there */
  whereIs(line: number): { readonly file: string; readonly line: number }
}

/** Several files, one after the other, as the documents of one. */
export function joinFiles(file: SourceFile): JoinedFiles {
  const starts: { readonly line: number; readonly file: string }[] = []
  let text = ''
  let line = 1
  for (const one of [file, ...file.overlays]) {
    if (text !== '') {
      text += text.endsWith('\n') ? '---\n' : '\n---\n'
      line = text.split('\n').length
    }
    starts.push({ line, file: one.name })
    text += one.text
  }
  const whereIs = (at: number): { file: string; line: number } => {
    const start = starts.findLast((one) => one.line <= at) ?? { line: 1, file: file.name }
    return { file: start.file, line: at - start.line + 1 }
  }
  return { text, whereIs }
}

/** A note or error with the place in its own file; the first file is not named. */
export function placed<T extends ImportNote>(note: T, joined: JoinedFiles, first: string): T {
  if (note.line === undefined) return note
  const { file, line } = joined.whereIs(note.line)
  if (file === first) return note
  const message = note.message.replace(/^Line \d+, column/, `${file}: Line ${line}, column`)
  return { ...note, line, file, message }
}
