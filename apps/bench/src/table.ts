/** Prints rows under a heading, columns aligned. */
export function printTable(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = columns.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`
  process.stdout.write(
    `\n## ${title}\n\n${line(columns)}\n|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|\n`,
  )
  for (const row of rows) process.stdout.write(`${line(row)}\n`)
}

/** The value below which `share` (0 to 1) of the list lies; NaN for an empty one. */
export function percentile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function median(list: readonly number[]): number {
  return percentile(list, 0.5)
}

export function ms(value: number): string {
  return Number.isFinite(value) ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms` : '–'
}

export function kb(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`
}

export function ratio(ours: number, base: number): string {
  return Number.isFinite(ours / base) ? `${(ours / base).toFixed(2)}×` : '–'
}
