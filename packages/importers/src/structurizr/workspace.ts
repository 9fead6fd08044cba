import type { Position } from '../result.ts'
import type { Labelled } from '../system/labels.ts'

export type ElementType = 'person' | 'system' | 'container' | 'component'

export interface Element {
  /** as relations of the same file name it */
  readonly id: string
  readonly type: ElementType
  readonly name: string
  readonly description: string
  readonly technology: string
  readonly tags: readonly string[]
  /** the element it lies in */
  readonly parent: string | null
  /** names of the groups it lies in within its parent, from the outside in */
  readonly groups: readonly string[]
  readonly url: string
  /** what its properties say of who looks after it */
  readonly about?: Labelled
  readonly position: Position | null
}

export interface WorkspaceRelation {
  readonly from: string
  readonly to: string
  readonly description: string
  readonly technology: string
}

/** The model of a workspace, whether it was written as JSON or in the language of its own. */
export interface Workspace {
  readonly name: string
  readonly elements: readonly Element[]
  readonly relations: readonly WorkspaceRelation[]
}
