import type { Command } from '@second-story/board'
import {
  type BroughtFile,
  type ImportChange,
  type ImportError,
  isTooMuch,
  type Join,
  type PlannedPart,
  planFiles,
  readFiles,
  takeChanges,
  takenAtFirst,
} from '@second-story/importers'
import { randomId } from '@second-story/std'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'

export interface ImportAsked {
  readonly layers: BoardBytes
  readonly files: readonly BroughtFile[]
  readonly format?: string | undefined
  readonly match?: 'names' | 'none' | undefined
  /** the changes to do; unless told, those taken at first */
  readonly take?: readonly string[] | undefined
}

export type ImportPlanned =
  | {
      readonly ok: true
      readonly parts: readonly (PlannedPart & { readonly ok: true })[]
      readonly changes: readonly ImportChange[]
      readonly commands: readonly Command[]
    }
  | { readonly ok: false; readonly error: Omit<ImportError, 'id'> & { readonly id: string } }

/**
 * Reads files and says what they would change on a board. For another thread than the rooms': a file may be hostile. One that
 * cannot be read keeps all back, and is named.
 */
export function planImport({ layers, files, format, match, take }: ImportAsked): ImportPlanned {
  const formats = format === undefined ? {} : Object.fromEntries(files.map(({ name }) => [name, format]))
  const parts = readFiles(files, formats)
  const join: Join | undefined = match === 'names' ? 'all' : match
  const joins: Record<string, Join> =
    join === undefined ? {} : Object.fromEntries(parts.map(({ name }) => [name, join]))
  const plan = planFiles(parts, { board: boardOf(layers), makeId: randomId, join: joins })
  const understood: (PlannedPart & { ok: true })[] = []
  for (const part of plan.parts) {
    if (!part.ok) return { ok: false, error: inPart(part, plan.parts.length > 1) }
    understood.push(part)
  }
  if (understood.length === 0)
    return {
      ok: false,
      error: { id: 'empty', message: 'There is no file in this that could be drawn from.' },
    }
  const commands = takeChanges(plan.steps, take === undefined ? takenAtFirst(plan.changes) : new Set(take))
  if (isTooMuch(commands)) {
    const message = `This would change ${commands.length} things at once, which is too much. Nothing was added.`
    return { ok: false, error: { id: 'too-many', message } }
  }
  return { ok: true, parts: understood, changes: plan.changes, commands }
}

function inPart({ name, error }: PlannedPart & { ok: false }, isOneOfMany: boolean): ImportError {
  return isOneOfMany && error.file === undefined
    ? { ...error, message: `${name}: ${error.message}`, file: name }
    : error
}
