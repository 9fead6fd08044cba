import type { ItemId, RelationId, StrokeId } from '@second-story/board'
import { create } from 'zustand'
import type { Look } from '../go/look.ts'
import type { CopyFile } from '../session/copy-file.ts'
import type { VersionsTab } from '../versions/versions-ui.ts'
import type { TakenFiles } from './import/take-files.ts'

export type View = 'map' | 'timeline' | 'record' | 'list'
export type Tool =
  | 'select'
  | 'component'
  | 'boundary'
  | 'note'
  | 'factor'
  | 'event'
  | 'question'
  | 'insight'
  | 'arrow'
  | 'frame'
  | 'text'
  | 'lasso'
  | 'pen'
  | 'comment'
export type Switch = 'system' | 'both' | 'factors'
export type Panel = 'none' | 'facilitate' | 'comments'

/** What this screen has in hand: selection, tool, what is open. Local, never in the document. */
export interface BoardUi {
  readonly tool: Tool
  /** pressed twice: it stays in hand until another is taken */
  readonly kept: Tool | null
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
  readonly strokes: ReadonlySet<StrokeId>
  readonly show: Switch
  /** the item whose words are being edited in place */
  readonly editing: ItemId | null
  /** a hand drags on the map: what opens for a selection waits until it lets go */
  readonly busy: boolean
  readonly panel: Panel
  readonly palette: boolean
  readonly find: boolean
  /** the sheet behind the large + on the phone (AddSheet) */
  readonly adding: boolean
  /** the item whose half sheet is open on the phone (HalfSheet) */
  readonly opened: ItemId | null
  readonly keys: boolean
  readonly share: boolean
  /** the import dialog, with what was dropped or pasted into it */
  readonly importing: (Partial<TakenFiles> & { readonly text?: string }) | null
  /** a copy of a board, from a file, that may be brought back */
  readonly bringing: CopyFile | null
  /** the list of boards whose system can be brought here */
  readonly borrowing: boolean
  /** the board as it was: its versions, or its replay */
  readonly versions: VersionsTab | null
  /** a sample's "keep it: create an account" */
  readonly keeping: boolean
  readonly strip: boolean
  /** the event this person stands on in the timeline */
  readonly walking: ItemId | null
  /** goes along with the facilitator's walking, unless they look away */
  readonly following: boolean
  /** an account whose view is followed */
  readonly follows: string | null
  /** asks the map to show once what this person sees */
  readonly visit: { readonly account: string; readonly at: number } | null
  /** asks the map to look at a part of the board; a zoom of 0 fits all of it */
  readonly look: (Look & { readonly at: number }) | null
  /** asks the map to bring something into view and let it glow once */
  readonly reveal: { readonly id: ItemId | RelationId; readonly at: number } | null
  set(change: Partial<Omit<BoardUi, 'set' | 'select' | 'reset'>>): void
  select(items: Iterable<ItemId>, relations?: Iterable<RelationId>, strokes?: Iterable<StrokeId>): void
  /** as on a board just opened */
  reset(): void
}

const START: Omit<BoardUi, 'set' | 'select' | 'reset'> = {
  tool: 'select',
  kept: null,
  items: new Set<ItemId>(),
  relations: new Set<RelationId>(),
  strokes: new Set<StrokeId>(),
  show: 'both',
  editing: null,
  busy: false,
  panel: 'none',
  palette: false,
  find: false,
  adding: false,
  opened: null,
  keys: false,
  share: false,
  importing: null,
  bringing: null,
  borrowing: false,
  versions: null,
  keeping: false,
  strip: true,
  walking: null,
  following: true,
  follows: null,
  visit: null,
  look: null,
  reveal: null,
}

export const useBoardUi = create<BoardUi>((set) => ({
  ...START,
  set: (change) => set(change),
  select: (items, relations = [], strokes = []) =>
    set({ items: new Set(items), relations: new Set(relations), strokes: new Set(strokes) }),
  reset: () => set(START),
}))
