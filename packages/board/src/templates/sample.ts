import type { BoardKind } from '../conduct.ts'
import { gitlab } from './samples/gitlab.ts'
import { sockShop } from './samples/sock-shop.ts'
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

export const SAMPLES: readonly Sample[] = [gitlab, sockShop]
