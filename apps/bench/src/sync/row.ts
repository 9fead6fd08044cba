import type { Contender } from '../servers/sync-server.ts'

/** One figure of a row. */
export interface Figure {
  readonly name: string
  readonly unit: string
  /** the target: at most, or at least; null when there is none */
  readonly target: { readonly most?: number; readonly least?: number } | null
}

export interface RunOptions {
  readonly rounds: number
  readonly seconds: number
  /** how many items a board has that has lived long, and how many changes behind it */
  readonly items: number
  readonly edits: number
  /** where CPU profiles of the measured stretches go; null: none are taken */
  readonly profile: string | null
}

/** One kind of work, measured with any server. */
export interface Row {
  readonly id: string
  /** what is done, by how many people with how many sockets each */
  readonly title: string
  readonly figures: readonly Figure[]
  /** contenders that it makes no sense for */
  readonly without?: readonly string[]
  /** one value a figure, NaN for what cannot be said; medians are the caller's */
  run(contender: Contender, options: RunOptions): Promise<Measured>
}

export interface Measured {
  readonly rounds: readonly (readonly number[])[]
  /** said under the table */
  readonly notes: readonly string[]
}
