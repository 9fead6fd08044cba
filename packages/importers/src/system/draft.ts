import type { ComponentKind, RelationKind } from '@second-story/board'

/** A component as a file describes it; `key` names it within the file. */
export interface DraftComponent {
  readonly key: string
  readonly name: string
  readonly kind: ComponentKind
  readonly technology: string
  readonly criticality: string
  readonly notes: string
}

/** An arrow between two keys of the same draft. */
export interface DraftArrow {
  readonly from: string
  readonly to: string
  readonly kind: RelationKind
  readonly label: string
}

/** A system as a file describes it, whatever the format. */
export interface SystemDraft {
  /** what the boundary round it is called */
  readonly title: string
  /** the file's name, kept as where each component comes from */
  readonly file: string
  readonly components: readonly DraftComponent[]
  readonly arrows: readonly DraftArrow[]
}
