import type { z } from 'zod'
import type { LayerDocs } from '../document/roots.ts'
import type { ItemTypeName } from '../items/catalogue.ts'
import type { LayerName } from '../layers.ts'
import type { BoardSnapshot } from '../snapshot.ts'

/** Why a command was not taken: a stable id and a sentence; nothing was written. */
export interface Refusal {
  readonly id:
    | 'bad-command'
    | 'too-many'
    | 'no-layer'
    | 'id-taken'
    | 'unknown-item'
    | 'unknown-relation'
    | 'unknown-stroke'
    | 'unknown-field'
    | 'bad-value'
    | 'bad-parent'
  readonly message: string
}

/** What the commands of one batch may know and use. */
export interface Writing {
  readonly docs: LayerDocs
  /** ms since 1970 */
  readonly now: number
  /** ids that earlier commands of the same batch will have made, and their layer */
  readonly coming: Map<string, LayerName>
  /** and, of the items among them, their types */
  readonly comingTypes: Map<string, ItemTypeName>
}

/** One kind of change: parsed from outside data, checked before anything is written, invertible, describable. */
export interface CommandType<C extends { readonly do: string }> {
  readonly schema: z.ZodType<C>
  /** null when it can be applied */
  check(command: C, at: Writing): Refusal | null
  apply(command: C, at: Writing): void
  /** the commands that take it back, as of the board before it */
  invert(command: C, before: BoardSnapshot): readonly unknown[]
  /** past tense, for "Undid: …": "moved 3 things" */
  describe(command: C, before: BoardSnapshot): string
  /** the layers it writes */
  layers(command: C, at: Writing): readonly LayerName[]
}

export function defineCommand<C extends { readonly do: string }>(type: CommandType<C>): CommandType<C> {
  return type
}
