import type { ItemId } from '@second-story/board'
import { create } from 'zustand'
import type { Spot } from '../text/outline.ts'

/** A line that is being made: it comes into being once it has words. */
export interface OutlineDraft {
  readonly spot: Spot
  /** the line that it stands below, and that an arrow typed in it begins at; null stands at the end of its list */
  readonly above: ItemId | null
}

/** What this screen has in hand in the outline, besides the selection. Local, never in the document. */
export interface OutlineHand {
  /** the line in which words are being written: an item, or `<item>:<relation>` for the words of an arrow */
  readonly editing: string | null
  readonly draft: OutlineDraft | null
  /** what was typed and not kept yet, of the draft or of a name: a line that others move keeps it */
  readonly typed: string | null
  /** the words as they were when their writing began: others may write over them meanwhile */
  readonly began: string | null
  readonly filter: string
  /** the thing that asks what to connect it to */
  readonly connecting: ItemId | null
  set(change: Partial<Omit<OutlineHand, 'set'>>): void
}

const EMPTY = { editing: null, draft: null, typed: null, began: null, filter: '', connecting: null } as const

export const useOutlineHand = create<OutlineHand>((set) => ({ ...EMPTY, set: (change) => set(change) }))

export function dropHand(): void {
  useOutlineHand.setState(EMPTY)
}

export function editLine(key: string): void {
  useOutlineHand.setState({ editing: key, draft: null, typed: null, began: null })
}

export function beginLine(spot: Spot, above: ItemId | null, typed = ''): void {
  useOutlineHand.setState({ draft: { spot, above }, typed, editing: null })
}

/** Ends writing, with nothing more to keep. */
export function endLine(): void {
  useOutlineHand.setState({ draft: null, editing: null, typed: null, began: null })
}
