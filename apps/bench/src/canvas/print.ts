import { kb, ms, printTable } from '../table.ts'
import type { Frames } from './frames.ts'
import { works } from './works.ts'

export interface Measured {
  readonly id: string
  readonly name: string
  /** why it could not be measured to the end */
  readonly failed: string | null
  /** script and style of the first load, as sent */
  readonly bytes: number
  readonly readyMs: number
  readonly heapBytes: number
  readonly works: ReadonlyMap<string, Frames>
}

/** Prints the tables for boards of `n` items; returns how many targets ours missed. */
export function printCanvas(n: number, all: readonly Measured[]): number {
  printTable(
    `A board of ${n} items and ${Math.floor(n * 1.3)} arrows, at half size; frames/s · main thread a frame · p95 frame`,
    ['', ...all.map((one) => one.name)],
    works([])
      .filter((work) => all.some((one) => one.works.has(work.id)))
      .map((work) => [work.name, ...all.map((one) => cell(one.works.get(work.id)))]),
  )
  printTable(
    `Opening a board of ${n} items`,
    ['', ...all.map((one) => one.name)],
    [
      ['drawn after', ...all.map((one) => ms(one.readyMs))],
      ['heap', ...all.map((one) => `${(one.heapBytes / 1_048_576).toFixed(1)} MB`)],
      ['script and style', ...all.map((one) => kb(one.bytes))],
    ],
  )
  for (const { name, failed } of all)
    if (failed !== null) process.stdout.write(`\n${name} was not measured to the end: ${failed}\n`)
  return judged(n, all)
}

function cell(frames: Frames | undefined): string {
  if (frames === undefined) return '–'
  return `${frames.perSecond.toFixed(0)} · ${ms(frames.busy)} · ${ms(frames.p95)}`
}

let panAtThousand = Number.NaN

/** The targets of ours, each against what was measured in this run. */
function judged(n: number, all: readonly Measured[]): number {
  const ours = all.find((one) => one.id === 'ours')
  if (ours === undefined) return 0
  const rivals = all.filter((one) => one.id === 'tldraw' || one.id === 'excalidraw')
  const lines: { readonly words: string; readonly holds: boolean }[] = []
  const target = (words: string, value: number, limit: number): void => {
    if (Number.isFinite(value) && Number.isFinite(limit))
      lines.push({ words: `${words}: ${value.toFixed(1)} of ${limit.toFixed(1)}`, holds: value <= limit })
  }
  for (const [id, frames] of ours.works) {
    const best = Math.min(...rivals.map((one) => one.works.get(id)?.busy ?? Number.POSITIVE_INFINITY))
    if (n === 1_000) {
      target(`${id}, main thread a frame, ms, of a fifth of the better rival`, frames.busy, best / 5)
      target(`${id}, p95 frame, ms`, frames.p95, 20)
    }
    if (n === 5_000) target(`${id}, p95 frame, ms`, frames.p95, 34)
  }
  if (n === 1_000) {
    target('fifty moved by others, main thread a frame, ms', ours.works.get('moved')?.busy ?? Number.NaN, 2)
    target('pan while all move: 50 frames/s of', 50, ours.works.get('all')?.perSecond ?? Number.NaN)
    panAtThousand = ours.works.get('pan')?.busy ?? Number.NaN
  }
  if (n === 5_000) {
    target('drawn after, ms', ours.readyMs, 1_500)
    target('heap, MB', ours.heapBytes / 1_048_576, 60)
    target(
      'a pan, of 1.5 of what it costs at 1,000, ms',
      ours.works.get('pan')?.busy ?? Number.NaN,
      panAtThousand * 1.5,
    )
  }
  target('script and style of the first load, KB', ours.bytes / 1_024, 300)
  process.stdout.write('\n')
  for (const { words, holds } of lines) process.stdout.write(`${holds ? 'held  ' : 'missed'}  ${words}\n`)
  return lines.filter((line) => !line.holds).length
}
