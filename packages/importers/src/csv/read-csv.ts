import { failure, type Position } from '../result.ts'
import { Places } from '../text/places.ts'

export interface CsvRow {
  readonly cells: readonly string[]
  readonly position: Position
}

/** Rows in one file. */
const MOST_ROWS = 20_000
/** Columns that are looked at. */
const MOST_CELLS = 200

/** Cuts separated values into rows; the separator is whichever of `,` `;` and tab the first line has most of. */
export function readCsv(
  text: string,
): { readonly ok: true; readonly rows: readonly CsvRow[] } | ReturnType<typeof failure> {
  const places = new Places(text)
  const separator = separatorOf(text)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let [at, start] = [0, 0]
  while (at < text.length) {
    if (text[at] === '"') {
      const end = endOfQuotes(text, at)
      if (end < 0) return failure('malformed', 'This text in quotes does not end.', places.at(at))
      if (cells.length < MOST_CELLS)
        cells.push(
          text
            .slice(at + 1, end)
            .replaceAll('""', '"')
            .trim(),
        )
      at = end + 1
      const next = text[at]
      if (next !== undefined && next !== separator && next !== '\n')
        return failure('malformed', 'After text in quotes a separator should stand.', places.at(at))
    } else {
      let end = at
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++
      if (cells.length < MOST_CELLS) cells.push(text.slice(at, end).trim())
      at = end
    }
    const ended = at >= text.length || text[at] === '\n'
    // a separator at the very end: one more empty cell
    if (!ended && at + 1 >= text.length) cells.push('')
    at++
    if (!ended && at < text.length) continue
    if (rows.length >= MOST_ROWS)
      return failure('too-many', `There are more than ${MOST_ROWS} lines in this file.`, places.at(start))
    rows.push({ cells, position: places.at(start) })
    cells = []
    start = at
  }
  return { ok: true, rows }
}

/** The separator of a text that has one. */
export function separatorOf(text: string): string {
  const line = text.slice(0, 2_000).trimStart().split('\n', 1)[0] ?? ''
  const count = (sign: string): number => line.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function endOfQuotes(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    if (text[end + 1] !== '"') return end
    end++
  }
  return -1
}
