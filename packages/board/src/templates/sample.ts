import type { BoardKind } from '../conduct.ts'
import type { Template } from './template.ts'

/** A board to look around in: a copy of one's own in the browser, editable, never sent. */
export interface Sample {
  /** stands in addresses: `/sample/<name>` */
  readonly name: string
  readonly title: string
  readonly kind: BoardKind
  /** the same commands each time, ids included */
  build(): Template
}
