import type { Side } from './sides.ts'

/** Where an arrow leaves and arrives: sides, and how far from their middles. */
export interface Ports {
  readonly from: Side
  readonly to: Side
  readonly fromOffset: number
  readonly toOffset: number
  /** others leave by the same trunk: its words stand where it goes alone */
  readonly shared?: boolean
  /** ends that people pinned to their side */
  readonly pinned?: { readonly from: boolean; readonly to: boolean }
  /** units aside of the line between two middles, to the right of its direction: others join the same two; of a loop, outwards */
  readonly lane?: number
  /** between two facing sides it goes along here: a height, or for sides above each other a distance from the left */
  readonly via?: number
}

export function samePorts(a: Ports, b: Ports): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.fromOffset === b.fromOffset &&
    a.toOffset === b.toOffset &&
    a.shared === b.shared &&
    a.lane === b.lane &&
    a.via === b.via &&
    a.pinned?.from === b.pinned?.from &&
    a.pinned?.to === b.pinned?.to
  )
}
