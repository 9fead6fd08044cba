import { median, printTable } from '../table.ts'
import type { Figure, Measured, Row } from './row.ts'

/** What one contender did on a row, or why it could not. */
export interface Outcome {
  readonly id: string
  readonly name: string
  readonly measured: Measured | { readonly failed: string }
}

/** Prints a row as a table: a line for each contender, the target, and whether ours holds it. Returns how many it misses. */
export function printRow(row: Row, outcomes: readonly Outcome[], rounds: number): number {
  const lines = outcomes.map(({ name, measured }) => [
    name,
    ...('failed' in measured
      ? row.figures.map((_, i) => (i === 0 ? 'failed' : '–'))
      : row.figures.map((figure, i) => show(figure, medianOf(measured, i)))),
  ])
  const ours = outcomes.find((outcome) => outcome.id === 'ours')?.measured
  const verdicts = row.figures.map((figure, i) =>
    ours === undefined || figure.target === null
      ? null
      : holds(figure, 'failed' in ours ? NaN : medianOf(ours, i)),
  )
  printTable(
    `${row.title}, medians of ${rounds} [${row.id}]`,
    ['', ...row.figures.map(({ name, unit }) => (unit === '' ? name : `${name}, ${unit}`))],
    [
      ...lines,
      ['target', ...row.figures.map(targetOf)],
      ['ours holds it', ...verdicts.map((held) => (held === null ? '' : held ? '✓' : '✗'))],
    ],
  )
  for (const { name, measured } of outcomes) {
    for (const note of 'failed' in measured ? [measured.failed] : measured.notes)
      process.stdout.write(`  ${name}: ${note}\n`)
  }
  return verdicts.filter((held) => held === false).length
}

function medianOf(measured: Measured, i: number): number {
  return median(measured.rounds.map((round) => round[i] ?? Number.NaN))
}

function holds({ target }: Figure, value: number): boolean {
  if (target?.most !== undefined && !(value <= target.most)) return false
  return target?.least === undefined || value >= target.least
}

function targetOf({ target }: Figure): string {
  if (target?.most !== undefined) return `≤ ${target.most.toLocaleString('en')}`
  if (target?.least !== undefined) return `≥ ${target.least.toLocaleString('en')}`
  return ''
}

function show(_figure: Figure, value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1)
}
