/**
 * What may happen to a thing while a board is laid out:
 * `free`: it goes where it fits best, and holds no more room than it needs;
 * `anchored`: its corner stays, its size fits what lies in it;
 * `stays`: it stays as it is, and grows where what lies in it needs more;
 * `pinned`: untouched, and so is what lies in it.
 */
export type Hold = 'free' | 'anchored' | 'stays' | 'pinned'

/** Canvas units, absolute. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Something that is laid out. */
export interface Thing extends Box {
  readonly id: string
  /** the thing it lies in */
  readonly within: string | null
  readonly hold: Hold
  /** a boundary or frame: as large as what lies in it asks for */
  readonly holds?: boolean
}

/** An arrow that says what stands before what. */
export interface Line {
  readonly from: string
  readonly to: string
  /** units along the way that its words need */
  readonly room?: number
}

/** Which way arrows mostly point. */
export type Way = 'right' | 'down'

/** Everything lies on steps of 8 canvas units. */
export const STEP = 8
/** Room between a holder's edge and what lies in it; its label stands on the upper edge. */
export const PAD = 40
/** Between neighbours beside the way of arrows. */
export const BESIDE = 40
/** The least room along the way of arrows: a head, a corner, a word. */
export const ALONG = { right: 96, down: 72 } as const

export function onGrid(value: number): number {
  return Math.ceil(value / STEP) * STEP
}
