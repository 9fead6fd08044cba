import type { BoardSnapshot, Command } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import type { Alike, ImportChange, ImportStep, Join } from './merge/change.ts'

/** Where in a file something stands, both from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Something in the file that was understood only in part, or left out, in a sentence. */
export interface ImportNote {
  readonly message: string
  /** which of several files it stands in; none for the first */
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** Why nothing was imported: a stable id and a sentence that already names line and column where they are known. */
export interface ImportError {
  readonly id:
    | 'empty'
    | 'too-large'
    | 'not-text'
    | 'unknown-format'
    | 'malformed'
    | 'too-deep'
    | 'too-entangled'
    | 'not-a-mapping'
    | 'no-services'
    | 'nothing-to-draw'
    | 'too-many'
  readonly message: string
  /** which of several files it stands in; none for the first */
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

export interface ImportInput {
  /** the file's name, with or without folders; helps to recognise it and is kept as where things come from */
  readonly name?: string | undefined
  /** skips recognising */
  readonly format?: string | undefined
  readonly text: string
  /** what the `.env` file beside it says, if at hand: fills `${NAMES}` in */
  readonly env?: string | undefined
  /** files laid over it, in their order ("compose.override.yaml"): what they say again counts */
  readonly overlays?: readonly { readonly name: string; readonly text: string }[] | undefined
  /** which things that are called like one on the board are that one; unless told, what was observed (a trace) and nothing else */
  readonly join?: Join | undefined
  /** what the board holds now: it decides where there is room, and what is there already */
  readonly board: BoardSnapshot
  readonly makeId: MakeId
}

export type ImportResult =
  | {
      readonly ok: true
      readonly format: string
      /** one batch, so that one undo takes it back: the changes that are taken at first */
      readonly commands: readonly Command[]
      /** all that could be done, to be taken or left one by one */
      readonly changes: readonly ImportChange[]
      /** what `takeChanges` makes commands of */
      readonly steps: readonly ImportStep[]
      /** what is called like a component on the board that did not come from this file */
      readonly alike: readonly Alike[]
      /** what the file describes and the board had not; the boundary drawn round it is not counted */
      readonly added: { readonly items: number; readonly relations: number }
      readonly notes: readonly ImportNote[]
    }
  | { readonly ok: false; readonly error: ImportError }

/** A note or error at a position, which may be unknown. */
export function at(position: Position | null): { line?: number; column?: number } {
  return position ? { line: position.line, column: position.column } : {}
}

/** The error with its line and column said at the front of the sentence. */
export function failure(
  id: ImportError['id'],
  sentence: string,
  position: Position | null = null,
): { readonly ok: false; readonly error: ImportError } {
  const where = position ? `Line ${position.line}, column ${position.column}: ` : ''
  return { ok: false, error: { id, message: where + sentence, ...at(position) } }
}
