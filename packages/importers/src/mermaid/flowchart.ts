import type { ComponentKind } from '@second-story/board'
import type { Position } from '../result.ts'

export interface FlowNode {
  readonly id: string
  readonly label: string
  readonly shape: ComponentKind | null
  readonly group: string | null
  readonly link: string
}

export interface FlowGroup {
  readonly id: string
  readonly title: string
  readonly group: string | null
}

export interface FlowEdge {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly heads: 'to' | 'both' | 'none'
}

export interface Flowchart {
  readonly title: string
  readonly nodes: readonly FlowNode[]
  readonly groups: readonly FlowGroup[]
  readonly edges: readonly FlowEdge[]
  /** lines about looks, which a map has its own of */
  readonly looks: { readonly count: number; readonly first: Position } | null
  /** lines that say nothing here */
  readonly unread: readonly { readonly text: string; readonly position: Position }[]
}
