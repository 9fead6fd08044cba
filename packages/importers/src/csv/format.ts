import type { ImportFormat } from '../format.ts'
import { failure, type ImportNote } from '../result.ts'
import { headerOf } from './header.ts'
import { readCsv, separatorOf } from './read-csv.ts'
import { toDraft } from './to-draft.ts'

/** Tables: components by name, arrows by from and to; both in one file with an empty line between. */
export const csv: ImportFormat = {
  name: 'csv',
  words: 'CSV with a column “name”, or “from” and “to”',
  most: 2_000_000,
  recognise: ({ name, text }) => {
    if (/\.(?:csv|tsv)$/i.test(name)) return true
    const line = text.slice(0, 2_000).trimStart().split('\n', 1)[0] ?? ''
    const cells = line.split(separatorOf(text)).map((cell) => cell.replace(/^"|"$/g, ''))
    return cells.length > 1 && headerOf(cells) !== null
  },
  draft: (file) => {
    const read = readCsv(file.text)
    if (!read.ok) return read
    const notes: ImportNote[] = []
    const made = toDraft(read.rows, file.name, notes)
    if (!made.ok) return made
    if (made.draft.components.length === 0)
      return failure('nothing-to-draw', 'There are no lines below the names of the columns.')
    return { ok: true, draft: made.draft, notes }
  },
}
