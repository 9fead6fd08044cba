import type { BoundaryKind, ComponentKind, NoteColour, RelationKind } from '@second-story/board'

/** Where the file itself draws a thing, in canvas units from a corner of its own. */
export interface DrawnPlace {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A component as a file describes it; `key` names it within the file. */
export interface DraftComponent {
  readonly key: string
  readonly name: string
  readonly kind: ComponentKind
  readonly technology: string
  readonly criticality: string
  /** who looks after it, where the file says */
  readonly ownerTeam?: string
  readonly notes: string
  /** the key of the group it lies in; none for the whole system */
  readonly group?: string | null
  readonly place?: DrawnPlace | null
  /** the file it stands in, where several are read as one; none for the first */
  readonly file?: string | null
}

/** What holds components and other groups: becomes a boundary or a frame. */
export interface DraftGroup {
  readonly key: string
  readonly name: string
  readonly kind: BoundaryKind | 'frame'
  /** the key of the group it lies in */
  readonly group: string | null
  readonly place?: DrawnPlace | null
  readonly file?: string | null
}

/** Words that a file has beside what it describes: become a note, or a text straight on the page. */
export interface DraftWords {
  readonly key: string
  readonly text: string
  readonly type: 'note' | 'text'
  /** of a note; the usual one unless told */
  readonly colour?: NoteColour
  readonly group: string | null
  readonly place?: DrawnPlace | null
}

/** An arrow between two keys of the same draft. */
export interface DraftArrow {
  readonly from: string
  readonly to: string
  readonly kind: RelationKind
  readonly label: string
}

/** One call of a flow, between two keys of the same draft. */
export interface DraftStep {
  readonly from: string
  readonly to: string
  readonly kind: 'calls' | 'publishes' | 'consumes'
  readonly words: string
}

/** What a trace saw happen, one after the other. */
export interface DraftFlow {
  readonly key: string
  readonly name: string
  readonly steps: readonly DraftStep[]
}

/** A system as a file describes it, whatever the format. Keys are unique across components, groups and words. */
export interface SystemDraft {
  /** what the boundary round it is called */
  readonly title: string
  /** the file's name, kept as where each component comes from */
  readonly file: string
  readonly components: readonly DraftComponent[]
  readonly arrows: readonly DraftArrow[]
  readonly groups?: readonly DraftGroup[]
  readonly words?: readonly DraftWords[]
  readonly flows?: readonly DraftFlow[]
}

/** A component of which only key, name and kind are known. */
export function plainComponent(
  key: string,
  name: string,
  kind: ComponentKind,
  more: Partial<DraftComponent> = {},
): DraftComponent {
  return { key, name, kind, technology: '', criticality: '', notes: '', ...more }
}
