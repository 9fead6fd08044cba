import type { Position } from '../result.ts'

export type Attributes = ReadonlyMap<string, Value>

/** What an attribute says: words, or an HTML label whose markup is not yet dropped. */
export interface Value {
  readonly text: string
  readonly html: boolean
}

export interface DotNode {
  readonly id: string
  readonly attributes: Attributes
  /** the innermost cluster in which it was first named */
  readonly cluster: string | null
  readonly position: Position
}

export interface DotCluster {
  readonly id: string
  readonly label: Value | null
  readonly cluster: string | null
}

export interface DotEdge {
  readonly from: string
  readonly to: string
  readonly directed: boolean
  readonly attributes: Attributes
}

export interface DotGraph {
  readonly name: string
  readonly label: Value | null
  readonly nodes: readonly DotNode[]
  readonly clusters: readonly DotCluster[]
  readonly edges: readonly DotEdge[]
}
