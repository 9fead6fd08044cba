import type { Side } from './sides.ts'

/** Where an arrow leaves and arrives: sides, and how far from their middles. */
export interface Ports {
  readonly from: Side
  readonly to: Side
  readonly fromOffset: number
  readonly toOffset: number
  /** others leave by the same trunk: its words stand where it goes alone */
  readonly shared?: boolean
}
