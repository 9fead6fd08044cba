import type { BoardSnapshot, Command } from '@second-story/board'
import { LIMITS } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { type BroughtFile, type GatheredFile, gatherFiles } from './gather-files.ts'
import { imagineBoard } from './imagine.ts'
import { formatsOf, planRead, type ReadFile, readText } from './import-text.ts'
import type { Alike, ImportChange, ImportStep, Join } from './merge/change.ts'
import type { ImportError, ImportNote } from './result.ts'
import { MOST_TEXT } from './text/refuse-text.ts'

/** What belongs together among some files, read; the board has not been looked at. */
export interface ReadPart {
  /** what tells it from the other parts: the name of its first file, with folders */
  readonly name: string
  readonly files: readonly string[]
  /** the formats it looks like, the surest first */
  readonly looksLike: readonly string[]
  readonly read: ReadFile | { readonly ok: false; readonly error: ImportError }
}

/** What one part of some files would do; its changes are named so that those of different parts never meet. */
export type PlannedPart = Pick<ReadPart, 'name' | 'files' | 'looksLike'> &
  (
    | {
        readonly ok: true
        readonly format: string
        readonly added: { readonly items: number; readonly relations: number }
        readonly changes: readonly ImportChange[]
        readonly alike: readonly Alike[]
        readonly notes: readonly ImportNote[]
      }
    | { readonly ok: false; readonly error: ImportError }
  )

export interface PlannedFiles {
  readonly parts: readonly PlannedPart[]
  readonly changes: readonly ImportChange[]
  readonly steps: readonly ImportStep[]
}

/** Sorts files into what belongs together and reads each part; `formats`: what somebody says that a part is. */
export function readFiles(
  files: readonly BroughtFile[],
  formats: Readonly<Record<string, string>> = {},
): readonly ReadPart[] {
  return gatherFiles(files).map((part) =>
    readPart(part, Object.hasOwn(formats, part.name) ? formats[part.name] : undefined),
  )
}

function readPart(part: GatheredFile, format: string | undefined): ReadPart {
  const files = [part.name, ...(part.overlays ?? []).map((one) => one.name)]
  const tooLong = part.text.length > MOST_TEXT
  const looksLike = tooLong ? [] : formatsOf(part)
  return { name: part.name, files, looksLike, read: readText({ ...part, format }) }
}

/** What files that were read would change on a board: each part is laid beside the ones before it. */
export function planFiles(
  parts: readonly ReadPart[],
  to: {
    readonly board: BoardSnapshot
    readonly makeId: MakeId
    /** which things of one name are one, by the part's name */
    readonly join?: Readonly<Record<string, Join>>
  },
): PlannedFiles {
  let board = to.board
  const planned: PlannedPart[] = []
  const steps: ImportStep[] = []
  for (const [index, { read, ...about }] of parts.entries()) {
    const join = to.join && Object.hasOwn(to.join, about.name) ? to.join[about.name] : undefined
    const result = read.ok ? planRead(read, { board, makeId: to.makeId, join }) : read
    if (!result.ok) {
      planned.push({ ...about, ok: false, error: result.error })
      continue
    }
    const { format, added, alike, notes } = result
    const own = (id: string): string => (parts.length === 1 ? id : `${index} ${id}`)
    const changes = result.changes.map((one) => ({ ...one, id: own(one.id) }))
    planned.push({ ...about, ok: true, format, added, alike, notes, changes })
    for (const { command, change } of result.steps)
      steps.push(change === undefined ? { command } : { command, change: own(change) })
    board = imagineBoard(board, result.commands)
  }
  return { parts: planned, changes: planned.flatMap((one) => (one.ok ? one.changes : [])), steps }
}

/** More than a board takes in one go, which would also be more than one undo. */
export function isTooMuch(commands: readonly Command[]): boolean {
  return commands.length > LIMITS.batch
}
