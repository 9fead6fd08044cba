import type { ItemId, ItemTypeName, RelationId, RelationKind } from '@second-story/board'
import { create } from 'zustand'
import type { Box, Point } from './geometry/box.ts'

/** Something being made: it comes into being once it has words, so that nobody ever sees an empty one. */
export interface Draft {
  readonly type: ItemTypeName
  /** absolute canvas units */
  readonly box: Box
  readonly parent: ItemId | null
  readonly fields: Readonly<Record<string, unknown>>
  /** arrows and chips that come with it */
  readonly links: readonly DraftLink[]
  readonly placeholder: string
}

export interface DraftLink {
  readonly other: ItemId
  readonly kind: RelationKind
  /** the arrow goes from the other to the new one */
  readonly inward: boolean
}

/** What the map has in hand besides selection and tool (which others show too). Local, never in the document. */
export interface MapState {
  readonly draft: Draft | null
  /** the type line is open */
  readonly typeLine: boolean
  /** the find bar is open */
  readonly finding: boolean
  readonly menu: { readonly screen: Point; readonly at: Point } | null
  /** these wait for the other end of their arrows: typed, clicked or dropped */
  readonly linking: readonly ItemId[] | null
  /** an arrow whose words are being written where they stand */
  readonly wording: RelationId | null
  /** arrows that say what starts before what are drawn too */
  readonly startUpOrder: boolean
  set(change: Partial<Omit<MapState, 'set'>>): void
}

export const useMapState = create<MapState>((set) => ({
  draft: null,
  typeLine: false,
  finding: false,
  menu: null,
  linking: null,
  wording: null,
  startUpOrder: false,
  set: (change) => set(change),
}))
