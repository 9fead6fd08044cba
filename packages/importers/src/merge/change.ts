import type { Command } from '@second-story/board'

/** Why something is offered. */
export type ChangeReason =
  /** the board has it not */
  | 'new'
  /** people removed it here; the file still has it */
  | 'removed-here'
  /** the file says something else than when it was brought, and nobody touched it here */
  | 'changed'
  /** the file says something else than the board, and people may have meant it so */
  | 'changed-here'
  /** the file has it no longer */
  | 'gone'
  /** drawn here, and what was observed has nothing of it */
  | 'unseen'

/** One thing that an import would do. People take it or leave it. */
export interface ImportChange {
  /** names it within its plan */
  readonly id: string
  readonly does: 'add' | 'connect' | 'change' | 'remove' | 'disconnect'
  /** a type of item, or an arrow */
  readonly type: string
  /** the kind of component, boundary or arrow, or '' */
  readonly kind: string
  /** what it is called; of an arrow, what it comes from */
  readonly name: string
  /** of an arrow, what it leads to */
  readonly to?: string
  /** which of its words change, from what to what */
  readonly field?: string
  readonly was?: string
  readonly now?: string
  readonly why: ChangeReason
  /** whether it is done unless somebody decides otherwise */
  readonly taken: boolean
}

/** A command of a plan, and the change that it is part of; none: it follows from the others. */
export interface ImportStep {
  readonly command: Command
  readonly change?: string
}

/** Something in the file that is called like something on the board. */
export interface Alike {
  readonly key: string
  readonly name: string
  readonly item: string
  readonly itemName: string
  /** taken for one thing */
  readonly joined: boolean
}

/** Which things of one name are taken for one thing: all, none, or those with these keys. */
export type Join = 'all' | 'none' | ReadonlySet<string>
